import { isMap, parseDocument, Scalar, YAMLMap } from 'yaml';
import type { Diagnostic } from '../../diagnostic/diagnostic.ts';
import { compareText } from '../../diagnostic/diagnostic.ts';
import { parseYaml } from '../../rules/yaml-source.ts';

/** How far a translation has come: made, read again by someone, or in question. */
export type ReviewState = 'translated' | 'reviewed' | 'question';

/** What is recorded of the texts below one prefix of a catalog. */
export interface ReviewEntry {
  state: ReviewState;
  /** Digest of the English that the translation was made from. */
  english: string;
  note?: string;
}

/** Records by `namespace:prefix`. */
export type ReviewEntries = ReadonlyMap<string, ReviewEntry>;

const digestPattern = /^[0-9a-f]{16}$/u;
const states: ReadonlySet<string> = new Set(['translated', 'reviewed', 'question']);

/**
 * Reads `locales/<language>/review.yaml`: by namespace and prefix either the digest of the English alone, for what is
 * translated and not read again, or `{ english, state, note }`. A faulty entry is a diagnostic, and the others are read.
 */
export function parseReview(
  text: string,
  path: string,
): { entries: ReviewEntries; diagnostics: Diagnostic[] } {
  const source = parseYaml(text, path);
  const diagnostics = [...source.diagnostics];
  const entries = new Map<string, ReviewEntry>();
  for (const [namespace, records] of Object.entries(asObject(source.value))) {
    for (const [prefix, record] of Object.entries(asObject(records))) {
      const entry = readEntry(record);
      if (entry) entries.set(`${namespace}:${prefix}`, entry);
      else {
        const values = { found: prefix, expected: '{ english, state, note }' };
        const where = source.locate([namespace, prefix]);
        diagnostics.push({ code: 'wrong-type', severity: 'error', path, ...where, values });
      }
    }
  }
  return { entries, diagnostics };
}

/** What to change in a file of records. */
export interface ReviewEdits {
  /** New digests by `namespace:prefix`; an entry that is there keeps its note, and is no longer read again. */
  set: ReadonlyMap<string, string>;
  remove: readonly string[];
}

/** Edits the text of a file of records; comments and what is not changed stay. */
export function editReview(text: string, { set, remove }: ReviewEdits): string {
  const document = parseDocument(text === '' ? '{}' : text, { uniqueKeys: true, logLevel: 'silent' });
  if (!isMap(document.contents)) return text;
  document.contents.flow = false;
  for (const key of remove) {
    const [namespace, prefix] = splitKey(key);
    document.deleteIn([namespace, prefix]);
    const section: unknown = document.get(namespace);
    if (isMap(section) && section.items.length === 0) document.delete(namespace);
  }
  for (const [key, english] of [...set].toSorted(([a], [b]) => compareText(a, b))) {
    const [namespace, prefix] = splitKey(key);
    const digest = new Scalar(english);
    const known: unknown = document.getIn([namespace, prefix]);
    if (isMap(known)) {
      document.setIn([namespace, prefix, 'english'], digest);
      document.setIn([namespace, prefix, 'state'], 'translated');
    } else if (document.has(namespace)) document.setIn([namespace, prefix], digest);
    else {
      const section = new YAMLMap();
      section.set(prefix, digest);
      document.set(namespace, section);
    }
  }
  return document.toString({ lineWidth: 0, singleQuote: true });
}

/** Puts whole entries into the text of a file of records: the digest alone where there is nothing else to say. */
export function putReview(text: string, entries: ReviewEntries): string {
  const document = parseDocument(text === '' ? '{}' : text, { uniqueKeys: true, logLevel: 'silent' });
  if (!isMap(document.contents)) return text;
  document.contents.flow = false;
  for (const [key, { state, english, note }] of entries) {
    const [namespace, prefix] = splitKey(key);
    const plain = state === 'translated' && note === undefined;
    const entry = plain ? english : { english, state, ...(note === undefined ? {} : { note }) };
    if (!isMap(document.get(namespace))) document.set(namespace, new YAMLMap());
    document.setIn([namespace, prefix], document.createNode(entry));
  }
  return document.toString({ lineWidth: 0, singleQuote: true });
}

function splitKey(key: string): [string, string] {
  const colon = key.indexOf(':');
  return [key.slice(0, colon), key.slice(colon + 1)];
}

function asObject(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Record<string, unknown>)
    : {};
}

function readEntry(record: unknown): ReviewEntry | undefined {
  if (typeof record === 'string')
    return digestPattern.test(record) ? { state: 'translated', english: record } : undefined;
  const fields = asObject(record);
  const { english, state = 'translated', note } = fields;
  if (typeof english !== 'string' || !digestPattern.test(english) || !states.has(String(state)))
    return undefined;
  if (note !== undefined && typeof note !== 'string') return undefined;
  if (Object.keys(fields).some((key) => !['english', 'state', 'note'].includes(key))) return undefined;
  return { english, state: state as ReviewState, ...(note === undefined ? {} : { note }) };
}
