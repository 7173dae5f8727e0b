import type { Diagnostic } from '../diagnostic/diagnostic.ts';
import { suggestName } from '../diagnostic/suggestion.ts';
import { factAccepts } from '../rules/fact-values.ts';
import type { Fact, FactValue } from '../rules/workflow.ts';
import type { Case } from './case.ts';

/** A case as read, or everything that is wrong with it. */
export interface CaseResult {
  case: Case;
  diagnostics: Diagnostic[];
}

/** Where a value stands, for diagnostics. */
export type Locate = (name: string, part: 'key' | 'value') => Partial<Diagnostic>;

/** Makes a case of names and values, checking every one. */
export function caseFromEntries(
  entries: readonly (readonly [string, unknown])[],
  origin: string,
  facts: ReadonlyMap<string, Fact>,
  locate: Locate,
): CaseResult {
  const diagnostics: Diagnostic[] = [];
  const known = new Map<string, FactValue>();
  const origins = new Map<string, string>();
  let id: string | undefined;
  for (const [name, value] of entries) {
    if (name === 'id') {
      id = String(value);
      continue;
    }
    const fact = facts.get(name);
    if (!fact) {
      const names = [...facts.keys()];
      const values = { found: name, expected: names.join(', ') };
      diagnostics.push({
        code: 'unknown-fact',
        severity: 'error',
        path: origin,
        ...locate(name, 'key'),
        values,
        ...suggestName(name, names),
      });
    } else if (value !== null && value !== undefined) {
      if (factAccepts(fact, value)) {
        known.set(name, value as FactValue);
        origins.set(name, origin);
      } else {
        diagnostics.push({ ...wrongValue(fact, value), path: origin, ...locate(name, 'value') });
      }
    }
  }
  return { case: { facts: known, origins, ...(id === undefined ? {} : { id }) }, diagnostics };
}

function wrongValue(fact: Fact, value: unknown): Diagnostic {
  const shown = typeof value === 'string' ? value : (JSON.stringify(value) ?? String(value));
  const found = typeof value === 'number' ? String(value) : shown;
  const values = {
    fact: fact.name,
    found: found.length > 80 ? `${found.slice(0, 77)}…` : found,
    expected: describeDomain(fact),
  };
  return {
    code: 'invalid-fact-value',
    severity: 'error',
    values,
    ...(typeof value === 'string' ? suggestName(value, fact.values ?? []) : {}),
  };
}

/** Describes the values a fact can have in a notation that needs no language: `0..10`, `a | b`, `[a | b]`. */
export function describeDomain(fact: Fact): string {
  switch (fact.type) {
    case 'boolean':
      return 'true | false';
    case 'integer':
      return `${fact.minimum ?? ''}..${fact.maximum ?? ''}`;
    case 'code':
      return (fact.values ?? []).join(' | ');
    case 'codes':
      return `[${(fact.values ?? []).join(' | ')}]`;
  }
}
