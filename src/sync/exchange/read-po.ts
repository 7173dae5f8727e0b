import { po, type GetTextTranslation } from 'gettext-parser';
import type { Diagnostic } from '../../diagnostic/diagnostic.ts';
import { isOpen, isTranslationState, type ReturnedText, type TranslationState } from './exchange-text.ts';
import { poPlurals } from './po-plurals.ts';
import type { ReturnedFile } from './read-xliff.ts';
import { pageContext, stateComment } from './write-po.ts';

/** Reads PO. A text keeps the exact state of its comment unless someone set or took off `fuzzy` since. */
export function readPo(text: string, path: string): ReturnedFile {
  const result: ReturnedFile = { texts: [], pages: 0, diagnostics: [] };
  let table: ReturnType<typeof po.parse>;
  try {
    table = po.parse(Buffer.from(text.startsWith('\ufeff') ? text.slice(1) : text));
  } catch (error) {
    return { ...result, diagnostics: [poFault(error, path)] };
  }
  // The library leaves the headers out where the file has none, whatever its types say.
  const headers = (table.headers as Partial<typeof table.headers> | undefined) ?? {};
  const locale = headers['Language'] ?? '';
  if (!isLanguage(locale)) return { ...result, diagnostics: [poFault(new Error('Language'), path)] };
  const lines = contextLines(text);
  for (const entries of Object.values(table.translations)) {
    for (const found of Object.values(entries)) {
      // Of a file that breaks off, the library leaves out what did not come.
      const entry: GetTextTranslation = { ...found, msgid: found.msgid ?? '', msgstr: found.msgstr ?? [] };
      const context = entry.msgctxt ?? '';
      if (entry.msgid === '' && context === '') continue;
      if (context.startsWith(pageContext)) result.pages += 1;
      else result.texts.push(...returnedTexts(entry, locale, lines.get(context) ?? 1));
    }
  }
  return result;
}

function isLanguage(tag: string): boolean {
  try {
    return Intl.getCanonicalLocales(tag.replaceAll('_', '-')).length === 1;
  } catch {
    return false;
  }
}

function returnedTexts(entry: GetTextTranslation, locale: string, line: number): ReturnedText[] {
  const { msgctxt: context = '', msgid, msgid_plural: plural, msgstr } = entry;
  const rest = {
    locale,
    at: { line, column: 1 },
    state: stateOf(entry),
    ...(entry.comments?.translator === undefined ? {} : { note: entry.comments.translator }),
  };
  if (plural === undefined) return [{ ...rest, id: context, source: msgid, target: msgstr[0] ?? '' }];
  const { categories } = poPlurals(locale.replaceAll('_', '-'));
  return msgstr.map((target, index) => {
    const category = categories[index] ?? String(index);
    return { ...rest, id: `${context}_${category}`, source: category === 'one' ? msgid : plural, target };
  });
}

function stateOf({ comments, msgstr }: GetTextTranslation): TranslationState {
  const fuzzy = (comments?.flag ?? '').split(/,\s*/u).includes('fuzzy');
  const written = comments?.extracted
    ?.split('\n')
    .findLast((line) => line.startsWith(stateComment))
    ?.slice(stateComment.length);
  if (msgstr.every((target) => target === '')) return 'new';
  if (!isTranslationState(written)) return fuzzy ? 'needs-review-translation' : 'translated';
  if (fuzzy === isOpen(written)) return written;
  return fuzzy ? 'needs-review-translation' : 'translated';
}

/** Finds the lines that contexts begin at, folded ones too: the library does not tell. */
function contextLines(text: string): Map<string, number> {
  const found = new Map<string, number>();
  const lines = text.split(/\r?\n/u);
  for (let index = 0; index < lines.length; index += 1) {
    const start = /^msgctxt\s+"(.*)"\s*$/u.exec(lines[index] ?? '')?.[1];
    if (start === undefined) continue;
    let context = start;
    for (let next = index + 1; lines[next]?.startsWith('"') === true; next += 1)
      context += (lines[next] ?? '').trim().slice(1, -1);
    found.set(context.replaceAll(/\\(["\\])/gu, '$1'), index + 1);
  }
  return found;
}

function poFault(error: unknown, path: string): Diagnostic {
  const reason = error instanceof Error ? error.message : String(error);
  const line =
    typeof error === 'object' && error !== null && 'lineNumber' in error ? Number(error.lineNumber) : 1;
  const at = { line: Number.isInteger(line) && line > 0 ? line : 1, column: 1 };
  return { code: 'invalid-po', severity: 'error', path, at, values: { reason } };
}
