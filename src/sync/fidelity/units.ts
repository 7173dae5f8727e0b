import { compilePattern, findMatches } from '../../locale/compile-pattern.ts';
import type { Language } from './language.ts';
import type { Reading } from './reading.ts';

/** An amount of time: a number with the unit after it. */
export interface TimeSpan {
  amount: string;
  /** Name of the unit (`day`), the same in all languages. */
  unit: string;
  text: string;
}

const adjective = String.raw`(?:-| )?(?:(?:business|calendar|working|consecutive|full) )?`;
const unitsByLanguage = new WeakMap<Language, readonly (readonly [string, RegExp])[]>();

/** Finds amounts of time such as `30 days`. */
export function findTimeSpans(reading: Reading): TimeSpan[] {
  return unitExpressions(reading.language).flatMap(([unit, expression]) =>
    findMatches(reading.folded, expression).map((found) => ({
      amount: found[1] ?? '',
      unit,
      text: reading.text.slice(found.index, found.index + found[0].length),
    })),
  );
}

function unitExpressions(language: Language): readonly (readonly [string, RegExp])[] {
  const known = unitsByLanguage.get(language);
  if (known) return known;
  const { units, spaced } = language.table;
  const expressions = Object.entries(units).map(([unit, pattern]) => {
    const end = spaced ? language.narrow(String.raw`(?!\p{L})`) : '';
    const source = String.raw`(?<![\d.,/:])(\d+)\s?${adjective}(?:${pattern})${end}`;
    return [unit, compilePattern(source, 'g')] as const;
  });
  unitsByLanguage.set(language, expressions);
  return expressions;
}
