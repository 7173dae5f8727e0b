import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { Diagnostic } from '../diagnostic/diagnostic.ts';
import { mayHoldControls, stripControlsDeep } from '../diagnostic/visible-text.ts';
import type { Catalogs } from './translator.ts';

/**
 * Loads `<folder>/<language>/*.json` for some languages. Folders later in the list take the place of earlier ones,
 * namespace by namespace, so that a project's own words stand over the packaged ones.
 *
 * A file that is no JSON object is a diagnostic, and the others are read; a folder that is absent has nothing to add.
 */
export function loadCatalogs(
  folders: readonly string[],
  languages: readonly string[],
): { catalogs: Catalogs; diagnostics: Diagnostic[] } {
  const catalogs: Catalogs = {};
  const diagnostics: Diagnostic[] = [];
  for (const language of languages) {
    const namespaces: Record<string, object> = {};
    for (const folder of folders) {
      for (const path of listCatalogFiles(join(folder, language))) {
        const catalog = readCatalog(path, diagnostics);
        if (catalog) namespaces[basename(path, '.json')] = catalog;
      }
    }
    catalogs[language] = namespaces;
  }
  return { catalogs, diagnostics };
}

function listCatalogFiles(folder: string): string[] {
  try {
    return readdirSync(folder)
      .filter((name) => name.endsWith('.json'))
      .toSorted()
      .map((name) => join(folder, name));
  } catch {
    return [];
  }
}

function readCatalog(path: string, diagnostics: Diagnostic[]): object | undefined {
  try {
    const text = readFileSync(path, 'utf8');
    const parsed: unknown = JSON.parse(text);
    const value = mayHoldControls(text) ? stripControlsDeep(parsed) : parsed;
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value;
    diagnostics.push({ code: 'invalid-catalog', severity: 'error', path, values: { reason: typeof value } });
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    diagnostics.push({ code: 'invalid-catalog', severity: 'error', path, values: { reason } });
  }
  return undefined;
}
