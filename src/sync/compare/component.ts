import { holds } from '../../engine/holds.ts';
import { isComparison, listComparisons } from '../../rules/condition.ts';
import { representativeValues } from '../../rules/domain.ts';
import type { Comparison, Condition, Fact, FactValue } from '../../rules/workflow.ts';

/** One precondition of one of the two sides. */
export interface SidedRule {
  side: 0 | 1;
  id: string;
  require: Condition;
  audience?: Condition;
}

/** Rules that share facts, directly or through others, with those facts; no other rule reads any of them. */
export interface Component {
  facts: Fact[];
  rules: SidedRule[];
}

/** What the rules of a component say in one combination of values. */
export interface Outcome {
  /** Ids of the rules that are violated, by side. */
  violated: readonly [readonly string[], readonly string[]];
  /** Whether any rule applies, by side. */
  applies: readonly [boolean, boolean];
}

/** Every combination of values that the rules of a component can tell apart, with what they say. */
export interface Combinations {
  facts: Fact[];
  /** Values that stand for all others, by fact. */
  values: FactValue[][];
  /** By number of the combination; the last fact counts fastest. */
  outcomes: Outcome[];
}

/** Parts rules into those that have nothing to do with each other. */
export function splitComponents(rules: readonly SidedRule[], facts: ReadonlyMap<string, Fact>): Component[] {
  const groups: { names: Set<string>; rules: SidedRule[] }[] = [];
  for (const rule of rules) {
    const names = new Set(comparisonsOf(rule).map(({ fact }) => fact));
    const touching = groups.filter((group) => [...names].some((name) => group.names.has(name)));
    const joined = { names, rules: [...touching.flatMap((group) => group.rules), rule] };
    for (const group of touching) {
      for (const name of group.names) names.add(name);
      groups.splice(groups.indexOf(group), 1);
    }
    groups.push(joined);
  }
  const order = [...facts.values()];
  return groups.map(({ names, rules: own }) => ({
    facts: order.filter(({ name }) => names.has(name)),
    rules: own,
  }));
}

/**
 * Lists the combinations of a component. Of the values of a fact, those that no comparison of the rules tells apart
 * are one, so that what is listed is complete however large the domains are.
 *
 * @returns Undefined where there would be more than `limit`.
 */
export function listCombinations({ facts, rules }: Component, limit: number): Combinations | undefined {
  const comparisons = rules.flatMap(comparisonsOf);
  const values: FactValue[][] = [];
  for (const fact of facts) {
    const own = comparisons.filter((comparison) => comparison.fact === fact.name);
    if (fact.type === 'codes' && new Set(own.map(({ value }) => value)).size > 8) return undefined;
    values.push(distinctValues(fact, own));
  }
  const size = values.reduce((count, each) => count * each.length, 1);
  if (size > limit) return undefined;

  const truths = new Map<Comparison, { fact: number; holds: boolean[] }>();
  for (const comparison of comparisons) {
    const fact = facts.findIndex(({ name }) => name === comparison.fact);
    const of = (values[fact] ?? []).map((value) => holds(comparison, new Map([[comparison.fact, value]])));
    truths.set(comparison, { fact, holds: of });
  }
  const at: number[] = facts.map(() => 0);
  const test = (condition: Condition): boolean => {
    if (isComparison(condition)) {
      const known = truths.get(condition);
      return known?.holds[at[known.fact] ?? 0] ?? false;
    }
    if ('not' in condition) return !test(condition.not);
    return 'all' in condition ? condition.all.every(test) : condition.any.some(test);
  };
  const outcomes: Outcome[] = [];
  const known = new Map<string, Outcome>();
  for (let number = 0; number < size; number += 1) {
    const applying = rules.filter(({ audience }) => !audience || test(audience));
    const violated = applying.filter(({ require }) => !test(require));
    const of = (side: 0 | 1): string[] => violated.filter((rule) => rule.side === side).map(({ id }) => id);
    const applies = (side: 0 | 1): boolean => applying.some((rule) => rule.side === side);
    const outcome: Outcome = { violated: [of(0), of(1)], applies: [applies(0), applies(1)] };
    const key = outcomeKey(outcome);
    const same = known.get(key) ?? outcome;
    known.set(key, same);
    outcomes.push(same);
    for (let fact = facts.length - 1; fact >= 0; fact -= 1) {
      at[fact] = ((at[fact] ?? 0) + 1) % (values[fact]?.length ?? 1);
      if (at[fact] !== 0) break;
    }
  }
  return { facts, values, outcomes };
}

/** Gives the values of a combination. */
export function combinationAt({ facts, values }: Combinations, number: number): Map<string, FactValue> {
  const found = new Map<string, FactValue>();
  let rest = number;
  for (let fact = facts.length - 1; fact >= 0; fact -= 1) {
    const own = values[fact] ?? [];
    const value = own[rest % own.length];
    const name = facts[fact]?.name;
    if (name !== undefined && value !== undefined) found.set(name, value);
    rest = Math.floor(rest / own.length);
  }
  return found;
}

/** Names an outcome: the same name, the same outcome. */
export function outcomeKey({ violated, applies }: Outcome): string {
  return JSON.stringify([violated, applies]);
}

function comparisonsOf({ require, audience }: SidedRule): Comparison[] {
  return [...(audience ? listComparisons(audience) : []), ...listComparisons(require)];
}

function distinctValues(fact: Fact, comparisons: readonly Comparison[]): FactValue[] {
  const seen = new Set<string>();
  return representativeValues(fact, comparisons).filter((value) => {
    const facts = new Map([[fact.name, value]]);
    const key = comparisons.map((comparison) => (holds(comparison, facts) ? '1' : '0')).join('');
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}
