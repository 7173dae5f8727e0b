import type { Comparison, Condition } from './workflow.ts';

/** Tells whether a condition is a single comparison. */
export function isComparison(condition: Condition): condition is Comparison {
  return 'fact' in condition;
}

/** Lists the comparisons of a condition from left to right. */
export function listComparisons(condition: Condition): Comparison[] {
  if (isComparison(condition)) return [condition];
  if ('not' in condition) return listComparisons(condition.not);
  return ('all' in condition ? condition.all : condition.any).flatMap(listComparisons);
}

/** Lists the names of the facts that a condition reads, each once, from left to right. */
export function listFacts(...conditions: readonly (Condition | undefined)[]): string[] {
  const names = conditions.flatMap((condition) => (condition ? listComparisons(condition) : []));
  return [...new Set(names.map((comparison) => comparison.fact))];
}
