import { negationsOf } from './negation.ts';
import type { Phrases } from '../phrases.ts';
import { overlap, type Span, spansOf } from './span.ts';
import { inPlainLetters, type PlacedWord, placedWords } from './words.ts';

/** Words that only carry grammar, where a language writes them in letters of their own. */
export const grammatical = /^\p{Script=Hiragana}{1,12}$/u;

/**
 * Lists the words that carry content and that nothing accounts for: neither the stretches that were read, nor what the
 * language says without adding to a condition. A condition is only drafted where none is left.
 *
 * @param read Stretches that were understood: names, numbers with their bounds.
 */
export function residueOf(text: string, read: readonly Span[], phrases: Phrases): string[] {
  const accounted = [...read, ...logicalSpans(text, phrases)];
  return placedWords(text, phrases)
    .filter(
      (placed) =>
        !placed.word.split(/['’]/u).every((part) => phrases.fillers.has(inPlainLetters(part))) &&
        !grammatical.test(placed.word) &&
        !isAccounted(placed, accounted, phrases),
    )
    .map(({ word }) => word);
}

/**
 * Tells whether stretches account for a word. Where no space tells words apart, a stretch may be a part of a longer word:
 * all of it must be accounted for but its ending.
 */
function isAccounted(
  { word, start, end }: PlacedWord,
  accounted: readonly Span[],
  { spaced }: Phrases,
): boolean {
  const over = accounted.filter((span) => overlap(span, { start, end }));
  if (spaced || over.length === 0) return over.length > 0;
  return word
    .split('')
    .every(
      (letter, at) =>
        over.some((span) => span.start <= start + at && start + at < span.end) ||
        (at > 0 ? /[\p{Script=Hiragana}\p{Script=Hangul}]/u : /\p{Script=Hiragana}/u).test(letter),
    );
}

/** Lists the words of a text that carry content: no grammar, no logic. */
export function contentOf(text: string, phrases: Phrases): string[] {
  return residueOf(text, [], phrases);
}

function logicalSpans(text: string, phrases: Phrases): Span[] {
  return [
    phrases.neutral,
    phrases.having,
    phrases.absence,
    phrases.copulas,
    phrases.noneOf,
    phrases.every,
    phrases.joints.and,
    phrases.joints.or,
  ]
    .flatMap((pattern) => spansOf(text, pattern))
    .concat(negationsOf(text, phrases));
}
