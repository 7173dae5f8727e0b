import type { Defect } from '../finding.ts';
import type { CheckContext } from './context.ts';

/** Which words of the source call for which of the target, and which of the target contradict them. */
const directions: readonly {
  code: string;
  stated: string;
  rendered: readonly string[];
  reversed: readonly string[];
  unless: readonly string[];
}[] = [
  {
    code: 'no-later-than-reversed',
    stated: 'noLater',
    rendered: ['beforeStrict', 'until', 'within'],
    reversed: ['afterStrict'],
    unless: ['afterStrict'],
  },
  {
    code: 'before-reversed',
    stated: 'beforeStrict',
    rendered: ['before'],
    reversed: ['afterStrict'],
    unless: ['afterStrict', 'until'],
  },
  {
    code: 'after-reversed',
    stated: 'afterStrict',
    rendered: ['after'],
    reversed: ['beforeStrict'],
    unless: ['beforeStrict', 'before'],
  },
];

const bounds: typeof directions = [
  {
    code: 'at-least-reversed',
    stated: 'atLeast',
    rendered: ['atLeast'],
    reversed: ['atMost'],
    unless: ['atMost', 'lessThan'],
  },
  {
    code: 'at-most-reversed',
    stated: 'atMost',
    rendered: ['atMost'],
    reversed: ['atLeast'],
    unless: ['atLeast', 'moreThan'],
  },
  {
    code: 'more-than-reversed',
    stated: 'moreThan',
    rendered: ['moreThan'],
    reversed: ['lessThan', 'atMost'],
    unless: ['lessThan', 'atMost', 'negation'],
  },
  {
    code: 'less-than-reversed',
    stated: 'lessThan',
    rendered: ['lessThan'],
    reversed: ['moreThan', 'atLeast'],
    unless: ['moreThan', 'atLeast', 'negation'],
  },
];

/** Compares the direction of deadlines, sequences in time and bounds. */
export function checkDeadline(context: CheckContext): Defect[] {
  const { source, target, neighbours } = context;
  const carried = (names: readonly string[]): boolean =>
    names.some(
      (name) =>
        target.has(name) || neighbours.some((pair) => pair.target.has(name) && !pair.source.has(name)),
    );
  for (const { code, stated, rendered, reversed, unless } of [...directions, ...bounds]) {
    const cue = source.find(stated)[0];
    if (!cue || unless.some((name) => source.has(name)) || carried(rendered)) continue;
    const wrong = reversed.flatMap((name) => target.find(name))[0];
    if (wrong)
      return [{ check: 'deadline', code, severity: 'error', values: { cue: cue.text, found: wrong.text } }];
  }
  for (const [stated, code] of [
    ['until', 'until-lost'],
    ['within', 'within-lost'],
    ['noLater', 'no-later-than-lost'],
  ] as const) {
    const cue = source.find(stated)[0];
    if (cue && !carried([stated === 'noLater' ? 'before' : stated]))
      return [{ check: 'deadline', code, severity: 'warning', values: { cue: cue.text } }];
  }
  return [];
}
