import type { Phrases } from '../phrases.ts';
import { type Span, spansOf } from './span.ts';

/** Finds what denies something in words. "No" with a capital within a sentence is an answer, not a negation. */
export function negationsOf(text: string, phrases: Phrases): Span[] {
  const idioms = spansOf(text, phrases.idioms);
  return spansOf(text, phrases.negation).filter(({ start, end }) => {
    if (idioms.some((idiom) => idiom.start <= start && end <= idiom.end)) return false;
    const word = text.slice(start, end);
    const answer = phrases.spaced && start > 0 && word.length < 5 && word !== word.toLowerCase();
    return !answer || word === word.toUpperCase();
  });
}

/** Tells whether words deny something. */
export function denies(text: string, phrases: Phrases): boolean {
  return negationsOf(text, phrases).length > 0;
}
