import { SaxesParser } from 'saxes';
import type { Diagnostic } from '../../diagnostic/diagnostic.ts';
import { isTranslationState, type ReturnedText } from './exchange-text.ts';

/** What came back in a file. */
export interface ReturnedFile {
  texts: ReturnedText[];
  /** Number of units of pages, which are not imported: pages are kept as received. */
  pages: number;
  /** What is wrong with the file itself; then there are no texts. */
  diagnostics: Diagnostic[];
}

/** Elements nested deeper are no exchange file. */
const maximumDepth = 64;

const namespace = 'urn:oasis:names:tc:xliff:document:1.2';

interface Unit {
  id: string;
  at: { line: number; column: number };
  source: string;
  target: string;
  state: string | undefined;
  note: string | undefined;
}

/** Reads XLIFF 1.2. Entities of its own and a document type are refused: no exchange file needs them. */
export function readXliff(text: string, path: string): ReturnedFile {
  const result: ReturnedFile = { texts: [], pages: 0, diagnostics: [] };
  const parser = new SaxesParser({ xmlns: true });
  const elements: string[] = [];
  let file: { locale: string; isPage: boolean } | undefined;
  let unit: Unit | undefined;
  let alternative = 0;
  let into: 'source' | 'target' | 'note' | undefined;
  let failure: Diagnostic | undefined;

  const fail = (code: string, values: Record<string, string> = {}): void => {
    const at = { line: parser.line, column: parser.columnIndex + 1 };
    failure ??= { code, severity: 'error', path, at, values };
  };
  const append = (piece: string): void => {
    if (!unit || !into || alternative > 0) return;
    if (into === 'note') unit.note = (unit.note ?? '') + piece;
    else unit[into] += piece;
  };

  parser.on('error', (error) =>
    fail('invalid-xml', { reason: error.message.replace(/^[^:]*:\d+:\d+: /u, '') }),
  );
  parser.on('doctype', () => fail('xml-doctype'));
  parser.on('text', append);
  parser.on('cdata', append);
  parser.on('opentag', ({ local, uri, attributes }) => {
    const value = (name: string): string | undefined =>
      Object.hasOwn(attributes, name) ? attributes[name]?.value : undefined;
    elements.push(local);
    if (elements.length > maximumDepth) fail('nested-too-deep', { limit: String(maximumDepth) });
    if (elements.length === 1 && (local !== 'xliff' || uri !== namespace))
      fail('not-xliff', { found: value('version') ?? local });
    if (local === 'file') {
      const isPage = value('datatype') === 'x-markdown';
      file = { locale: value('target-language') ?? '', isPage };
    } else if (local === 'trans-unit') {
      const at = { line: parser.line, column: parser.columnIndex + 1 };
      unit = { id: value('id') ?? '', at, source: '', target: '', state: undefined, note: undefined };
      into = undefined;
    } else if (local === 'alt-trans') alternative += 1;
    else if (alternative > 0 || !unit) return;
    else if (local === 'source' || local === 'target') {
      into = local;
      if (local === 'target') unit.state = value('state');
    } else if (local === 'note') into = value('from') === 'waymark' ? undefined : 'note';
    else if (local === 'x') append(value('equiv-text') ?? `{{${(value('id') ?? '').replace(/-\d+$/u, '')}}}`);
  });
  parser.on('closetag', ({ local }) => {
    elements.pop();
    if (local === 'alt-trans') alternative -= 1;
    else if (local === 'source' || local === 'target' || local === 'note') into = undefined;
    else if (local === 'trans-unit' && unit && file) {
      if (file.isPage) result.pages += 1;
      else result.texts.push(returned(unit, file.locale));
      unit = undefined;
    }
  });

  // In pieces, so that a fault near the head of a large file ends the reading there.
  const body = text.startsWith('\ufeff') ? text.slice(1) : text;
  const failed = (): boolean => failure !== undefined;
  for (let at = 0; at < body.length && !failed(); at += 65_536) parser.write(body.slice(at, at + 65_536));
  if (!failure) parser.close();
  return failure ? { texts: [], pages: 0, diagnostics: [failure] } : result;
}

function returned({ id, at, source, target, state, note }: Unit, locale: string): ReturnedText {
  return {
    locale,
    id,
    source,
    target,
    // Without a state, or with one of another tool, a text that is there counts as translated.
    state: isTranslationState(state) ? state : target === '' ? 'new' : 'translated',
    ...(note === undefined ? {} : { note }),
    at,
  };
}
