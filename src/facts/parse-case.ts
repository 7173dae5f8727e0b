import { closest } from 'fastest-levenshtein';
import type { Diagnostic } from '../diagnostic/diagnostic.ts';
import { factAccepts } from '../rules/fact-values.ts';
import type { Fact, FactValue } from '../rules/workflow.ts';
import { parseYaml } from '../rules/yaml-source.ts';
import type { Case } from './case.ts';

/** A case as read, or everything that is wrong with it. */
export interface CaseResult {
  case: Case;
  diagnostics: Diagnostic[];
}

/** Where a value stands, for diagnostics. */
type Locate = (name: string, part: 'key' | 'value') => Partial<Diagnostic>;

/**
 * Parses one case from YAML or JSON: a flat object of facts; null is a missing fact and `id` names the case.
 *
 * @param origin What to call the source in diagnostics and origins.
 */
export function parseCase(
  text: string,
  origin: string,
  format: 'yaml' | 'json',
  facts: ReadonlyMap<string, Fact>,
): CaseResult {
  const source = parseYaml(text, origin);
  const empty: Case = { facts: new Map(), origins: new Map() };
  if (source.diagnostics.length > 0) return { case: empty, diagnostics: source.diagnostics };
  if (format === 'json') {
    try {
      JSON.parse(text.replace(/^\ufeff/u, ''));
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      return {
        case: empty,
        diagnostics: [{ code: 'invalid-json', severity: 'error', path: origin, values: { reason } }],
      };
    }
  }
  const { value } = source;
  // An empty YAML file states no facts, which is a case about which nothing is known.
  if (value === null || value === undefined) return { case: empty, diagnostics: [] };
  if (typeof value !== 'object' || Array.isArray(value)) {
    const found = Array.isArray(value) ? 'list' : typeof value;
    const where = source.locate([]);
    return {
      case: empty,
      diagnostics: [{ code: 'not-a-case', severity: 'error', path: origin, ...where, values: { found } }],
    };
  }
  const locate: Locate = (name, part) => source.locate([name], part);
  return caseFromEntries(Object.entries(value), origin, facts, locate);
}

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
      const hint =
        names.length > 0 ? { hint: { code: 'did-you-mean', values: { name: closest(name, names) } } } : {};
      const values = { found: name, expected: names.join(', ') };
      diagnostics.push({
        code: 'unknown-fact',
        severity: 'error',
        path: origin,
        ...locate(name, 'key'),
        values,
        ...hint,
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
  const nearest = typeof value === 'string' && fact.values ? closest(value, fact.values) : undefined;
  return {
    code: 'invalid-fact-value',
    severity: 'error',
    values,
    ...(nearest === undefined ? {} : { hint: { code: 'did-you-mean', values: { name: nearest } } }),
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
