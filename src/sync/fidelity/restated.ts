import type { SentencePair } from './context.ts';
import type { CueName } from './language.ts';

/** What limits a denial, so that "not … until" is said as "only after" and "not longer than" as "at most". */
const limits: readonly CueName[] = ['until', 'unless', 'except', 'before', 'moreThan', 'lessThan'];

/** What is more than one: "not twice" is "only once". */
const plural = /\b(?:twice|both|multiple|several|another|else)\b/iu;

/** What makes one negation the condition of another. */
const conditional = /\b(?:without|unless|until|if|who|that)\b/iu;

/**
 * Tells whether a limited denial of the source is said in the target without one: "can't … until" as "can only after",
 * "can't … without" as "must have", "can't be longer than" as "at most".
 */
export function isRestatedAsCondition({ source, target }: SentencePair): boolean {
  if (!source.has('negation') || target.has('negation')) return false;
  // Two negations cancel out only where one is the condition of the other.
  const twice = source.count('negation') > 1 && conditional.test(source.text);
  const limited = twice || limits.some((name) => source.has(name)) || plural.test(source.text);
  if (limited && target.has('only') && !source.has('only')) return true;
  return (
    (twice && target.has('obligation') && !source.has('obligation') && !source.has('exemption')) ||
    // "Not after the 5th" is "until the 5th".
    (source.has('after') && target.has('until') && !target.has('later')) ||
    // "Not under 5" is "5 or more".
    (source.has('moreThan') && target.has('atMost')) ||
    (source.has('lessThan') && target.has('atLeast'))
  );
}
