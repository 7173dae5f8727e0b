import { Engine, type NestedCondition, type TopLevelCondition } from 'json-rules-engine';
import { isComparison } from '../rules/condition.ts';
import type { Condition, FactValue } from '../rules/workflow.ts';
import { certain } from './certain.ts';

/** A truth value of strong Kleene logic; undefined is unknown. */
export type Truth = boolean | undefined;

/**
 * Evaluates named conditions about one case with json-rules-engine.
 *
 * Each run has an engine of its own: one that is shared by runs that overlap, or that follows a run which threw,
 * loses rules silently. That every rule answered is asserted all the same.
 *
 * @param conditions Conditions by a name of the caller's choice.
 * @param facts The known facts only.
 * @returns A truth value for every name.
 */
export async function evaluateConditions(
  conditions: ReadonlyMap<string, Condition>,
  facts: ReadonlyMap<string, FactValue>,
): Promise<Map<string, Truth>> {
  const truths = new Map<string, Truth>();
  // The engine's own resolver evaluates JSONPath; rules have no `path`, so none is ever resolved.
  const engine = new Engine([], { pathResolver: (value: unknown) => value });
  let rules = 0;
  const isKnown = (fact: string): boolean => facts.has(fact);
  for (const [name, condition] of conditions) {
    truths.set(name, undefined);
    for (const wanted of [true, false]) {
      const part = certain(condition, wanted, isKnown);
      if (part === true) truths.set(name, wanted);
      if (typeof part === 'boolean') continue;
      rules += 1;
      engine.addRule({ conditions: topLevel(part), event: { type: 'holds', params: { name, wanted } } });
    }
  }
  if (rules === 0) return truths;
  for (const [name, value] of facts) engine.addFact(name, value);
  const { results, failureResults } = await engine.run();
  if (results.length + failureResults.length !== rules) {
    throw new Error(`json-rules-engine answered ${results.length + failureResults.length} of ${rules} rules`);
  }
  for (const { event } of results) {
    const params = event?.params;
    if (params) truths.set(String(params['name']), params['wanted'] === true);
  }
  return truths;
}

function topLevel(condition: Condition): TopLevelCondition {
  const nested = toEngine(condition);
  return isComparison(condition) ? { all: [nested] } : (nested as TopLevelCondition);
}

function toEngine(condition: Condition): NestedCondition {
  if (isComparison(condition)) {
    return { fact: condition.fact, operator: condition.operator, value: condition.value };
  }
  if ('not' in condition) return { not: toEngine(condition.not) };
  return 'all' in condition ? { all: condition.all.map(toEngine) } : { any: condition.any.map(toEngine) };
}

/** Strong Kleene conjunction. */
export function and(a: Truth, b: Truth): Truth {
  if (a === false || b === false) return false;
  return a === undefined || b === undefined ? undefined : true;
}
