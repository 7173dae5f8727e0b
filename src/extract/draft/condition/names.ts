import type { Fact } from '../../../rules/workflow.ts';
import { findTitles, findValues } from './fact-words.ts';
import type { Phrases } from '../phrases.ts';
import type { Vocabulary } from './reading.ts';
import { overlap, type Span } from './span.ts';

/** A place where words name something that the vocabulary knows: a fact by its title, or one of its values. */
export interface Name extends Span {
  fact: Fact;
  /** The words themselves; others may stand between the words of a title. */
  words: readonly Span[];
  /** The value, where it is no title. */
  value?: string;
}

/** Finds what words name, in their order; of names that share words the one with more of them. */
export function findNames(text: string, phrases: Phrases, vocabulary: Vocabulary): Name[] {
  const titles: Name[] = findTitles(text, phrases, vocabulary.words);
  const values = findValues(text, phrases, vocabulary.words).map(({ fact, value, start, end }): Name => ({
    fact,
    value,
    start,
    end,
    words: [{ start, end }],
  }));
  const letters = ({ words }: Name): number => words.reduce((sum, { start, end }) => sum + end - start, 0);
  const ranked = [...titles, ...values].toSorted((a, b) => letters(b) - letters(a) || a.start - b.start);
  const kept: Name[] = [];
  for (const name of ranked) if (!kept.some((other) => overlap(other, name))) kept.push(name);
  return kept.toSorted((a, b) => a.start - b.start);
}
