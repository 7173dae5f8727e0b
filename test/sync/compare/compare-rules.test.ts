import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Verdict } from '../../../src/engine/decision.ts';
import { foldVerdict, statusFrom } from '../../../src/engine/fold.ts';
import { holds } from '../../../src/engine/holds.ts';
import type { Condition, Fact, FactValue, Precondition } from '../../../src/rules/workflow.ts';
import { compareRules, type Difference } from '../../../src/sync/compare/compare-rules.ts';

type Case = ReadonlyMap<string, FactValue>;

const known: Fact['known'] = ['person'];
const facts = new Map(
  (
    [
      { name: 'flag', type: 'boolean', known },
      { name: 'kind', type: 'code', values: ['a', 'b', 'c'], known },
      { name: 'roles', type: 'codes', values: ['x', 'y', 'z'], known },
      { name: 'count', type: 'integer', minimum: 0, maximum: 4, known },
      { name: 'more', type: 'integer', minimum: 0, maximum: 2, known },
    ] as Fact[]
  ).map((fact) => [fact.name, fact]),
);

const domains: Record<string, FactValue[]> = {
  flag: [true, false],
  kind: ['a', 'b', 'c'],
  roles: [[], ['x'], ['y'], ['z'], ['x', 'y'], ['x', 'z'], ['y', 'z'], ['x', 'y', 'z']],
  count: [0, 1, 2, 3, 4],
  more: [0, 1, 2],
};

/** Every case there is, value by value: what the comparison must agree with. */
const everyCase: Case[] = Object.entries(domains).reduce<Case[]>(
  (cases, [name, values]) =>
    cases.flatMap((each) => values.map((value) => new Map([...each, [name, value]]))),
  [new Map()],
);

const comparison: fc.Arbitrary<Condition> = fc.oneof(
  fc.record({
    fact: fc.constant('flag'),
    operator: fc.constantFrom('equal', 'notEqual'),
    value: fc.boolean(),
  }),
  fc.record({
    fact: fc.constant('kind'),
    operator: fc.constantFrom('equal', 'notEqual'),
    value: fc.constantFrom('a', 'b', 'c'),
  }),
  fc.record({
    fact: fc.constant('kind'),
    operator: fc.constantFrom('in', 'notIn'),
    value: fc.subarray(['a', 'b', 'c'], { minLength: 1 }),
  }),
  fc.record({
    fact: fc.constant('roles'),
    operator: fc.constantFrom('contains', 'doesNotContain'),
    value: fc.constantFrom('x', 'y', 'z'),
  }),
  fc.record({
    fact: fc.constantFrom('count', 'more'),
    operator: fc.constantFrom(
      'equal',
      'notEqual',
      'lessThan',
      'lessThanInclusive',
      'greaterThan',
      'greaterThanInclusive',
    ),
    value: fc.integer({ min: 0, max: 4 }),
  }),
);

const condition: fc.Arbitrary<Condition> = fc.letrec<{ tree: Condition }>((tie) => ({
  tree: fc.oneof(
    { maxDepth: 2, withCrossShrink: true },
    comparison,
    fc.record({ all: fc.array(tie('tree'), { minLength: 1, maxLength: 2 }) }),
    fc.record({ any: fc.array(tie('tree'), { minLength: 1, maxLength: 2 }) }),
    fc.record({ not: tie('tree') }),
  ),
})).tree;

const side: fc.Arbitrary<Precondition[]> = fc
  .array(fc.record({ require: condition, audience: fc.option(comparison, { nil: undefined, freq: 3 }) }), {
    maxLength: 4,
  })
  .map((rules) => rules.map((rule, index) => precondition(`rule-${index}`, rule.require, rule.audience)));

function precondition(id: string, require: Condition, audience?: Condition): Precondition {
  return { id, state: 'reviewed', require, remedy: [], pins: [], ...(audience ? { audience } : {}) };
}

function violatedIn(rules: readonly Precondition[], facts_: Case): { verdict: Verdict; violated: string[] } {
  const statuses = rules.map(({ id, require, audience }) => {
    const status = statusFrom(audience ? holds(audience, facts_) : true, holds(require, facts_));
    return { id, status };
  });
  return {
    verdict: foldVerdict(statuses.map(({ status }) => status)),
    violated: statuses.filter(({ status }) => status === 'violated').map(({ id }) => id),
  };
}

function distance(a: Case, b: Case): number {
  return Object.keys(domains).filter((name) => JSON.stringify(a.get(name)) !== JSON.stringify(b.get(name)))
    .length;
}

