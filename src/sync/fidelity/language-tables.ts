import { readFile } from 'node:fs/promises';
import type { TableKind } from '../../locale/language-table.ts';

const folder = new URL('./languages/', import.meta.url);

/** The language tables of the fidelity checks, `languages/<language>.yaml`. */
export const languageTables: TableKind = {
  folder,
  schema: async () => JSON.parse(await readFile(new URL('schema.json', folder), 'utf8')) as object,
  words: ['language', 'script', 'scales'],
  named: ['numbers'],
  expand: (pattern) => pattern.replaceAll('~', String.raw`\p{L}*`),
};
