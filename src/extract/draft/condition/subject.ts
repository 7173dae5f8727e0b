import type { Condition } from '../../../rules/workflow.ts';
import { findValues } from './fact-words.ts';
import { compareValues } from './known-condition.ts';
import { denies } from './negation.ts';
import type { DraftContext } from './drafted-part.ts';
import { firstMatch, type Phrases } from '../phrases.ts';
import type { Vocabulary } from './reading.ts';
import { residueOf } from './residue.ts';
import type { Span } from './span.ts';
import { tidy } from './tidy.ts';

/** Reads whom a sentence is about ("Indirect resellers must …"): the values that its subject names, and nothing else. */
export function readActors(subject: string, phrases: Phrases, vocabulary: Vocabulary): Condition | undefined {
  const named = findValues(subject, phrases.language, vocabulary.words);
  if (denies(subject, phrases)) return undefined;
  if (named.length === 0 || residueOf(subject, named, [], phrases).length > 0) return undefined;
  return compareValues(named);
}

/** Reads the label before a sentence ("Direct partners: …"). */
export function readLabel(label: string, phrases: Phrases, vocabulary: Vocabulary): Condition | undefined {
  const named = findValues(label, phrases.language, vocabulary.words).filter(
    ({ fact }) => fact.type === 'code',
  );
  return residueOf(label, named, [], phrases).length > 0 ? undefined : compareValues(named);
}

/** Reads for whom a sentence is, and what else its main clause says; nothing where it is for everyone. */
export function splitActors(
  main: string,
  { start, end }: Span,
  { phrases, vocabulary }: DraftContext,
): { who: Condition; rest: string } | undefined {
  const topic = firstMatch(main, phrases.topics);
  // Where a mark follows the subject, the verb stands last; else the subject is what comes before the verb.
  const marked = phrases.topicMarked;
  const subject = marked ? main.slice(0, Math.min(topic?.start ?? 0, start)) : main.slice(0, start);
  const from = marked ? (topic?.end ?? 0) : end;
  const rest = tidy(marked ? `${main.slice(from, start)} ${main.slice(end)}` : main.slice(end));
  const who = readActors(tidy(subject), phrases, vocabulary);
  return who && residueOf(rest, [], [], phrases).length > 0 ? { who, rest } : undefined;
}
