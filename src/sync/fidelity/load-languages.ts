import type { FoldedTable } from '../../locale/language-table.ts';
import { loadTables } from '../../locale/load-tables.ts';
import type { Lookup } from '../../locale/lookup.ts';
import { Language, type LanguageTable } from './language.ts';
import { languageTables } from './language-tables.ts';

/** Languages by BCP 47 language (`ko`). */
export type Languages = Lookup<Language>;

/**
 * Loads the language tables that stand beside this module, or in another folder. A language is added by adding a file.
 *
 * @throws InputError where a table does not fit the schema.
 */
export function loadLanguages(from?: URL): Promise<Languages> {
  return loadTables(languageTables, (table: FoldedTable<LanguageTable>) => new Language(table), { from });
}
