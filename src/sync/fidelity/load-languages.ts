import { readdirSync, readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { Language, type LanguageTable } from './language.ts';

const folder = new URL('./languages/', import.meta.url);

/** Languages by BCP 47 language (`ko`). */
export type Languages = ReadonlyMap<string, Language>;

/** Loads the language tables that stand beside this module. A language is added by adding a file. */
export function loadLanguages(from: URL = folder): Languages {
  const tables = readdirSync(from)
    .filter((name) => name.endsWith('.yaml'))
    .toSorted()
    .map((name) => parse(readFileSync(new URL(name, from), 'utf8')) as LanguageTable);
  return new Map(tables.map((table) => [table.language, new Language(table)]));
}
