import type { Fact } from '../rules/workflow.ts';
import { parseYaml } from '../rules/yaml-source.ts';
import type { Case } from './case.ts';
import { caseFromEntries, type CaseResult, type Locate } from './case-from-entries.ts';

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
