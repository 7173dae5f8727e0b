import type { Verdict } from '../../engine/decision.ts';
import type { Fact, FactValue, Precondition } from '../../rules/workflow.ts';
import {
  combinationAt,
  type Combinations,
  listCombinations,
  outcomeKey,
  type SidedRule,
  splitComponents,
} from './component.ts';
import { measureDistances } from './nearest.ts';

/** Cases that the two sides judge differently, with the one that is nearest to a case both allow. */
export interface Difference {
  /** The preconditions that are violated on the side that blocks. */
  elements: string[];
  verdicts: readonly [Verdict, Verdict];
  /** A value for every fact that either side reads. */
  witness: Map<string, FactValue>;
  /** The nearest case that both sides allow; absent where there is none. */
  nearest?: Map<string, FactValue>;
  /** Facts in which the witness differs from the nearest case. */
  changed: string[];
}

/** The most combinations of values of facts that depend on each other. */
export const combinationLimit = 1_000_000;

/** One way to fill the facts of a component. */
interface Option {
  number: number;
  nearest: number;
  distance: number;
  violated: readonly [readonly string[], readonly string[]];
  /** Bits: violated, applies (by side), and whether rules apply in the nearest case (by side). */
  bits: number;
}

const bit = { violated: [1, 2], applies: [4, 8], near: [16, 32] } as const;
const allNear = bit.near[0] | bit.near[1];

/**
 * Finds where two lists of preconditions lead to different verdicts in complete cases: for every verdict that each
 * side gives, and every precondition that takes part in blocking, the smallest case. Nothing is sampled: values that no
 * condition tells apart are one, and facts that no condition joins are looked at apart.
 *
 * @returns Undefined where facts that depend on each other have more than `combinationLimit` combinations.
 */
export function compareRules(
  sides: readonly [readonly Precondition[], readonly Precondition[]],
  facts: ReadonlyMap<string, Fact>,
): Difference[] | undefined {
  const rules = sides.flatMap((preconditions, side) =>
    preconditions.map(({ id, require, audience }): SidedRule => {
      const rule = { side: side === 0 ? 0 : 1, id, require } as const;
      return audience ? { ...rule, audience } : rule;
    }),
  );
  const components: Combinations[] = [];
  for (const component of splitComponents(rules, facts)) {
    const combinations = listCombinations(component, combinationLimit);
    if (!combinations) return undefined;
    components.push(combinations);
  }
  const options = components.map(listOptions);
  const ids = [...new Set(rules.map(({ id }) => id))];
  const search = new Search(components, options, [...facts.keys()], ids);
  const found = new Map<string, Difference>();
  const add = (verdicts: readonly [Verdict, Verdict], blocking?: { side: 0 | 1; id: string }): void => {
    const difference = search.smallest(verdicts, blocking);
    if (!difference) return;
    const key = JSON.stringify([verdicts, difference.elements]);
    if (!found.has(key)) found.set(key, difference);
  };
  for (const { side, id } of rules) {
    for (const other of ['allowed', 'unknown'] as const)
      add(side === 0 ? ['blocked', other] : [other, 'blocked'], { side, id });
  }
  add(['allowed', 'unknown']);
  add(['unknown', 'allowed']);
  return [...found.values()];
}

/** Keeps of each outcome, and each kind of nearest case, the combination that is nearest. */
function listOptions(combinations: Combinations): Option[] {
  const { outcomes } = combinations;
  const best = new Map<string, Option>();
  const consider = (number: number, near: number, distance: number, nearest: number): void => {
    const outcome = outcomes[number];
    if (!outcome) return;
    const key = `${outcomeKey(outcome)} ${near}`;
    const known = best.get(key);
    if (known && known.distance <= distance) return;
    const bits = [0, 1].reduce(
      (sum, side) =>
        sum |
        ((outcome.violated[side as 0 | 1].length > 0 ? bit.violated[side as 0 | 1] : 0) |
          (outcome.applies[side as 0 | 1] ? bit.applies[side as 0 | 1] : 0)),
      near,
    );
    best.set(key, { number, nearest, distance, violated: outcome.violated, bits });
  };
  const isAllowed = (number: number): boolean =>
    outcomes[number]?.violated.every((ids) => ids.length === 0) ?? false;
  for (const [left, right] of [
    [true, true],
    [true, false],
    [false, true],
    [false, false],
  ] as const) {
    const distances = measureDistances(combinations, (number) => {
      const applies = outcomes[number]?.applies;
      return isAllowed(number) && applies?.[0] === left && applies[1] === right;
    });
    if (!distances) continue;
    const near = (left ? bit.near[0] : 0) | (right ? bit.near[1] : 0);
    for (let number = 0; number < outcomes.length; number += 1)
      consider(number, near, distances.distance[number] ?? 0, distances.nearest[number] ?? -1);
  }
  // Where nothing is allowed by both there is nothing to be near to; the first combination of each outcome will do.
  if (best.size === 0) for (let number = 0; number < outcomes.length; number += 1) consider(number, 0, 0, -1);
  return [...best.values()];
}

