import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { digestBytes } from '../content/digest.ts';
import { parseYaml } from '../rules/yaml-source.ts';
import { configurationName } from './configuration.ts';
import { loadProject } from './load-project.ts';
import { digestRuleFiles, type Snapshot } from './snapshot.ts';

/** Makes the snapshot of a project for the build. */
export async function makeSnapshot(root: string): Promise<Snapshot> {
  const { rules, documents, configuration } = await loadProject(root);
  return {
    ruleFiles: (await digestRuleFiles(root)) ?? {},
    rules: {
      facts: [...rules.facts.values()],
      workflows: [...rules.workflows.values()],
      advisories: [...rules.advisories],
      diagnostics: [...rules.diagnostics],
      broken: [...rules.broken],
    },
    configuration: {
      digest: digestBytes(await readFile(join(root, configurationName))),
      settings: configuration,
    },
    documents: Object.fromEntries(documents.all.map((document) => [document.digest, document])),
  };
}

/** Reads for the build what the records and the glossary of the catalogs say, by the digest of their files. */
export async function makeRecords(root: string): Promise<Record<string, unknown>> {
  const folder = join(root, 'locales');
  const names = await readdir(folder, { recursive: true });
  const values: Record<string, unknown> = {};
  for (const name of names.filter((each) => each.endsWith('.yaml')).toSorted()) {
    const text = await readFile(join(folder, name), 'utf8');
    const { value, diagnostics } = parseYaml(text, name);
    if (diagnostics.length === 0) values[digestBytes(text)] = value;
  }
  return values;
}
