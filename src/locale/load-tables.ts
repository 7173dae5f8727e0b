import { readdir, readFile } from 'node:fs/promises';
import { InputError } from '../diagnostic/input-error.ts';
import { bodyOfCompiled, compiledName } from './compiled-table.ts';
import type { FoldedTable, TableKind } from './language-table.ts';
import { LazyLookup, type Lookup } from './lookup.ts';

/** Options of loading tables. */
export interface LoadTablesOptions {
  /** Languages to load; all there are, if left out. */
  languages?: Iterable<string> | undefined;
  /** Folder to read instead of the kind's own. */
  from?: URL | undefined;
}

/**
 * Loads tables by language. A language is added by adding its file.
 *
 * What the build compiled is used where it was made from the very bytes of the file; any other file is read and checked.
 *
 * @param make Makes of a table what is needed of it; asked when a language is first met.
 * @throws InputError where a file does not hold such a table.
 */
export async function loadTables<Table extends object, Made>(
  kind: TableKind,
  make: (table: FoldedTable<Table>) => Made,
  { languages, from = kind.folder }: LoadTablesOptions = {},
): Promise<Lookup<Made>> {
  const wanted = languages && new Set(languages);
  const names = await listLanguages(from);
  const makers = names
    .filter((language) => wanted?.has(language) ?? true)
    .map(async (language) => {
      const source = await readFile(new URL(`${language}.yaml`, from));
      const compiled = await readFile(new URL(compiledName(language), from), 'utf8').catch(() => '');
      const body = bodyOfCompiled(compiled, source);
      const table = body === undefined ? await readTable<Table>(kind, source, language) : undefined;
      return [language, () => make(table ?? (JSON.parse(body ?? '') as FoldedTable<Table>))] as const;
    });
  return new LazyLookup(new Map(await Promise.all(makers)));
}

/** Lists the languages that a folder has tables of. */
export async function listLanguages(folder: URL): Promise<string[]> {
  const names = await readdir(folder);
  return names.flatMap((name) => (name.endsWith('.yaml') ? [name.slice(0, -5)] : [])).toSorted();
}

/**
 * Reads a table from the bytes of its file.
 *
 * @throws InputError where the file does not hold such a table.
 */
export async function readTable<Table extends object>(
  kind: TableKind,
  source: Uint8Array,
  language: string,
): Promise<FoldedTable<Table>> {
  const [{ parseTable }, { findSchemaFault }, { narrowTable }] = await Promise.all([
    import('./parse-table.ts'),
    import('./find-schema-fault.ts'),
    import('./narrow-table.ts'),
  ]);
  try {
    const value: unknown = parseTable(new TextDecoder().decode(source));
    const fault = findSchemaFault(await kind.schema(), value);
    if (fault !== undefined) throw new SyntaxError(fault);
    const table = value as Table & { language?: unknown };
    if (table.language !== language) throw new SyntaxError(`language: ${String(table.language)}`);
    return narrowTable(table, kind);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new InputError([
      { code: 'invalid-language-table', severity: 'error', path: `${language}.yaml`, values: { reason } },
    ]);
  }
}
