import type { Diagnostic } from '../diagnostic/diagnostic.ts';
import type { Advisory, Fact, Workflow } from './workflow.ts';
import type { YamlSource } from './yaml-source.ts';

/** A rule file as read, with the places of its parts. */
export interface WorkflowFile {
  path: string;
  workflow: Workflow;
  source: YamlSource;
}

/** The rules of a project: what could be read, and diagnostics for what could not. */
export interface RuleSet {
  /** By name, in the order of `rules/facts.yaml`. */
  facts: ReadonlyMap<string, Fact>;
  /** By name, in the order of their files' names. */
  workflows: ReadonlyMap<string, Workflow>;
  advisories: readonly Advisory[];
  /** Everything found wrong, in all files at once, ordered by place. */
  diagnostics: readonly Diagnostic[];
  /** Rule files that could not be used, by the name their workflow would have. */
  broken: ReadonlySet<string>;
}
