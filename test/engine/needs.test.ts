import { expect, test } from 'vitest';
import { listNeeds } from '../../src/engine/needs.ts';
import type { Condition, Fact, FactValue, Precondition } from '../../src/rules/workflow.ts';

const facts = new Map<string, Fact>(
  [
    { name: 'first', type: 'boolean' as const, known: ['person' as const] },
    { name: 'second', type: 'integer' as const, minimum: 0, maximum: 9, known: ['person' as const] },
    { name: 'third', type: 'boolean' as const, known: ['person' as const] },
  ].map((fact) => [fact.name, fact]),
);

function precondition(require: Condition, audience?: Condition): Precondition {
  return { id: 'x', state: 'reviewed', pins: [], remedy: ['y'], require, ...(audience ? { audience } : {}) };
}

function needs(preconditions: Precondition[], known: Record<string, FactValue> = {}): string[] {
  return listNeeds(preconditions, new Map(Object.entries(known)), facts);
}

const yes = (fact: string): Condition => ({ fact, operator: 'equal', value: true });
const none: Condition = { fact: 'second', operator: 'equal', value: 0 };

test('the fact that settles most comes first, ties in the order of the facts', () => {
  expect(
    needs([precondition(yes('third')), precondition(none), precondition({ any: [yes('first'), none] })]),
  ).toEqual(['second', 'first', 'third']);
});

test('a fact that can no longer change anything is not asked for', () => {
  expect(needs([precondition({ any: [yes('first'), yes('third')] })], { first: true })).toEqual([]);
  expect(needs([precondition({ all: [yes('first'), none] }, yes('third'))], { third: false })).toEqual([]);
});

test('a condition that holds for every value needs no value', () => {
  expect(needs([precondition({ fact: 'second', operator: 'greaterThanInclusive', value: 0 })])).toEqual([]);
  expect(needs([precondition({ any: [yes('first'), { not: yes('first') }] })])).toEqual([]);
});

test('whom it is for is asked too', () => {
  expect(needs([precondition(none, yes('first'))], { second: 3 })).toEqual(['first']);
});
