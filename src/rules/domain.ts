import type { Comparison, Fact, FactValue } from './workflow.ts';

/** The most codes of one list fact whose combinations are listed one by one. */
const maximumListedCodes = 8;

/**
 * Lists values of a fact that stand for all others: whatever the comparisons can tell apart, two values differ in some
 * comparison only if some pair listed here does. Codes and yes/no are listed whole; of integers the constants compared
 * with and their neighbours; of lists every choice among the codes compared with, with and without one other code.
 */
export function representativeValues(fact: Fact, comparisons: readonly Comparison[]): FactValue[] {
  const constants = comparisons
    .filter((comparison) => comparison.fact === fact.name)
    .flatMap(({ value }) => (Array.isArray(value) ? [...(value as unknown[])] : [value]));
  switch (fact.type) {
    case 'boolean':
      return [true, false];
    case 'code':
      return [...(fact.values ?? [])];
    case 'integer': {
      const minimum = fact.minimum ?? Number.MIN_SAFE_INTEGER;
      const maximum = fact.maximum ?? Number.MAX_SAFE_INTEGER;
      const near = constants.flatMap((value) =>
        typeof value === 'number' ? [value - 1, value, value + 1] : [],
      );
      const inside = [minimum, ...near, maximum].filter((value) => value >= minimum && value <= maximum);
      return [...new Set(inside)].toSorted((a, b) => a - b);
    }
    case 'codes': {
      const compared = (fact.values ?? [])
        .filter((code) => constants.includes(code))
        .slice(0, maximumListedCodes);
      const other = (fact.values ?? []).find((code) => !compared.includes(code));
      const choices: string[][] = [[]];
      for (const code of [...compared, ...(other === undefined ? [] : [other])]) {
        choices.push(...choices.map((chosen) => [...chosen, code]));
      }
      return choices.map((chosen) => (fact.values ?? []).filter((code) => chosen.includes(code)));
    }
  }
}
