import { findNames } from './names.ts';
import type { Phrases } from '../phrases.ts';
import { readQuantity } from './quantity.ts';
import type { Vocabulary } from './reading.ts';
import { contentOf } from './residue.ts';
import { spansOf } from './span.ts';
import { tidy } from './tidy.ts';

/** Words that a list's last name may share with the others. */
const longestEnd = 3;

/** "Fewer than 5 or more than 100 licenses": a number alone is of what the one beside it is of. */
export function completeNumbers(texts: readonly string[], phrases: Phrases): string[] {
  const read = texts.map((text) => readQuantity(text, phrases));
  const named = (index: number): string | undefined => {
    const { rest } = read[index] ?? {};
    return rest !== undefined && contentOf(rest, phrases).length > 0 ? rest : undefined;
  };
  return texts.map((text, index) => {
    if (!read[index] || named(index) !== undefined) return text;
    const before = named(index - 1);
    if (before !== undefined) return tidy(`${before} ${text}`);
    const after = named(index + 1);
    return after === undefined ? text : tidy(`${text} ${after}`);
  });
}

/** "The admin or sales agent": what the last name ends with belongs to those before it. */
export function completeNames(texts: readonly string[], phrases: Phrases, vocabulary: Vocabulary): string[] {
  const following = texts.at(-1) ?? '';
  const words = following.split(phrases.spaced ? ' ' : /(?=\s)/u);
  // A clause of its own shares no name.
  const clause = [phrases.having, phrases.verbs, phrases.negation].some((pattern) =>
    spansOf(following, pattern).some(({ start }) => start === 0),
  );
  if (clause) return [...texts];
  return texts.map((text, index) => {
    if (index === texts.length - 1 || findNames(text, phrases, vocabulary).length > 0) return text;
    for (let last = 1; last <= Math.min(longestEnd, words.length - 1); last += 1) {
      const whole = `${text} ${words.slice(-last).join(' ').trim()}`;
      if (
        findNames(whole, phrases, vocabulary).some(
          ({ words: named, end }) => end === whole.length && named.some((span) => span.end === text.length),
        )
      )
        return whole;
    }
    return text;
  });
}
