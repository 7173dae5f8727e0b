import type { Reading } from './reading.ts';

/** A number with the unit of time after it. */
export interface Span {
  amount: string;
  unit: string;
  text: string;
}

const adjective = String.raw`(?:-| )?(?:(?:business|calendar|working|consecutive|full) )?`;

/** Finds amounts of time such as `30 days`, without those whose unit is not among the language's. */
export function findSpans(reading: Reading): Span[] {
  const { units, spaced } = reading.language.table;
  return Object.entries(units).flatMap(([unit, pattern]) => {
    const end = spaced ? String.raw`(?!\p{L})` : '';
    const body = pattern.replaceAll('~', String.raw`\p{L}*`);
    const expression = new RegExp(String.raw`(?<![\d.,/:])(\d+)\s?${adjective}(?:${body})${end}`, 'giu');
    return Array.from(reading.text.matchAll(expression), (found) => ({
      amount: found[1] ?? '',
      unit,
      text: found[0],
    }));
  });
}
