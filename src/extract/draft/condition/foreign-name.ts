import { digestText } from '../../../content/digest.ts';
import type { Phrases } from '../phrases.ts';
import { residueOf } from './residue.ts';
import { romanize } from './romanize.ts';
import { overlap, type Span, spansOf } from './span.ts';
import { splitWords } from './words.ts';

/** Words that are written letter by letter where English has none for them. */
const mostRomanized = 4;
const longestRomanized = 14;

interface Term extends Span {
  word: string;
}

/**
 * Lists English words for a text in another script: those that its table has for parts of it, and the Latin words in it;
 * where there are none, its own words letter by letter. What the words leave out is told from other texts by a digest.
 */
export function foreignWords(text: string, phrases: Phrases): string[] {
  const terms = termsOf(text, phrases);
  const words = terms.map(({ word }) => word).filter((word, index, all) => word !== all[index - 1]);
  const digest = digestText(text).slice(0, 4);
  if (words.length > 0) {
    const deeds = spansOf(text, phrases.absence).filter((deed) => !terms.some((term) => overlap(term, deed)));
    const whole = deeds.length === 0 && residueOf(text, terms, phrases).length === 0;
    return whole ? words : [...words, digest];
  }
  const romanized = splitWords(text, phrases.language)
    .map((word) => romanize(word)?.slice(0, longestRomanized) ?? '')
    .filter((word) => word.length > 1)
    .slice(0, mostRomanized);
  return romanized.length > 0 ? [...romanized, digest] : [];
}

/** Finds the parts of a text that its table has an English word for, and its Latin words; of two the longer. */
function termsOf(text: string, phrases: Phrases): Term[] {
  const named = phrases.terms.flatMap(({ name, pattern }) =>
    spansOf(text, pattern).map((span) => ({ ...span, word: name })),
  );
  const latin = spansOf(text, /[A-Za-z][A-Za-z0-9]{1,30}/gu).map(({ start, end }) => ({
    start,
    end,
    word: text.slice(start, end).toLowerCase(),
  }));
  const kept: Term[] = [];
  for (const term of [...named, ...latin].toSorted((a, b) => b.end - b.start - (a.end - a.start))) {
    if (!kept.some((other) => overlap(other, term))) kept.push(term);
  }
  return kept.toSorted((a, b) => a.start - b.start);
}
