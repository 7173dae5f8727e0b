import type { Defect } from '../finding.ts';
import type { CheckContext, SentencePair } from './context.ts';
import { isRestatedAsCondition } from './restated.ts';
import type { Mark, Reading } from './reading.ts';

/**
 * Compares what the two sides deny. A negation may be rendered by a word of negative sense, and the other way round;
 * it may also have moved to the neighbouring segment. Only what none of these explains is a defect.
 */
export function checkPolarity(context: CheckContext): Defect[] {
  const { source, target, neighbours } = context;
  const [stated] = source.find('negation');
  const [word] = source.find('denial');
  const [without] = source.find('freeOf');
  const [added] = target.find('negation');
  const defect = (code: string, mark: Mark, severity: Defect['severity']): Defect[] => [
    { check: 'polarity', code, severity, values: { cue: mark.text } },
  ];

  if (
    stated &&
    missingDenials(context) > 0 &&
    !isRestatedAsCondition(context) &&
    !neighbours.some((pair) => spareDenials(pair) > 0)
  ) {
    // Of several negations one is often folded into another, so the loss of some weighs less than that of all.
    return target.has('negation')
      ? defect('negation-fewer', stated, 'warning')
      : defect('negation-lost', stated, 'error');
  }
  if (
    !stated &&
    word &&
    !added &&
    !target.has('negative') &&
    !neighbours.some((pair) => spareDenials(pair) > 0)
  )
    return defect('negation-lost', word, 'warning');
  // What something is free of may be a word of negative sense itself, as "errors".
  if (!stated && without && !added && target.count('negative') <= source.count('negative'))
    return defect('negation-lost', without, 'warning');
  if (added && spareDenials(context) > 0 && !neighbours.some((pair) => missingDenials(pair) > 0))
    return defect('negation-added', added, 'warning');
  return [];
}

/** Counts the negations of the source that nothing in the target can stand for. */
function missingDenials({ source, target }: SentencePair): number {
  const words = Math.max(0, wordsOfDenial(target) - source.count('negative') - source.count('free'));
  // "Not free" is said as "for a charge".
  const charged = source.has('free') && target.has('charged') ? 1 : 0;
  return source.count('negation') - target.count('negation') - words - charged;
}

/** Counts the negations of the target that nothing in the source calls for. */
function spareDenials({ source, target }: SentencePair): number {
  // "Only X can" is said as "nobody but X can": two negations for one word.
  const only = source.has('only') ? 1 : 0;
  // "Must X before you can Y" is said as "cannot Y unless X".
  const prerequisite = source.has('prerequisite') ? 2 : 0;
  return (
    target.count('negation') -
    source.count('negation') -
    source.count('negative') -
    source.count('allowance') -
    prerequisite -
    only
  );
}

/** Counts words of negative sense that are not counted as negations already. */
function wordsOfDenial(target: Reading): number {
  const negations = target.find('negation');
  return target
    .find('negative')
    .filter((word) => !negations.some((mark) => mark.start < word.end && word.start < mark.end)).length;
}
