import type { Operator } from '../../../rules/workflow.ts';
import type { BoundName, UnitName } from '../phrase-table.ts';
import { type Phrases, says } from '../phrases.ts';
import { blankOut, cutOut, overlap, type Span, spansOf } from './span.ts';

/** A number that a sentence sets as a bound. */
export interface Quantity {
  value: number;
  operator: Operator;
  /** True where words say which way the bound goes. */
  bounded: boolean;
  /** The unit of time, where it is a window of time. */
  unit?: UnitName;
  /** True where it is so many in a hundred. */
  percent?: boolean;
  /** Where the words of the quantity stand. */
  spans: Span[];
  /** The sentence without the words of the quantity. */
  rest: string;
}

/** Letters that may stand between a bound and its number; an article stands before a day of the month. */
const farthestBound = 4;
const farthestDay = 6;
/** Letters between the only bound and the only number after it ("最多可以发送 10"), where words do not stand apart. */
const farthestAlone = 32;

const operators: Record<BoundName, Operator> = {
  atLeast: 'greaterThanInclusive',
  atMost: 'lessThanInclusive',
  moreThan: 'greaterThan',
  lessThan: 'lessThan',
};

/**
 * Reads a window of time or a limit ("within 30 days", "at least 10"); a number without either is no bound.
 *
 * @param open What a window of time means where no bound stands beside it; else a limit, or what has passed.
 */
export function readQuantity(words: string, phrases: Phrases, open?: BoundName): Quantity | undefined {
  const quantity = findQuantity(blankOut(words, spansOf(words, phrases.rates)), phrases, open);
  return quantity && { ...quantity, rest: cutOut(words, quantity.spans) };
}

function findQuantity(words: string, phrases: Phrases, open?: BoundName): Omit<Quantity, 'rest'> | undefined {
  if (words.search(phrases.number) < 0 && !phrases.windows.some(({ pattern }) => pattern.test(words)))
    return undefined;
  const bounds = phrases.bounds
    .flatMap(({ name, pattern }) => spansOf(words, pattern).map((at) => ({ name, at })))
    // "No earlier than in" says more than "in".
    .filter(
      ({ at }, _, all) =>
        !all.some((other) => other.at.end - other.at.start > at.end - at.start && overlap(other.at, at)),
    );
  const lone = !phrases.spaced && [...words.matchAll(/\d[\d,.]{0,12}/gu)].length === 1;
  // A bound stands beside its number: "within 30 days", "10 or more".
  const boundOf = (
    place: Span,
    farthest = farthestBound,
  ): { name: BoundName; at: Span[]; gap: number } | undefined => {
    const placed = bounds
      // "12 months, at most 20 points": a bound right before another number is that one's.
      .filter(({ at }) => at.start <= place.end + 1 || !/^ ?\d/u.test(words.slice(at.end)))
      .map(({ name, at }) => ({ name, at, gap: Math.max(at.start - place.end, place.start - at.end, 0) }))
      .toSorted((a, b) => a.gap - b.gap);
    const [nearest] = placed;
    if (!nearest) return undefined;
    const { name, gap } = nearest;
    // "최대 3개까지": one bound may have words on both sides.
    const same = placed.filter((each) => each.name === name);
    const alone = lone && same.length === bounds.length && nearest.at.end <= place.start;
    const reach = alone ? farthestAlone : farthest;
    const at = same.flatMap((each) => (each.gap <= reach ? [each.at] : []));
    return gap <= reach ? { name, at, gap } : undefined;
  };
  const valueOf = (text: string): number =>
    phrases.numbers.get(text.toLowerCase()) ?? Number(text.replace(/\D/gu, ''));
  const passed = says(words, phrases.elapsed);
  for (const { unit, pattern } of phrases.windows) {
    const match = pattern.exec(words);
    if (!match) continue;
    const place = { start: match.index, end: match.index + match[0].length };
    const bound = boundOf(place, unit === 'dayOfMonth' ? farthestDay : farthestBound);
    return {
      value: valueOf(match[1] ?? ''),
      operator: operators[bound?.name ?? open ?? (passed ? 'atLeast' : 'atMost')],
      bounded: bound !== undefined || open !== undefined || passed,
      unit,
      spans: [place, ...(bound?.at ?? [])],
    };
  }
  const counted = [...words.matchAll(phrases.number)].flatMap((match) => {
    const place = { start: match.index, end: match.index + match[0].length };
    const bound = boundOf(place);
    return bound ? [{ place, bound, value: valueOf(match[1] ?? '') }] : [];
  });
  const [nearest] = counted.toSorted((a, b) => a.bound.gap - b.bound.gap);
  if (!nearest) return undefined;
  const { place, bound, value } = nearest;
  const sign = /^ ?[%％]/u.exec(words.slice(place.end));
  const whole = { ...place, end: place.end + (sign?.[0].length ?? 0) };
  return {
    value,
    operator: operators[bound.name],
    bounded: true,
    ...(/[%％]/u.test(words.slice(whole.start, whole.end)) ? { percent: true } : {}),
    spans: [whole, ...bound.at],
  };
}
