import type { TableKind } from '../locale/language-table.ts';

/** The cue tables, `cues/<language>.yaml`. */
export const cueTables: TableKind = {
  folder: new URL('./cues/', import.meta.url),
  schema: async () => (await import('./cue-table-schema.ts')).cueTableSchema,
  words: ['language', 'scripts', 'functionWords', 'emptyWords'],
};
