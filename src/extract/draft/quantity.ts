import type { Operator } from '../../rules/workflow.ts';
import type { BoundName, UnitName } from './phrase-table.ts';
import type { Phrases } from './phrases.ts';

/** A number that a sentence sets as a bound. */
export interface Quantity {
  value: number;
  operator: Operator;
  /** The unit of time, where it is a window of time. */
  unit?: UnitName;
  /** The sentence without the words of the quantity. */
  rest: string;
}

interface Span {
  start: number;
  end: number;
}

/** Letters that may stand between a bound and its number. */
const farthestBound = 4;

const operators: Record<BoundName, Operator> = {
  atLeast: 'greaterThanInclusive',
  atMost: 'lessThanInclusive',
  moreThan: 'greaterThan',
  lessThan: 'lessThan',
};

/**
 * Reads a window of time or a limit ("within 30 days", "at least 10"); a number without either is no bound.
 *
 * @param open What a window of time means where no bound stands beside it.
 */
export function readQuantity(
  words: string,
  phrases: Phrases,
  open: BoundName = 'atMost',
): Quantity | undefined {
  if (words.search(phrases.number) < 0 && !phrases.windows.some(({ pattern }) => pattern.test(words)))
    return undefined;
  const bounds = phrases.bounds.flatMap(({ name, pattern }) =>
    [...words.matchAll(pattern)].map(({ index, 0: found }) => ({
      name,
      at: { start: index, end: index + found.length },
    })),
  );
  // A bound stands beside its number: "within 30 days", "10 or more".
  const boundOf = (place: Span): { name: BoundName; at: Span } | undefined => {
    const gap = ({ at }: { at: Span }): number => Math.max(at.start - place.end, place.start - at.end, 0);
    const [nearest] = bounds.toSorted((a, b) => gap(a) - gap(b));
    return nearest && gap(nearest) <= farthestBound ? nearest : undefined;
  };
  const valueOf = (text: string): number =>
    phrases.numbers.get(text.toLowerCase()) ?? Number(text.replace(/\D/gu, ''));
  const without = (spans: readonly { start: number; end: number }[]): string => {
    let rest = '';
    let from = 0;
    for (const { start, end } of spans.toSorted((a, b) => a.start - b.start)) {
      if (start < from) continue;
      rest += `${words.slice(from, start)} `;
      from = end;
    }
    return rest + words.slice(from);
  };
  for (const { unit, pattern } of phrases.windows) {
    const match = pattern.exec(words);
    if (!match) continue;
    const place = { start: match.index, end: match.index + match[0].length };
    const bound = boundOf(place);
    return {
      value: valueOf(match[1] ?? ''),
      operator: operators[bound?.name ?? open],
      unit,
      rest: without(bound ? [place, bound.at] : [place]),
    };
  }
  for (const match of words.matchAll(phrases.number)) {
    const place = { start: match.index, end: match.index + match[0].length };
    const bound = boundOf(place);
    if (!bound) continue;
    return {
      value: valueOf(match[1] ?? ''),
      operator: operators[bound.name],
      rest: without([place, bound.at]),
    };
  }
  return undefined;
}
