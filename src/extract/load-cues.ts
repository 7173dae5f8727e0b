import { readdir, readFile } from 'node:fs/promises';
import { loadTables } from '../locale/load-tables.ts';
import { LazyLookup, type Lookup } from '../locale/lookup.ts';
import { type CompiledCues, compileCues } from './compile-cues.ts';
import { cueTables } from './cue-tables.ts';
import { anyLanguage, parseWeights, type WeightSets } from './weights.ts';

/** What classification needs beside a document: the cue tables by language, and the weights. */
export interface Cues {
  tables: Lookup<CompiledCues>;
  weights: WeightSets;
}

/** Options of loading cues. */
export interface LoadCuesOptions {
  /** Languages of the documents to come; English is always loaded beside them. All there are, if left out. */
  languages?: readonly string[];
  /** Folder to read; the one beside this module unless a test brings its own. */
  from?: URL;
}

/**
 * Loads the cue tables (`cues/<language>.yaml`) and the learned weights (`cues/weights/<language>.tsv`).
 *
 * @throws InputError where a table does not fit the schema.
 */
export async function loadCues({ languages, from }: LoadCuesOptions = {}): Promise<Cues> {
  const wanted = languages && ['en', ...languages];
  const tables = await loadTables(cueTables, compileCues, { languages: wanted, from });
  return { tables, weights: await loadWeights([...tables.keys()], from ?? cueTables.folder) };
}

/** Reads the files of weights; each is parsed when a sentence of its language is first met. */
async function loadWeights(languages: readonly string[], folder: URL): Promise<WeightSets> {
  const learned = new Set(
    (await readdir(new URL('weights/', folder))).map((name) => name.replace('.tsv', '')),
  );
  const wanted = new Set(languages.map((language) => (learned.has(language) ? language : anyLanguage)));
  const sets = [...wanted].map(async (language) => {
    const text = await readFile(new URL(`weights/${language}.tsv`, folder), 'utf8');
    return [language, () => parseWeights(text)] as const;
  });
  return new LazyLookup(new Map(await Promise.all(sets)));
}
