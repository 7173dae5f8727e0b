import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { digestBytes } from '../content/digest.ts';
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
