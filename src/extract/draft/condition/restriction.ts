import type { Phrases } from '../phrases.ts';
import { overlap, spansOf } from './span.ts';

/** Tells whether words say that something is so of one thing alone. */
export function restricts(words: string, phrases: Phrases): boolean {
  const idioms = spansOf(words, phrases.idioms);
  // "The only admin" is a name.
  const articles = spansOf(words, phrases.articles);
  return [phrases.only, phrases.reserves, phrases.recipients]
    .flatMap((pattern) => spansOf(words, pattern))
    .some(
      (span) =>
        !idioms.some((each) => overlap(each, span)) && !articles.some(({ end }) => end === span.start - 1),
    );
}
