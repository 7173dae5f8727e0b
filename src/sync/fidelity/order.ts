import type { Defect } from '../finding.ts';
import type { CheckContext } from './context.ts';

/** Looks for "first" that says what has to come before the rest, and is gone in the translation. */
export function checkOrder(context: CheckContext): Defect[] {
  const { source, target, neighbours } = context;
  const cue = source.find('first')[0];
  if (
    !cue ||
    target.has('first') ||
    neighbours.some((pair) => pair.target.has('first') && !pair.source.has('first'))
  )
    return [];
  return [{ check: 'order', code: 'first-lost', severity: 'error', values: { cue: cue.text } }];
}
