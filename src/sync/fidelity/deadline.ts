import type { Defect } from '../finding.ts';
import type { CheckContext } from './context.ts';
import type { CueName } from './language.ts';
import { isRestatedAsCondition } from './restated.ts';

/** What a word of the source turns into when its direction is mistaken. */
interface Direction {
  code: string;
  stated: CueName;
  /** Cues of the target that keep the direction; the neighbouring segment may hold them too. */
  kept: readonly CueName[];
  /** Cues of the target that turn it round. */
  turned: readonly CueName[];
  /** Cues of the source that call for those of the target themselves. */
  unless: readonly CueName[];
}

const directions: readonly Direction[] = [
  {
    code: 'no-later-than-reversed',
    stated: 'noLater',
    kept: ['noLater'],
    turned: ['later'],
    unless: ['after', 'starting'],
  },
  {
    code: 'before-reversed',
    stated: 'before',
    kept: ['before'],
    turned: ['later'],
    // "Must X before you can Y" is rightly said as "can Y only after X".
    unless: ['after', 'until', 'prerequisite'],
  },
  {
    code: 'after-reversed',
    stated: 'after',
    kept: ['later'],
    turned: ['earlier'],
    unless: ['before', 'until', 'noLater', 'first'],
  },
  {
    code: 'starting-reversed',
    stated: 'starting',
    kept: ['starting'],
    turned: ['until'],
    unless: ['until', 'before', 'noLater'],
  },
  {
    code: 'at-least-reversed',
    stated: 'atLeast',
    kept: ['atLeast'],
    turned: ['atMost'],
    unless: ['atMost', 'lessThan'],
  },
  {
    code: 'at-most-reversed',
    stated: 'atMost',
    kept: ['atMost'],
    turned: ['atLeast'],
    unless: ['atLeast', 'moreThan'],
  },
  {
    code: 'more-than-reversed',
    stated: 'moreThan',
    kept: ['moreThan'],
    turned: ['lessThan', 'atMost'],
    unless: ['lessThan', 'atMost', 'negation'],
  },
  {
    code: 'less-than-reversed',
    stated: 'lessThan',
    kept: ['lessThan'],
    turned: ['moreThan', 'atLeast'],
    unless: ['moreThan', 'atLeast', 'negation'],
  },
];

/** Words whose loss alone shifts a rule: without them another time or amount is meant. */
const bounds: readonly { code: string; stated: CueName }[] = [
  { code: 'no-later-than-lost', stated: 'noLater' },
  { code: 'until-lost', stated: 'until' },
  { code: 'within-lost', stated: 'within' },
  { code: 'at-least-lost', stated: 'atLeast' },
  { code: 'at-most-lost', stated: 'atMost' },
  { code: 'more-than-lost', stated: 'moreThan' },
  { code: 'less-than-lost', stated: 'lessThan' },
];

/** Compares the direction of deadlines, of sequences in time and of bounds. */
export function checkDeadline(context: CheckContext): Defect[] {
  const { source, target, neighbours } = context;
  const keeps = (names: readonly CueName[]): boolean =>
    names.some(
      (name) =>
        target.has(name) || neighbours.some((pair) => pair.target.has(name) && !pair.source.has(name)),
    );
  for (const { code, stated, kept, turned, unless } of directions) {
    const [cue] = source.find(stated);
    if (!cue || unless.some((name) => source.has(name)) || keeps(kept)) continue;
    const [found] = turned.flatMap((name) => target.find(name));
    if (found)
      return [{ check: 'deadline', code, severity: 'error', values: { cue: cue.text, found: found.text } }];
  }
  if (isRestatedAsCondition(context)) return [];
  for (const { code, stated } of bounds) {
    const [cue] = source.find(stated);
    if (cue && !keeps([stated]))
      return [{ check: 'deadline', code, severity: 'warning', values: { cue: cue.text } }];
  }
  return [];
}
