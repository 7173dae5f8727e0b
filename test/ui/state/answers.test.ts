import { describe, expect, test } from 'vitest';
import { decide } from '../../../src/engine/decide.ts';
import type { Comparison, Workflow } from '../../../src/rules/workflow.ts';
import { findWhoFact, isForPartner, oneOrMoreSuffices } from '../../../src/ui/state/answers.ts';
import { makeExampleCase } from '../../../src/ui/state/example-case.ts';
import { sharedProject } from '../walk-harness.ts';

const { rules, documents } = await sharedProject();

function workflow(require: Comparison): Workflow {
  return {
    workflow: 'w',
    article: 'a',
    preconditions: [{ id: 'p', state: 'reviewed', require, remedy: [], pins: [] }],
    attestations: [],
    steps: [],
    consequences: [],
    obligations: [],
    unencodable: [],
    uncovered: [],
  };
}

describe('"one or more"', () => {
  const fact = { name: 'n', type: 'integer', minimum: 0, maximum: 100, known: ['person'] } as const;
  test.each([
    ['equal', 0, true],
    ['greaterThan', 0, true],
    ['lessThan', 1, true],
    ['lessThan', 5, false],
    ['equal', 3, false],
    ['lessThanInclusive', 1, false],
  ] as const)('is exact enough for %s %i: %s', (operator, value, expected) => {
    const sufficient = oneOrMoreSuffices(
      { ...fact, known: ['person'] },
      workflow({ fact: 'n', operator, value }),
    );
    expect(sufficient).toBe(expected);
  });
});

test('the kind of partner is found in the rules, and the tasks for it', () => {
  const whoFact = findWhoFact(rules);
  expect(whoFact?.name).toBe('partnerType');
  if (!whoFact) return;
  const answers = new Map([['partnerType', { kind: 'value', value: 'indirectReseller' } as const]]);
  const fitting = [...rules.workflows.values()].filter(
    (each) => isForPartner(each, whoFact, answers) === false,
  );
  expect(fitting.map((each) => each.workflow)).toEqual(['remove-reseller-relationship']);
  expect(
    isForPartner(workflow({ fact: 'n', operator: 'equal', value: 0 }), whoFact, answers),
  ).toBeUndefined();
});

test.each([...rules.workflows.keys()])('the example of %s is a whole case', async (name) => {
  const task = rules.workflows.get(name);
  if (!task) throw new Error(name);
  const decision = await decide(rules, documents, task, makeExampleCase(rules, task));
  const hasCount = task.steps.some(({ repeat }) => repeat);
  expect(decision.needs).toEqual([]);
  expect(decision.verdict).toBe(hasCount ? 'blocked' : 'allowed');
});
