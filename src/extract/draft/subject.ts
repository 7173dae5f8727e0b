import type { Condition } from '../../rules/workflow.ts';
import { findValues } from './fact-words.ts';
import { compareValues } from './known-condition.ts';
import { denies } from './negation.ts';
import { firstMatch, type Phrases, says } from './phrases.ts';
import type { Vocabulary } from './reading.ts';
import { residueOf } from './residue.ts';
import { tidy } from './tidy.ts';

/** Reads whom a sentence is about ("Indirect resellers must …"): the values that its subject names, and nothing else. */
export function readActors(subject: string, phrases: Phrases, vocabulary: Vocabulary): Condition | undefined {
  const named = findValues(subject, phrases.language, vocabulary.words);
  if (denies(subject, phrases)) return undefined;
  if (named.length === 0 || residueOf(subject, named, [], phrases).length > 0) return undefined;
  return compareValues(named);
}

/** Reads who may do something: "Only direct partners can …". */
export function readWho(main: string, phrases: Phrases, vocabulary: Vocabulary): Condition | undefined {
  const able = firstMatch(main, phrases.ability);
  if (!able) return undefined;
  const mark = firstMatch(main, phrases.only) ?? firstMatch(main, phrases.topics);
  const end = phrases.topicMarked ? (mark?.start ?? 0) : able.start;
  return readActors(tidy(main.slice(0, end)), phrases, vocabulary);
}

/** Reads the label before a sentence ("Direct partners: …"). */
export function readLabel(label: string, phrases: Phrases, vocabulary: Vocabulary): Condition | undefined {
  const named = findValues(label, phrases.language, vocabulary.words);
  return compareValues(named.filter(({ fact }) => fact.type === 'code'));
}
