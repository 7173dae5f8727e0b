import type { Fact, Operator } from './workflow.ts';

const operatorsOf: Record<Fact['type'], readonly Operator[]> = {
  code: ['equal', 'notEqual', 'in', 'notIn'],
  codes: ['contains', 'doesNotContain'],
  boolean: ['equal', 'notEqual'],
  integer: [
    'equal',
    'notEqual',
    'in',
    'notIn',
    'lessThan',
    'lessThanInclusive',
    'greaterThan',
    'greaterThanInclusive',
  ],
};

/** Tells whether an operator means something for the type of a fact. */
export function operatorFits(fact: Fact, operator: Operator): boolean {
  return operatorsOf[fact.type].includes(operator);
}

/** Tells whether a value is of the type of a fact and inside its domain. */
export function factAccepts(fact: Fact, value: unknown): boolean {
  switch (fact.type) {
    case 'boolean':
      return typeof value === 'boolean';
    case 'integer':
      return (
        Number.isSafeInteger(value) &&
        (value as number) >= (fact.minimum ?? Number.MIN_SAFE_INTEGER) &&
        (value as number) <= (fact.maximum ?? Number.MAX_SAFE_INTEGER)
      );
    case 'code':
      return typeof value === 'string' && (fact.values ?? []).includes(value);
    case 'codes':
      return (
        Array.isArray(value) &&
        new Set(value).size === value.length &&
        value.every((item) => typeof item === 'string' && (fact.values ?? []).includes(item))
      );
  }
}
