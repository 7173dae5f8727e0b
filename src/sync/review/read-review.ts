import type { Diagnostic } from '../../diagnostic/diagnostic.ts';
import type { YamlSource } from '../../rules/yaml-source.ts';

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
export function readReview(source: YamlSource): { entries: ReviewEntries; diagnostics: Diagnostic[] } {
  const { path } = source;
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
