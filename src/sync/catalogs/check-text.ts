import type { CatalogFinding } from './catalog-finding.ts';
import { listPlaceholders } from './catalog-texts.ts';
import { type GlossaryEntry, usesWord } from './glossary.ts';
import { splitPluralKey } from './plural-keys.ts';

/** One text with what it is held against. */
export interface TextCheck {
  key: string;
  text: string;
  /** The English text, `other` where it counts; absent where English has none. */
  reference: string | undefined;
  locale: string;
  glossary: readonly GlossaryEntry[];
  names: readonly string[];
}

type Problem = Pick<CatalogFinding, 'problem' | 'found' | 'expected'>;

/** Letters of the languages that are not written with Latin ones. */
const scripts: Record<string, RegExp> = {
  ko: /\p{Script=Hangul}/u,
  zh: /\p{Script=Han}/u,
  ja: /[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}]/u,
  ru: /\p{Script=Cyrillic}/u,
};

/** Checks one text: that it says something, in its own language, with the placeholders of the English one. */
export function checkText(check: TextCheck): Problem[] {
  const { text, locale, glossary } = check;
  if (text.trim() === '') return [{ problem: 'empty-text' }];
  const problems = neverWords(glossary, locale)
    .filter((word) => usesWord(text, word, locale))
    .map((found): Problem => ({ problem: 'never-word', found }));
  return [...problems, ...checkPlaceholders(check), ...(isLeftInEnglish(check) ? [leftInEnglish(text)] : [])];
}

const neverByGlossary = new WeakMap<readonly GlossaryEntry[], Map<string, readonly string[]>>();

/** Lists the words that a glossary has for no text of a language. */
function neverWords(glossary: readonly GlossaryEntry[], locale: string): readonly string[] {
  const byLocale = neverByGlossary.get(glossary) ?? new Map<string, readonly string[]>();
  neverByGlossary.set(glossary, byLocale);
  const words = byLocale.get(locale) ?? [...new Set(glossary.flatMap(({ never }) => never[locale] ?? []))];
  byLocale.set(locale, words);
  return words;
}

function checkPlaceholders({ key, text, reference, locale }: TextCheck): Problem[] {
  const { names, malformed } = listPlaceholders(text);
  if (malformed) return [{ problem: 'malformed-placeholder', found: text }];
  if (reference === undefined) return [];
  const expected = listPlaceholders(reference).names;
  // English may leave the number out where it can only be one ("suspend it first").
  const { category } = splitPluralKey(key);
  const mayOmit = locale === 'en' && category === 'one' ? 'count' : undefined;
  return [
    ...[...expected].filter((name) => !names.has(name) && name !== mayOmit).map(missingPlaceholder),
    ...[...names].filter((name) => !expected.has(name)).map(extraPlaceholder),
  ];
}

const missingPlaceholder = (expected: string): Problem => ({ problem: 'missing-placeholder', expected });
const extraPlaceholder = (found: string): Problem => ({ problem: 'extra-placeholder', found });
const leftInEnglish = (found: string): Problem => ({ problem: 'left-in-english', found });

/** Tells whether a text says words of English: letters, but none of its own language, or the very same text. */
function isLeftInEnglish({ text, reference, locale, names }: TextCheck): boolean {
  if (locale === 'en' || names.includes(text)) return false;
  // What stands in backticks or is a placeholder is no language's.
  const words = text.replace(/`[^`]*`|\{\{[^{}]*\}\}/gu, ' ');
  if (!/\p{L}/u.test(words)) return false;
  return text === reference || !(scripts[locale] ?? /\p{L}/u).test(words);
}
