import type { FactValue } from '../rules/workflow.ts';

/** What is known about one case, and where each value came from. */
export interface Case {
  facts: ReadonlyMap<string, FactValue>;
  /** Where each value came from, by fact: `--fact`, or the path of a file. */
  origins: ReadonlyMap<string, string>;
  /** The case's own name, where it has one. */
  id?: string;
}

/** Lays cases over each other: a later one's values stand over an earlier one's. */
export function mergeCases(cases: readonly Case[]): Case {
  const facts = new Map<string, FactValue>();
  const origins = new Map<string, string>();
  let id: string | undefined;
  for (const each of cases) {
    for (const [name, value] of each.facts) {
      facts.set(name, value);
      origins.set(name, each.origins.get(name) ?? '');
    }
    id = each.id ?? id;
  }
  return { facts, origins, ...(id === undefined ? {} : { id }) };
}
