import { readFileSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { digestBytes } from '../content/digest.ts';
import type { Document } from '../content/document.ts';
import type { Diagnostic } from '../diagnostic/diagnostic.ts';
import { readBytes } from '../diagnostic/read-text.ts';
import type { RuleSet } from '../rules/project.ts';
import type { Configuration } from './configuration.ts';
import type { Advisory, Fact, Workflow } from '../rules/workflow.ts';

/**
 * What the build read beforehand from the packaged rules and pages, with the digests of the bytes it read.
 * A run uses a part of it only where the digests agree, so that it can never differ from reading anew.
 */
export interface Snapshot {
  /** Digest of every file in `rules/` by name. */
  ruleFiles: Record<string, string>;
  rules: {
    facts: Fact[];
    workflows: Workflow[];
    advisories: Advisory[];
    diagnostics: Diagnostic[];
    broken: string[];
  };
  /** Digest of `waymark.config.yaml` and what it says. */
  configuration: { digest: string; settings: Configuration };
  /** Pages by digest. */
  documents: Record<string, Document>;
}

/** Name of the snapshot beside the bundle. */
export const snapshotName = 'snapshot.json';

let loaded: Snapshot | null | undefined;

/** Reads the snapshot beside the bundle; undefined where there is none, as when running from source. */
export function readSnapshot(): Snapshot | undefined {
  if (loaded === undefined) {
    try {
      loaded = JSON.parse(readFileSync(new URL(snapshotName, import.meta.url), 'utf8')) as Snapshot;
    } catch {
      loaded = null;
    }
  }
  return loaded ?? undefined;
}

/** Digests every rule file of a project by name; undefined where the folder cannot be read. */
export async function digestRuleFiles(root: string): Promise<Record<string, string> | undefined> {
  const folder = join(root, 'rules');
  try {
    const names = (await readdir(folder)).filter((name) => /\.ya?ml$/u.test(name)).toSorted();
    const digests = await Promise.all(
      names.map(async (name) => {
        const bytes = await readBytes(join(folder, name), name);
        return bytes instanceof Uint8Array ? ([name, digestBytes(bytes)] as const) : undefined;
      }),
    );
    // What cannot be read was not read for the snapshot either; loading the rules says why.
    return digests.includes(undefined)
      ? undefined
      : Object.fromEntries(digests.filter((each) => each !== undefined));
  } catch {
    return undefined;
  }
}

/** Gives the rules of a snapshot where every rule file has the bytes that it was made from. */
export function rulesFromSnapshot(
  snapshot: Snapshot | undefined,
  digests: Record<string, string> | undefined,
): RuleSet | undefined {
  if (!snapshot || !digests) return undefined;
  const names = Object.keys(snapshot.ruleFiles);
  const same =
    names.length === Object.keys(digests).length &&
    names.every((name) => snapshot.ruleFiles[name] === digests[name]);
  if (!same) return undefined;
  const { facts, workflows, advisories, diagnostics, broken } = snapshot.rules;
  return {
    facts: new Map(facts.map((fact) => [fact.name, fact])),
    workflows: new Map(workflows.map((workflow) => [workflow.workflow, workflow])),
    advisories,
    diagnostics,
    broken: new Set(broken),
  };
}
