import type { Defect } from '../finding.ts';
import type { CheckContext } from './context.ts';
import { canonicalNumber, findNumbers, impliedNumbers, type NumberMark } from './numbers.ts';
import type { Reading } from './reading.ts';
import { findTimeSpans } from './units.ts';

/**
 * Compares the numbers of the two sides as sets of values. Number words, months, clock times, 万 and its like, and the
 * neighbouring segments excuse a number that the other side does not write in digits.
 */
export function checkNumber(context: CheckContext): Defect[] {
  const { source, target, neighbours } = context;
  const stated = findNumbers(source);
  const rendered = findNumbers(target);
  if (stated.length === 0 && rendered.length === 0) return [];
  const lost = unexplained(
    stated,
    rendered,
    target,
    neighbours.map((pair) => pair.target),
  );
  const added = unexplained(
    rendered,
    stated,
    source,
    neighbours.map((pair) => pair.source),
  );
  const [missing] = lost;
  const [extra] = added;
  if (missing && extra)
    return [
      {
        check: 'number',
        code: 'number-changed',
        severity: 'error',
        values: { cue: missing.text, found: extra.text },
      },
    ];
  const unit = changedUnit(source, target);
  if (unit) return [{ check: 'number', code: 'unit-changed', severity: 'error', values: unit }];
  // Counters and "one of" bring a 1 that English does not write, and the other way round.
  if (missing && missing.text !== '1' && !isWhole(missing, target))
    return [{ check: 'number', code: 'number-lost', severity: 'warning', values: { cue: missing.text } }];
  if (extra && extra.text !== '1' && !isWhole(extra, source))
    return [{ check: 'number', code: 'number-added', severity: 'warning', values: { found: extra.text } }];
  return [];
}

/** Finds an amount of time that has another unit in the target, and is not there with its own. */
function changedUnit(source: Reading, target: Reading): { cue: string; found: string } | undefined {
  const there = findTimeSpans(target);
  if (there.length === 0) return undefined;
  const stated = findTimeSpans(source);
  for (const span of stated) {
    const same = there.filter(({ amount }) => amount === span.amount);
    const other = same.find(
      ({ unit }) => !stated.some((each) => each.amount === span.amount && each.unit === unit),
    );
    if (other && same.every(({ unit }) => unit !== span.unit)) return { cue: span.text, found: other.text };
  }
  return undefined;
}

/** Tells whether 100 % is said as "all" or "only" on the other side. */
function isWhole(mark: NumberMark, other: Reading): boolean {
  return mark.text === '100' && (other.has('everyItem') || other.has('only'));
}

function unexplained(
  marks: readonly NumberMark[],
  others: readonly NumberMark[],
  other: Reading,
  around: readonly Reading[],
): NumberMark[] {
  const values = new Set(others.flatMap((mark) => mark.values));
  const open = marks.filter((mark) => !mark.values.some((value) => values.has(value)));
  if (open.length === 0) return [];
  const implied = impliedNumbers(other);
  for (const value of around.flatMap((reading) => findNumbers(reading).flatMap((mark) => mark.values)))
    implied.add(value);
  // What is part of an identifier on one side may stand by itself on the other.
  for (const run of other.text.match(/\d+/gu) ?? []) implied.add(canonicalNumber(run));
  for (const value of clockTimes(other, values)) implied.add(value);
  return open.filter((mark) => !mark.values.some((value) => implied.has(value)));
}

/** Gives the hours of the other clock: 6 pm is 18:00, and the other way round. */
function clockTimes(reading: Reading, values: ReadonlySet<string>): string[] {
  const halfDay = /(?<!\p{L})[ap]\.?\s?m(?!\p{L})|午[前後后]|上午|下午|오[전후]|утра|вечера|дня/iu.test(
    reading.text,
  );
  const fullDay = halfDay || /\d:\d\d|\d\s?(?:[시時点]|час)/u.test(reading.text);
  return [...values].flatMap((value) => {
    const hour = Number(value);
    if (halfDay && hour <= 12) return [String(hour + 12), '0'];
    return fullDay && hour >= 12 && hour <= 23 ? [String(hour - 12)] : fullDay && hour === 0 ? ['12'] : [];
  });
}
