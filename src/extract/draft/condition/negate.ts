import type { Comparison, Condition, Fact, Operator } from '../../../rules/workflow.ts';

const opposite: Record<Operator, Operator> = {
  equal: 'notEqual',
  notEqual: 'equal',
  in: 'notIn',
  notIn: 'in',
  lessThan: 'greaterThanInclusive',
  lessThanInclusive: 'greaterThan',
  greaterThan: 'lessThanInclusive',
  greaterThanInclusive: 'lessThan',
  contains: 'doesNotContain',
  doesNotContain: 'contains',
};

/** Gives the condition that holds where another does not, without a `not`. */
export function negate(condition: Condition, facts: ReadonlyMap<string, Fact>): Condition {
  if ('not' in condition) return condition.not;
  if ('all' in condition) return { any: condition.all.map((child) => negate(child, facts)) };
  if ('any' in condition) return { all: condition.any.map((child) => negate(child, facts)) };
  return negateComparison(condition, facts.get(condition.fact));
}

function negateComparison({ fact, operator, value }: Comparison, declared: Fact | undefined): Comparison {
  if (typeof value === 'boolean' && operator === 'equal') return { fact, operator, value: !value };
  const minimum = declared?.minimum ?? 0;
  if (operator === 'greaterThan' && value === minimum) return { fact, operator: 'equal', value: minimum };
  if (operator === 'equal' && value === minimum && typeof value === 'number') {
    return { fact, operator: 'greaterThan', value };
  }
  return { fact, operator: opposite[operator], value };
}
