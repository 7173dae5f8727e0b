import type { Condition } from '../../../rules/workflow.ts';
import { verbsOf } from './acts.ts';
import { findValues } from './fact-words.ts';
import { compareValues, togetherIn } from './known-condition.ts';
import { negate } from './negate.ts';
import { denies, negationsOf } from './negation.ts';
import type { DraftContext } from './drafted-part.ts';
import { firstMatch, type Phrases, says } from '../phrases.ts';
import type { SubordinateClause } from './read-clauses.ts';
import type { Vocabulary } from './reading.ts';
import { residueOf } from './residue.ts';
import { cutOut, overlap, type Span, spansOf } from './span.ts';
import { tidy } from './tidy.ts';

/** Reads whom a sentence is about ("Indirect resellers must …"): the values that its subject names, and nothing else. */
export function readActors(subject: string, phrases: Phrases, vocabulary: Vocabulary): Condition | undefined {
  const named = findValues(subject, phrases, vocabulary.words);
  // "Your provider" is not the reader.
  const other = says(subject, phrases.possessives);
  if (named.length === 0 || other || denies(subject, phrases)) return undefined;
  const together = spansOf(subject, phrases.together);
  const read = [...named, ...spansOf(subject, phrases.only), ...together];
  if (residueOf(subject, read, phrases).length > 0) return undefined;
  return togetherIn(subject, compareValues(named), phrases);
}

/**
 * Reads who may do something by the values that a subject names: "neither A nor B" are those who may not, and "all but A"
 * turns it round.
 *
 * @param barred True where it says of those that they may not.
 */
export function readSide(
  subject: string,
  phrases: Phrases,
  vocabulary: Vocabulary,
  barred = denies(subject, phrases),
): Condition | undefined {
  const excepted = spansOf(subject, phrases.excepting);
  const only = spansOf(subject, phrases.only);
  // "Not only A but also B" leaves out none.
  const idioms = spansOf(subject, phrases.idioms).filter((idiom) =>
    only.some((each) => overlap(each, idiom)),
  );
  const named = cutOut(subject, [...excepted, ...idioms, ...negationsOf(subject, phrases)]);
  const who = readActors(named, phrases, vocabulary);
  return who && barred !== excepted.length > 0 ? negate(who, vocabulary.facts) : who;
}

/** "Agents can't, unless they have A": in the clauses of a rule about someone, a pronoun is he. */
export function ofActors(clauses: readonly SubordinateClause[], { pronouns }: Phrases): SubordinateClause[] {
  return clauses.map((clause) => {
    const pronoun = firstMatch(clause.words, pronouns);
    return pronoun?.start === 0 ? { ...clause, words: tidy(clause.words.slice(pronoun.end)) } : clause;
  });
}

/** Reads the label before a sentence ("Direct partners: …"). */
export function readLabel(label: string, phrases: Phrases, vocabulary: Vocabulary): Condition | undefined {
  const named = findValues(label, phrases, vocabulary.words).filter(({ fact }) => fact.type === 'code');
  return residueOf(label, named, phrases).length > 0 ? undefined : compareValues(named);
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
  const telling = residueOf(rest, [], phrases).length > 0 || verbsOf(rest, phrases).length > 0;
  return who && telling ? { who, rest } : undefined;
}