/** Completes a witness, which names only what the rules read. */
function complete(witness: Case): Case {
  return new Map(Object.entries(domains).map(([name, [first]]) => [name, witness.get(name) ?? first ?? '']));
}

describe('the comparison of two lists of preconditions', () => {
  test('agrees with trying every case: which verdicts differ, because of what, and how near', () => {
    fc.assert(
      fc.property(side, side, (left, right) => {
        const found = compareRules([left, right], facts) ?? [];
        const judged = everyCase.map((each) => ({
          facts: each,
          sides: [violatedIn(left, each), violatedIn(right, each)] as const,
        }));
        const common = judged.filter(({ sides }) => sides.every(({ verdict }) => verdict === 'allowed'));
        // The least distance for every pair of verdicts and every rule that blocks in it.
        const wanted = new Map<string, number>();
        for (const { facts: each, sides } of judged) {
          if (sides[0].verdict === sides[1].verdict) continue;
          const near =
            common.length === 0 ? 0 : Math.min(...common.map((other) => distance(each, other.facts)));
          const blocking = sides.flatMap(({ verdict, violated }) => (verdict === 'blocked' ? violated : []));
          for (const id of blocking.length > 0 ? blocking : ['']) {
            const key = `${sides[0].verdict} ${sides[1].verdict} ${id}`;
            wanted.set(key, Math.min(wanted.get(key) ?? Infinity, near));
          }
        }
        const got = new Map<string, number>();
        for (const difference of found) {
          checkWitness(difference, left, right);
          for (const id of difference.elements.length > 0 ? difference.elements : ['']) {
            const key = `${difference.verdicts.join(' ')} ${id}`;
            got.set(key, Math.min(got.get(key) ?? Infinity, difference.changed.length));
          }
        }
        expect(got).toEqual(wanted);
      }),
      { numRuns: 200, seed: 20_260 },
    );
  });

  function checkWitness(difference: Difference, left: Precondition[], right: Precondition[]): void {
    const { witness, nearest, verdicts, elements, changed } = difference;
    const sides = [violatedIn(left, complete(witness)), violatedIn(right, complete(witness))];
    expect(sides.map(({ verdict }) => verdict)).toEqual(verdicts);
    const blocked = sides.find(({ verdict }) => verdict === 'blocked');
    expect(elements.toSorted()).toEqual((blocked?.violated ?? []).toSorted());
    if (!nearest) return;
    expect(violatedIn(left, complete(nearest)).verdict).toBe('allowed');
    expect(violatedIn(right, complete(nearest)).verdict).toBe('allowed');
    expect(changed).toHaveLength(distance(complete(witness), complete(nearest)));
  }

  test('is complete over domains too large to try: the one value that makes the difference is found', () => {
    const large = new Map([
      ['count', { name: 'count', type: 'integer', minimum: 0, maximum: 1_000_000, known } as Fact],
    ]);
    const left = [precondition('few', { fact: 'count', operator: 'lessThan', value: 734_211 })];
    const right = [precondition('few', { fact: 'count', operator: 'lessThanInclusive', value: 734_211 })];
    expect(compareRules([left, right], large)).toMatchObject([
      {
        verdicts: ['blocked', 'allowed'],
        elements: ['few'],
        witness: new Map([['count', 734_211]]),
        changed: ['count'],
      },
    ]);
  });

  test('looks at facts apart that no condition joins, however many there are', () => {
    const many = new Map(
      Array.from({ length: 60 }, (_, index): [string, Fact] => [
        `f${index}`,
        { name: `f${index}`, type: 'boolean', known },
      ]),
    );
    const rules = [...many.keys()].map((fact) =>
      precondition(fact, { fact, operator: 'equal', value: true }),
    );
    const found = compareRules([rules, rules.slice(1)], many);
    expect(found).toMatchObject([{ verdicts: ['blocked', 'allowed'], elements: ['f0'], changed: ['f0'] }]);
  });

  test('gives up, and says so, where facts that depend on each other are too many', () => {
    const many = new Map(
      Array.from({ length: 24 }, (_, index): [string, Fact] => [
        `f${index}`,
        { name: `f${index}`, type: 'boolean', known },
      ]),
    );
    const all = [...many.keys()].map((fact): Condition => ({ fact, operator: 'equal', value: true }));
    expect(compareRules([[precondition('any', { any: all })], []], many)).toBeUndefined();
  });
});
