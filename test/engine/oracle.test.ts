import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import { DocumentIndex } from '../../src/content/document-index.ts';
import { decide } from '../../src/engine/decide.ts';
import type { PreconditionStatus } from '../../src/engine/decision.ts';
import { evaluateConditions } from '../../src/engine/evaluate.ts';
import { foldVerdict, statusFrom } from '../../src/engine/fold.ts';
import { loadRules } from '../../src/rules/load-rules.ts';
import type { RuleSet } from '../../src/rules/project.ts';
import type { Comparison, Condition, FactValue, Operator, Precondition } from '../../src/rules/workflow.ts';
import { evaluateNaively, statusNaively, verdictNaively } from '../oracle/naive.ts';
import { caseNumber, choicesFor, countCases, sampleNumbers } from '../oracle/cases.ts';

const workflows = [
  'remove-reseller-relationship',
  'remove-customer-relationship',
  'enroll-as-indirect-reseller',
  'add-user',
  'assign-user-permissions',
  'connect-with-indirect-provider',
  'invite-customer',
  'invite-customer-with-provider',
];
/** Whole workflows are tried with every case up to this many, and with seeded samples above. */
const exhaustiveLimit = 100_000;
const sampleSize = 20_000;

let rules: RuleSet;
beforeAll(async () => {
  rules = await loadRules('.');
});

test('all shipped workflows are tried', () => {
  expect(rules.diagnostics).toEqual([]);
  expect([...rules.workflows.keys()].toSorted()).toEqual(workflows.toSorted());
});

async function statusesByEngine(
  preconditions: readonly Precondition[],
  facts: ReadonlyMap<string, FactValue>,
): Promise<PreconditionStatus[]> {
  const named = new Map<string, Condition>();
  for (const { id, require, audience } of preconditions) {
    named.set(`require ${id}`, require);
    named.set(`audience ${id}`, audience ?? { all: [] });
  }
  const truths = await evaluateConditions(named, facts);
  return preconditions.map(({ id }) => statusFrom(truths.get(`audience ${id}`), truths.get(`require ${id}`)));
}

test.each(workflows)('%s: each precondition, over every value and missing', async (name) => {
  for (const precondition of rules.workflows.get(name)?.preconditions ?? []) {
    const choices = choicesFor([precondition], rules.facts);
    expect(countCases(choices)).toBeLessThanOrEqual(exhaustiveLimit);
    for (const number of sampleNumbers(countCases(choices), exhaustiveLimit)) {
      const facts = caseNumber(choices, number);
      const [status] = await statusesByEngine([precondition], facts);
      expect([precondition.id, [...facts], status]).toEqual([
        precondition.id,
        [...facts],
        statusNaively(precondition, facts),
      ]);
    }
  }
});

test.each(workflows)('%s: the whole decision', { timeout: 300_000 }, async (name) => {
  const workflow = rules.workflows.get(name);
  if (!workflow) throw new Error(name);
  const choices = choicesFor(workflow.preconditions, rules.facts);
  const count = countCases(choices);
  const limit = count <= exhaustiveLimit ? exhaustiveLimit : sampleSize;
  const documents = new DocumentIndex([]);
  let number = 0;
  const wrong: object[] = [];
  for (const chosen of sampleNumbers(count, limit)) {
    const facts = caseNumber(choices, chosen);
    const expected = workflow.preconditions.map((precondition) => statusNaively(precondition, facts));
    const statuses = await statusesByEngine(workflow.preconditions, facts);
    const differs = statuses.join() !== expected.join() || foldVerdict(statuses) !== verdictNaively(expected);
    if (differs) wrong.push({ facts: [...facts], statuses, expected });
    // The full decision does much more than evaluate; every so many cases show that it goes the same way.
    number += 1;
    if (number % 97 !== 1) continue;
    const decision = await decide(rules, documents, workflow, facts);
    expect([decision.verdict, decision.preconditions.map(({ status }) => status)]).toEqual([
      verdictNaively(expected),
      expected,
    ]);
    expect(decision.plan.length).toBeGreaterThanOrEqual(
      expected.filter((status) => status === 'violated').length,
    );
  }
  expect(wrong).toEqual([]);
  expect(number).toBe(Math.min(count, limit));
});

test('the fold, over every vector of statuses up to five', () => {
  const statuses: PreconditionStatus[] = ['satisfied', 'violated', 'unknown', 'not-applicable'];
  const vectors: PreconditionStatus[][] = [[]];
  for (let length = 0; length < 5; length += 1) {
    vectors.push(
      ...vectors
        .filter((vector) => vector.length === length)
        .flatMap((vector) => statuses.map((status) => [...vector, status])),
    );
  }
  expect(vectors).toHaveLength(1 + 4 + 16 + 64 + 256 + 1024);
  for (const vector of vectors)
    expect([vector, foldVerdict(vector)]).toEqual([vector, verdictNaively(vector)]);
});

test('any tree of conditions over any facts, known and missing', async () => {
  const integer = fc.integer({ min: 0, max: 3 });
  const leaf = fc.oneof(
    fc.record({
      fact: fc.constantFrom('a', 'b'),
      operator: fc.constantFrom<Operator>(
        'equal',
        'notEqual',
        'lessThan',
        'lessThanInclusive',
        'greaterThan',
        'greaterThanInclusive',
      ),
      value: integer,
    }),
    fc.record({
      fact: fc.constantFrom('a', 'b'),
      operator: fc.constantFrom<Operator>('in', 'notIn'),
      value: fc.array(integer, { minLength: 1, maxLength: 3 }) as unknown as fc.Arbitrary<string[]>,
    }),
    fc.record({
      fact: fc.constant('list'),
      operator: fc.constantFrom<Operator>('contains', 'doesNotContain'),
      value: fc.constantFrom('x', 'y'),
    }),
  ) as fc.Arbitrary<Comparison>;
  const { condition } = fc.letrec<{ condition: Condition }>((tie) => ({
    condition: fc.oneof(
      { maxDepth: 4, depthSize: 'small' },
      leaf,
      fc.record({ all: fc.array(tie('condition'), { minLength: 1, maxLength: 3 }) }),
      fc.record({ any: fc.array(tie('condition'), { minLength: 1, maxLength: 3 }) }),
      fc.record({ not: tie('condition') }),
    ),
  }));
  const facts = fc.record(
    { a: integer, b: integer, list: fc.subarray(['x', 'y', 'z']) },
    { requiredKeys: [] },
  );
  await fc.assert(
    fc.asyncProperty(condition, facts, async (tree, values) => {
      const known = new Map<string, FactValue>(Object.entries(values));
      const truths = await evaluateConditions(new Map([['tree', tree]]), known);
      const expected = { true: true, false: false, unknown: undefined }[evaluateNaively(tree, known)];
      expect(truths.get('tree')).toBe(expected);
    }),
    { numRuns: 1_000, seed: 20_260 },
  );
});

test('runs that overlap do not disturb each other', async () => {
  const workflow = rules.workflows.get('remove-reseller-relationship');
  if (!workflow) throw new Error('no workflow');
  const choices = choicesFor(workflow.preconditions, rules.facts);
  const cases = [...sampleNumbers(countCases(choices), 200)].map((number) => caseNumber(choices, number));
  const together = await Promise.all(cases.map((facts) => statusesByEngine(workflow.preconditions, facts)));
  expect(together).toEqual(
    cases.map((facts) => workflow.preconditions.map((each) => statusNaively(each, facts))),
  );
});
