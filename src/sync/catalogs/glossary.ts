import type { Diagnostic } from '../../diagnostic/diagnostic.ts';
import type { YamlSource } from '../../rules/yaml-source.ts';

/** One concept with its term in each language, and the words that mislead. */
export interface GlossaryEntry {
  concept: string;
  en: string;
  /** The text that says exactly the term, as `interface:verdict.allowed`. */
  key?: string;
  /** By language. */
  terms: Record<string, string>;
  /** By language; none of them stands in any text of that language. */
  never: Record<string, string[]>;
}

/** Reads `locales/glossary.yaml`; an entry of another shape is a diagnostic, and the others are read. */
export function glossaryOf({ value, locate, diagnostics, path }: YamlSource): {
  entries: GlossaryEntry[];
  diagnostics: Diagnostic[];
} {
  const entries: GlossaryEntry[] = [];
  const found = [...diagnostics];
  const items: unknown[] = Array.isArray(value) ? value : [];
  items.forEach((item, index) => {
    if (isEntry(item)) entries.push(item);
    else {
      const values = { found: index + 1, expected: 'concept, en, terms, never' };
      found.push({ code: 'wrong-type', severity: 'error', path, ...locate([index]), values });
    }
  });
  return { entries, diagnostics: found };
}

/**
 * Tells whether a text uses a word. Where a language writes spaces, the word begins where a word of the text begins, so
 * that inflected forms are found and parts of longer words are not; Chinese and Japanese are searched throughout.
 */
export function usesWord(text: string, word: string, locale: string): boolean {
  const body = foldText(text);
  const wanted = foldText(word);
  const spaced = locale !== 'zh' && locale !== 'ja';
  for (let at = body.indexOf(wanted); at >= 0; at = body.indexOf(wanted, at + 1)) {
    if (!spaced || !/\p{L}$/u.test(body.slice(Math.max(0, at - 2), at))) return true;
  }
  return false;
}

const folded = new Map<string, string>();
const mostFolded = 1000;

/** Folds a text for comparison; one text is asked for each word, and each word for every text. */
function foldText(text: string): string {
  const known = folded.get(text);
  if (known !== undefined) return known;
  if (folded.size >= mostFolded) folded.clear();
  const fold = text.normalize('NFC').toLowerCase();
  folded.set(text, fold);
  return fold;
}

function isEntry(item: unknown): item is GlossaryEntry {
  if (!isRecord(item)) return false;
  const { concept, en, key, terms, never } = item;
  return (
    typeof concept === 'string' &&
    typeof en === 'string' &&
    (key === undefined || typeof key === 'string') &&
    isRecord(terms) &&
    Object.values(terms).every((term) => typeof term === 'string') &&
    isRecord(never) &&
    Object.values(never).every(
      (words) => Array.isArray(words) && words.every((word) => typeof word === 'string' && word !== ''),
    )
  );
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
