import { listComparisons, listFacts } from '../../src/rules/condition.ts';
import { representativeValues } from '../../src/rules/domain.ts';
import type { Condition, Fact, FactValue, Precondition } from '../../src/rules/workflow.ts';

/** A fact with every value to try; undefined is missing. */
export interface Choice {
  name: string;
  values: (FactValue | undefined)[];
}

/** Lists, for the facts that some preconditions read, values that stand for all others, and missing. */
export function choicesFor(
  preconditions: readonly Precondition[],
  facts: ReadonlyMap<string, Fact>,
): Choice[] {
  const conditions = preconditions.flatMap(({ require, audience, variants = [] }): Condition[] => [
    require,
    ...(audience ? [audience] : []),
    ...variants.map((variant) => variant.require),
  ]);
  const comparisons = conditions.flatMap(listComparisons);
  return listFacts(...conditions).map((name) => {
    const fact = facts.get(name);
    return { name, values: [...(fact ? representativeValues(fact, comparisons) : []), undefined] };
  });
}

/** Counts the combinations of choices. */
export function countCases(choices: readonly Choice[]): number {
  return choices.reduce((count, { values }) => count * values.length, 1);
}

/** Gives the combination with a number, from 0 to the count. */
export function caseNumber(choices: readonly Choice[], number: number): Map<string, FactValue> {
  const facts = new Map<string, FactValue>();
  let rest = number;
  for (const { name, values } of choices) {
    const value = values[rest % values.length];
    rest = Math.floor(rest / values.length);
    if (value !== undefined) facts.set(name, value);
  }
  return facts;
}

/** Lists numbers below `count`: all of them up to `limit`, else `limit` drawn from a fixed seed. */
export function* sampleNumbers(count: number, limit: number): Generator<number> {
  if (count <= limit) {
    for (let number = 0; number < count; number += 1) yield number;
    return;
  }
  let state = 2_463_534_242;
  for (let drawn = 0; drawn < limit; drawn += 1) {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    yield (state >>> 0) % count;
  }
}
