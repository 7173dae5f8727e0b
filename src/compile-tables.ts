import { readFile, writeFile } from 'node:fs/promises';
import { cueTables } from './extract/cue-tables.ts';
import { phraseTables } from './extract/draft/phrase-tables.ts';
import { compiledName, writeCompiled } from './locale/compiled-table.ts';
import type { TableKind } from './locale/language-table.ts';
import { listLanguages, readTable } from './locale/load-tables.ts';
import { languageTables } from './sync/fidelity/language-tables.ts';

/**
 * Compiles the language tables for the build, each beside its file.
 *
 * @param folder Folder that holds `cues/`, `phrases/` and `languages/`.
 */
export async function compileTables(folder: URL): Promise<void> {
  await compileFolder(cueTables, new URL('cues/', folder));
  await compileFolder(phraseTables, new URL('phrases/', folder));
  await compileFolder(languageTables, new URL('languages/', folder));
}

async function compileFolder(kind: TableKind, folder: URL): Promise<void> {
  for (const language of await listLanguages(folder)) {
    const source = await readFile(new URL(`${language}.yaml`, folder));
    const table = await readTable(kind, source, language);
    await writeFile(new URL(compiledName(language), folder), writeCompiled(table, source));
  }
}