/** A way to fill all facts up to some component. */
interface Partial {
  distance: number;
  blockers: number;
  choices: Option[];
}

class Search {
  readonly #components: readonly Combinations[];
  readonly #options: readonly Option[][];
  readonly #order: readonly string[];
  readonly #ids: readonly string[];
  readonly #hasCommon: boolean;

  constructor(
    components: readonly Combinations[],
    options: readonly Option[][],
    order: readonly string[],
    ids: readonly string[],
  ) {
    this.#components = components;
    this.#options = options;
    this.#order = order;
    this.#ids = ids;
    const common = bit.applies[0] | bit.applies[1];
    this.#hasCommon = this.#fill(
      (option) =>
        (option.bits & (bit.violated[0] | bit.violated[1])) === 0 &&
        option.distance === 0 &&
        option.nearest >= 0,
      undefined,
    ).some((partial, bits) => partial !== undefined && (bits & common) === common);
  }

  /** Finds the smallest case with a pair of verdicts in which, if asked for, one rule of the blocking side is violated. */
  smallest(
    verdicts: readonly [Verdict, Verdict],
    blocking?: { side: 0 | 1; id: string },
  ): Difference | undefined {
    const filled = this.#fill((option) => this.#mayLeadTo(option, verdicts), blocking);
    let best: Partial | undefined;
    filled.forEach((partial, bits) => {
      if (!partial || !verdicts.every((verdict, side) => verdictOf(bits, side as 0 | 1) === verdict)) return;
      if (this.#hasCommon && (bits & allNear) !== allNear) return;
      if (!best || isBetter(partial, best)) best = partial;
    });
    return best && this.#describe(best, verdicts);
  }

  /** Joins the components one after the other, keeping for each set of bits the smallest way to reach it. */
  #fill(
    isUsable: (option: Option) => boolean,
    blocking: { side: 0 | 1; id: string } | undefined,
  ): (Partial | undefined)[] {
    // The highest bit says whether the rule asked for is violated.
    const reached = 64;
    let states: (Partial | undefined)[] = [{ distance: 0, blockers: 0, choices: [] }];
    for (const options of this.#options) {
      const next: (Partial | undefined)[] = [];
      states.forEach((state, bits) => {
        if (!state) return;
        for (const option of options) {
          if (!isUsable(option)) continue;
          const hit = blocking && option.violated[blocking.side].includes(blocking.id) ? reached : 0;
          const joined = bits | option.bits | hit;
          const partial = {
            distance: state.distance + option.distance,
            blockers: state.blockers + option.violated[0].length + option.violated[1].length,
            choices: [...state.choices, option],
          };
          const known = next[joined];
          if (!known || isBetter(partial, known)) next[joined] = partial;
        }
      });
      states = next;
    }
    return blocking ? Array.from({ length: reached }, (_, bits) => states[bits | reached]) : states;
  }

  #mayLeadTo({ bits }: Option, verdicts: readonly [Verdict, Verdict]): boolean {
    return verdicts.every((verdict, side) => {
      const at = side as 0 | 1;
      if (verdict !== 'blocked' && (bits & bit.violated[at]) !== 0) return false;
      return verdict !== 'unknown' || (bits & bit.applies[at]) === 0;
    });
  }

  #describe({ choices }: Partial, verdicts: readonly [Verdict, Verdict]): Difference {
    const blocked = verdicts[0] === 'blocked' ? 0 : 1;
    const collect = (pick: (option: Option) => number): Map<string, FactValue> => {
      const found = new Map<string, FactValue>();
      choices.forEach((option, index) => {
        const component = this.#components[index];
        const values = component ? combinationAt(component, pick(option)) : [];
        for (const [name, value] of values) found.set(name, value);
      });
      return new Map([...found].toSorted(([a], [b]) => this.#order.indexOf(a) - this.#order.indexOf(b)));
    };
    const witness = collect(({ number }) => number);
    const violated = new Set(choices.flatMap((option) => option.violated[blocked]));
    const elements = verdicts.includes('blocked') ? this.#ids.filter((id) => violated.has(id)) : [];
    if (!this.#hasCommon) return { elements, verdicts, witness, changed: [] };
    const nearest = collect((option) => option.nearest);
    const changed = [...witness].filter(([name, value]) => nearest.get(name) !== value).map(([name]) => name);
    return { elements, verdicts, witness, nearest, changed };
  }
}

function verdictOf(bits: number, side: 0 | 1): Verdict {
  if ((bits & bit.violated[side]) !== 0) return 'blocked';
  return (bits & bit.applies[side]) === 0 ? 'unknown' : 'allowed';
}

function isBetter(a: Partial, b: Partial): boolean {
  return a.distance < b.distance || (a.distance === b.distance && a.blockers < b.blockers);
}
