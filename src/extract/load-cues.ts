import { readdir, readFile } from 'node:fs/promises';
import { Ajv } from 'ajv';
import { parse } from 'yaml';
import { InputError } from '../diagnostic/input-error.ts';
import { type CompiledCues, compileCues } from './compile-cues.ts';
import { cueTableSchema } from './cue-table-schema.ts';
import type { CueTable } from './cue-table.ts';
import { parseWeights, type WeightSets } from './weights.ts';

/** What classification needs beside a document: the cue tables by language, and the weights. */
export interface Cues {
  tables: ReadonlyMap<string, CompiledCues>;
  weights: WeightSets;
}

const folder = new URL('./cues/', import.meta.url);

/** Options of loading cues. */
export interface LoadCuesOptions {
  /** Languages of the documents to come; English is always loaded beside them. All there are, if left out. */
  languages?: readonly string[];
  /** Folder to read; the one beside this module unless a test brings its own. */
  from?: URL;
}

/**
 * Loads the cue tables (`cues/<language>.yaml`) and the learned weights (`cues/weights.json`).
 *
 * @throws InputError where a table does not fit the schema.
 */
export async function loadCues({ languages, from = folder }: LoadCuesOptions = {}): Promise<Cues> {
  const validate = new Ajv({ allErrors: true }).compile<CueTable>(cueTableSchema);
  const tables = new Map<string, CompiledCues>();
  const wanted = languages && new Set(['en', ...languages].map((language) => `${language}.yaml`));
  const files = (await readdir(from)).filter((name) => name.endsWith('.yaml') && (wanted?.has(name) ?? true));
  for (const name of files.toSorted()) {
    const table: unknown = parse(await readFile(new URL(name, from), 'utf8'), { maxAliasCount: 0 });
    if (!validate(table) || `${table.language}.yaml` !== name) {
      const reason = (validate.errors ?? [])
        .map((error) => `${error.instancePath} ${error.message}`)
        .join('; ');
      const values = { reason: reason || 'language' };
      throw new InputError([{ code: 'invalid-cue-table', severity: 'error', path: name, values }]);
    }
    tables.set(table.language, compileCues(table));
  }
  return { tables, weights: parseWeights(await readFile(new URL('weights.json', from), 'utf8')) };
}
