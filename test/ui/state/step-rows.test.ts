import { describe, expect, test } from 'vitest';
import type { Decision, PlanStep, StepResult } from '../../../src/engine/decision.ts';
import { changesSomething, stepRows } from '../../../src/ui/state/step-rows.ts';

const base: Decision = {
  workflow: 'w',
  article: 'a',
  verdict: 'blocked',
  hypothetical: false,
  preconditions: [],
  consequences: [],
  obligations: [],
  attestations: [],
  cautions: [],
  unencodable: [],
  disagreements: [],
  plan: [],
  steps: [],
  needs: [],
  outOfStep: [],
};

function planStep(id: string, more: Partial<PlanStep> = {}): PlanStep {
  return { id, changes: 'customer', documented: true, steps: [], remedies: 'p', sources: [], ...more };
}

function show(decision: Decision, done: string[], atLeast: string[] = []): string[] {
  return stepRows(decision, new Set(done), 1, new Set(atLeast)).map(
    ({ id, kind, ticked, round }) =>
      `${ticked ? 'x' : ' '} ${kind} ${id}${round ? ` ${round.number}/${round.of ?? '?'}` : ''}`,
  );
}

describe('steps as rows', () => {
  test('a loop shows the round at hand and ends with the last', () => {
    const decision = {
      ...base,
      plan: [planStep('loop', { repeat: { fact: 'n', count: 2 }, steps: ['a', 'b'] })],
    };
    expect(show(decision, [])).toEqual(['  group loop 1/2', '  step a', '  step b', '  all loop 1/2']);
    const first = ['1:plan/loop#1/a', '1:plan/loop#1/b'];
    expect(show(decision, first)).toEqual(['  group loop 2/2', '  step a', '  step b', '  all loop 2/2']);
    const second = [...first, '1:plan/loop#2/a', '1:plan/loop#2/b'];
    expect(show(decision, second)).toEqual(['x group loop 2/2']);
  });

  test('a loop whose count is not known goes on until it is closed', () => {
    const decision = { ...base, plan: [planStep('loop', { repeat: { fact: 'n' } })] };
    const done = ['1:plan/loop#1', '1:plan/loop#2', '1:plan/loop#3'];
    expect(show(decision, done)).toEqual(['  group loop 4/?', '  step loop', '  all loop 4/?']);
    expect(show(decision, [...done, '1:plan/loop'])).toEqual(['x group loop 4/?']);
  });

  test('a count that is only a lower bound is not counted to', () => {
    const decision = { ...base, plan: [planStep('loop', { repeat: { fact: 'n', count: 1 } })] };
    expect(show(decision, [], ['n'])[0]).toBe('  group loop 1/?');
    expect(show(decision, [])).toEqual(['  group loop 1/1', '  step loop']);
  });

  test('a hundred thousand rounds are not laid out one by one', () => {
    const decision = { ...base, plan: [planStep('loop', { repeat: { fact: 'n', count: 100_000 } })] };
    expect(show(decision, ['1:plan/loop#1'])).toHaveLength(3);
  });

  test('ticks of one run through the plan are not those of the next', () => {
    const decision = { ...base, plan: [planStep('a')] };
    const [row] = stepRows(decision, new Set(['1:plan/a']), 2);
    expect(row?.ticked).toBe(false);
  });

  test('what does not apply is left out, and smaller steps keep their order', () => {
    const step: Omit<StepResult, 'id'> = {
      applies: 'yes',
      phase: 'perform',
      changes: 'nothing',
      documented: true,
      optional: false,
      steps: [],
      sources: [],
    };
    const decision: Decision = {
      ...base,
      verdict: 'allowed',
      steps: [
        {
          ...step,
          id: 'outer',
          steps: [
            { ...step, id: 'one' },
            { ...step, id: 'no', applies: 'no' },
            { ...step, id: 'two', optional: true },
          ],
        },
        { ...step, id: 'later', phase: 'afterwards' },
      ],
    };
    expect(show(decision, ['1:task/outer/one'])).toEqual(['x group outer', 'x step one', '  step two']);
    expect(changesSomething(decision)).toBe(false);
    const [outer] = decision.steps;
    if (!outer) throw new Error('no step');
    expect(
      changesSomething({
        ...decision,
        steps: [{ ...outer, steps: [{ ...step, id: 'c', changes: 'customer' }] }],
      }),
    ).toBe(true);
  });
});
