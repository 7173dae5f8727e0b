import type { PreconditionStatus, Verdict } from '../../src/engine/decision.ts';
import type { Comparison, Condition, FactValue, Precondition } from '../../src/rules/workflow.ts';

/** A truth value by name, so that this evaluator shares nothing with the one that it judges. */
export type Kleene = 'true' | 'false' | 'unknown';

/** Evaluates a condition by the definition of strong Kleene logic, from the leaves up. */
export function evaluateNaively(condition: Condition, facts: ReadonlyMap<string, FactValue>): Kleene {
  if ('not' in condition) {
    const inner = evaluateNaively(condition.not, facts);
    if (inner === 'unknown') return 'unknown';
    return inner === 'true' ? 'false' : 'true';
  }
  if ('all' in condition) {
    let result: Kleene = 'true';
    for (const child of condition.all) {
      const value = evaluateNaively(child, facts);
      if (value === 'false') return 'false';
      if (value === 'unknown') result = 'unknown';
    }
    return result;
  }
  if ('any' in condition) {
    let result: Kleene = 'false';
    for (const child of condition.any) {
      const value = evaluateNaively(child, facts);
      if (value === 'true') return 'true';
      if (value === 'unknown') result = 'unknown';
    }
    return result;
  }
  const value = facts.get(condition.fact);
  if (value === undefined) return 'unknown';
  return compare(condition, value) ? 'true' : 'false';
}

function compare({ operator, value: wanted }: Comparison, value: FactValue): boolean {
  const listed = (list: unknown, item: unknown): boolean => (list as unknown[]).some((each) => each === item);
  switch (operator) {
    case 'equal':
      return value === wanted;
    case 'notEqual':
      return value !== wanted;
    case 'in':
      return listed(wanted, value);
    case 'notIn':
      return !listed(wanted, value);
    case 'contains':
      return listed(value, wanted);
    case 'doesNotContain':
      return !listed(value, wanted);
    case 'lessThan':
      return value < wanted;
    case 'lessThanInclusive':
      return value <= wanted;
    case 'greaterThan':
      return value > wanted;
    case 'greaterThanInclusive':
      return value >= wanted;
  }
}

/** Gives the status of a precondition as the contract words it. */
export function statusNaively(
  precondition: Precondition,
  facts: ReadonlyMap<string, FactValue>,
): PreconditionStatus {
  const audience = precondition.audience ? evaluateNaively(precondition.audience, facts) : 'true';
  const requirement = evaluateNaively(precondition.require, facts);
  if (audience === 'false') return 'not-applicable';
  if (audience === 'unknown') return requirement === 'true' ? 'satisfied' : 'unknown';
  return ({ true: 'satisfied', false: 'violated', unknown: 'unknown' } as const)[requirement];
}

/** Gives the verdict as the contract words it. */
export function verdictNaively(statuses: readonly PreconditionStatus[]): Verdict {
  if (statuses.some((status) => status === 'violated')) return 'blocked';
  if (statuses.some((status) => status === 'unknown')) return 'unknown';
  return statuses.some((status) => status === 'satisfied') ? 'allowed' : 'unknown';
}
