import { listComparisons, listFacts } from '../rules/condition.ts';
import { representativeValues } from '../rules/domain.ts';
import type { Condition, Fact, FactValue, Precondition } from '../rules/workflow.ts';
import { certain } from './certain.ts';
import { holds } from './holds.ts';

/** The most combinations of values that are tried to see whether a fact matters; beyond it, it is taken to. */
const maximumCombinations = 20_000;

/**
 * Lists the missing facts that could still violate a precondition, the one that settles most preconditions first,
 * ties in the order of `rules/facts.yaml`.
 *
 * A fact is needed where some values of the other missing facts exist with which it alone decides whether the
 * precondition is violated.
 *
 * @param undecided The preconditions whose status is unknown.
 */
export function listNeeds(
  undecided: readonly Precondition[],
  known: ReadonlyMap<string, FactValue>,
  facts: ReadonlyMap<string, Fact>,
): string[] {
  const settles = new Map<string, number>();
  for (const precondition of undecided) {
    for (const name of neededBy(precondition, known, facts)) settles.set(name, (settles.get(name) ?? 0) + 1);
  }
  const order = [...facts.keys()];
  return [...settles.entries()]
    .toSorted(([a, countA], [b, countB]) => countB - countA || order.indexOf(a) - order.indexOf(b))
    .map(([name]) => name);
}

function neededBy(
  precondition: Precondition,
  known: ReadonlyMap<string, FactValue>,
  facts: ReadonlyMap<string, Fact>,
): string[] {
  const violation = violationOf(precondition);
  // Violated is where `violation` holds; it still can be unless it is certainly false.
  if (certain(violation, false, (fact) => known.has(fact)) === true) return [];
  const comparisons = listComparisons(violation);
  const missing = listFacts(violation).filter((name) => !known.has(name));
  const choices = missing.map((name) => {
    const fact = facts.get(name);
    return fact ? representativeValues(fact, comparisons) : [];
  });
  const combinations = choices.reduce((count, values) => count * values.length, 1);
  if (combinations > maximumCombinations) return missing;
  return missing.filter((_, index) => decides(index, choices, missing, violation, known));
}

/** Gives the condition that holds exactly where the precondition is violated. */
export function violationOf(precondition: Pick<Precondition, 'require' | 'audience'>): Condition {
  const fails: Condition = { not: precondition.require };
  return precondition.audience ? { all: [precondition.audience, fails] } : fails;
}

function decides(
  index: number,
  choices: readonly (readonly FactValue[])[],
  names: readonly string[],
  violation: Condition,
  known: ReadonlyMap<string, FactValue>,
): boolean {
  const facts = new Map(known);
  const tryOthers = (at: number): boolean => {
    if (at === names.length) {
      const outcomes = (choices[index] ?? []).map((value) =>
        holds(violation, facts.set(names[index] ?? '', value)),
      );
      return new Set(outcomes).size === 2;
    }
    if (at === index) return tryOthers(at + 1);
    return (choices[at] ?? []).some((value) => {
      facts.set(names[at] ?? '', value);
      return tryOthers(at + 1);
    });
  };
  return tryOthers(0);
}
