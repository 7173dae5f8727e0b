import { Document, isMap, parseDocument } from 'yaml';
import type { Diagnostic } from '../../diagnostic/diagnostic.ts';
import { parseYaml } from '../../rules/yaml-source.ts';
import { isTranslationState, type TranslationState } from './exchange-text.ts';

/** What a catalog cannot hold of a text: how far its translation is, what it was made from, and a note. */
export interface ReviewRecord {
  state: TranslationState;
  /** Digest of the English that the translation was made from. */
  source: string;
  note?: string;
}

/** Records by `namespace:key` without plural suffix. */
export type ReviewRecords = ReadonlyMap<string, ReviewRecord>;

/** Reads `locales/<language>/review.yaml`; a record of another shape is a diagnostic, and the others are read. */
export function parseReviewRecords(
  text: string,
  path: string,
): { records: Map<string, ReviewRecord>; diagnostics: Diagnostic[] } {
  const source = parseYaml(text, path);
  const records = new Map<string, ReviewRecord>();
  const diagnostics = [...source.diagnostics];
  const entries: [string, unknown][] =
    typeof source.value === 'object' && source.value !== null ? Object.entries(source.value) : [];
  for (const [key, value] of entries) {
    if (isRecord(value)) records.set(key, value);
    else {
      const values = { found: key, expected: 'state, source, note' };
      diagnostics.push({
        code: 'wrong-type',
        severity: 'error',
        path,
        ...source.locate([key], 'key'),
        values,
      });
    }
  }
  return { records, diagnostics };
}

/** Writes changed records into the text of `review.yaml`, what else stands there kept. */
export function editReviewRecords(text: string, changes: ReviewRecords): string {
  const parsed = parseDocument(text);
  const document = isMap(parsed.contents) ? parsed : new Document({});
  for (const [key, { state, source, note }] of changes)
    document.set(key, { state, source, ...(note === undefined ? {} : { note }) });
  return document.toString({ lineWidth: 110 });
}

function isRecord(value: unknown): value is ReviewRecord {
  if (typeof value !== 'object' || value === null) return false;
  const { state, source, note } = value as Record<string, unknown>;
  return (
    typeof state === 'string' &&
    isTranslationState(state) &&
    typeof source === 'string' &&
    (note === undefined || typeof note === 'string')
  );
}
