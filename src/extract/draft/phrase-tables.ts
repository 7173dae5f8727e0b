import type { TableKind } from '../../locale/language-table.ts';

/** The phrase tables, `phrases/<language>.yaml`. */
export const phraseTables: TableKind = {
  folder: new URL('./phrases/', import.meta.url),
  schema: async () => (await import('./phrase-table-schema.ts')).phraseTableSchema,
  words: ['language', 'fillers'],
};
