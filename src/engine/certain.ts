import { isComparison } from '../rules/condition.ts';
import type { Condition, Operator } from '../rules/workflow.ts';

const complement: Record<Operator, Operator> = {
  equal: 'notEqual',
  notEqual: 'equal',
  in: 'notIn',
  notIn: 'in',
  lessThan: 'greaterThanInclusive',
  greaterThanInclusive: 'lessThan',
  greaterThan: 'lessThanInclusive',
  lessThanInclusive: 'greaterThan',
  contains: 'doesNotContain',
  doesNotContain: 'contains',
};

/**
 * Rewrites a condition so that it holds exactly when the original is certainly true (or, with `wanted` false,
 * certainly false) in strong Kleene logic, whatever the facts that are not known.
 *
 * `not` is pushed down to the comparisons and a comparison of an unknown fact becomes false. What is left has no `not`
 * and reads known facts only, which is all that json-rules-engine may be shown: it takes a missing fact for satisfied.
 *
 * @returns A condition without `not`, or the truth value that it folds to.
 */
export function certain(
  condition: Condition,
  wanted: boolean,
  isKnown: (fact: string) => boolean,
): Condition | boolean {
  if (isComparison(condition)) {
    if (!isKnown(condition.fact)) return false;
    return wanted ? condition : { ...condition, operator: complement[condition.operator] };
  }
  if ('not' in condition) return certain(condition.not, !wanted, isKnown);
  const children = 'all' in condition ? condition.all : condition.any;
  const conjunction = 'all' in condition === wanted;
  const kept: Condition[] = [];
  for (const child of children) {
    const part = certain(child, wanted, isKnown);
    if (part === !conjunction) return part;
    if (typeof part !== 'boolean') kept.push(part);
  }
  if (kept.length === 0) return conjunction;
  return conjunction ? { all: kept } : { any: kept };
}
