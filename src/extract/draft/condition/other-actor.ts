import { findNames } from './names.ts';
import type { Phrases } from '../phrases.ts';
import { grammatical } from './residue.ts';
import type { Vocabulary } from './reading.ts';
import { overlap, spansOf } from './span.ts';
import { isWord, placedWords } from './words.ts';

/** Letters within which a sentence names its subject. */
const farthestSubject = 12;

/**
 * Gives the facts that a sentence may speak of: where its subject is a customer or a provider, those that are about them,
 * for what it says is no statement about the reader.
 */
export function factsAbout(sentence: string, phrases: Phrases, vocabulary: Vocabulary): Vocabulary {
  const [other] = spansOf(sentence.slice(0, 60), phrases.others);
  if (!other || other.start > farthestSubject) return vocabulary;
  if (findNames(sentence, phrases, vocabulary).some((name) => overlap(name, other))) return vocabulary;
  const entries = vocabulary.words.get(phrases.language) ?? [];
  const about = entries.filter((entry) =>
    isAbout(entry.about, sentence.slice(other.start, other.end), phrases),
  );
  return { ...vocabulary, words: new Map([...vocabulary.words, [phrases.language, about]]) };
}

/** Tells whether words are about someone, whatever particle his name has. */
export function isAbout(about: readonly string[], actor: string, phrases: Phrases): boolean {
  return placedWords(actor, phrases)
    .filter(({ word }) => !phrases.fillers.has(word) && !grammatical.test(word))
    .some((placed) => {
      const bare = { ...placed, word: placed.word.slice(0, -1) };
      const forms = phrases.topicMarked && placed.word.length > 2 ? [placed, bare] : [placed];
      return about.some((word) => forms.some((form) => isWord(word, form)));
    });
}
