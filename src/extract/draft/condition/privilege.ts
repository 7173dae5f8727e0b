import type { Condition } from '../../../rules/workflow.ts';
import { verbsOf } from './acts.ts';
import { findBearing, requireBearing } from './bearing.ts';
import { draftCondition } from './draft-condition.ts';
import { type DraftContext, type DraftedPart, whoPart, withAudience } from './drafted-part.ts';
import { findValues } from './fact-words.ts';
import { knownCondition } from './known-condition.ts';
import { denies, negationsOf } from './negation.ts';
import { firstMatch, type Phrases, says, saysReason } from '../phrases.ts';
import { readQuantity } from './quantity.ts';
import { partNotRead, type Reading, type Vocabulary } from './reading.ts';
import { readRequirement, readingOf, type Requirement, separate } from './requirement.ts';
import { contentOf, residueOf } from './residue.ts';
import { cutOut, overlap, type Span, spansOf } from './span.ts';
import { readActors, readSide } from './subject.ts';
import { tidy } from './tidy.ts';

/** Who may do something, as the words of a sentence have it. */
interface Privilege {
  subject: string;
  /** What stands before the subject: what may be done, or for whom it is said. */
  topic: string;
  /** True where nobody else may. */
  alone: boolean;
  /** True where it is to these alone that something may be done. */
  object?: boolean;
}

/** Reads who may do something: "Direct partners can …", "Neither A nor B can …". */
export function readWho(main: string, { phrases, vocabulary }: DraftContext): Condition | undefined {
  const privilege = findPrivilege(main, phrases, vocabulary);
  return privilege && readSide(privilege.subject, phrases, vocabulary);
}

/** Drafts who may do something, or what only those have who may; nothing where the words say something else. */
export function draftPrivilege(words: string, context: DraftContext): DraftedPart[] | undefined {
  const { phrases, vocabulary } = context;
  // "Only one A can": how many there may be, and not who.
  if (!phrases.spaced && says(words, phrases.justOne) && readQuantity(words, phrases)?.bounded !== true)
    return [{ words, reading: partNotRead }];
  const privilege = findPrivilege(words, phrases, vocabulary);
  if (!privilege) return draftRecipients(words, context);
  const { subject, topic, alone } = privilege;
  // "This restriction applies to A only": what is restricted is told elsewhere.
  if (saysReason(topic, 'elsewhere', phrases))
    return [{ words, reading: { kind: 'unencodable', reason: 'elsewhere' } }];
  const audience = readActors(topic, phrases, vocabulary);
  if (phrases.spaced && contentOf(topic, phrases).length > 0 && !audience)
    return [{ words, reading: partNotRead }];
  // "A이면서 B인 사용자": of whom several things are said, all must hold.
  const several = privilege.object === true || (!phrases.spaced && says(subject, phrases.all));
  // "A and B, but not C, can": of whom it is denied is told for a part.
  const negation = negationsOf(subject, phrases)[0];
  if (phrases.spaced && negation && contentOf(subject.slice(0, negation.start), phrases).length > 0)
    return [{ words, reading: partNotRead }];
  const who = several ? undefined : readSide(subject, phrases, vocabulary);
  if (who) return [audience ? { ...whoPart(words, who), audience } : whoPart(words, who)];
  // "… by any A or B from C": who is named with more than is read.
  const doers = phrases.spaced ? firstMatch(words, phrases.doers) : undefined;
  if (doers && findValues(words.slice(doers.end), phrases, vocabulary.words).length > 0)
    return [{ words, reading: partNotRead }];
  if (!alone) return draftRecipients(words, context);
  // "Only the customer can": someone who is no role that a fact knows.
  const unknown =
    says(subject, phrases.people) && !isTelling(tidy(subject.replace(phrases.only, ' ')), phrases);
  if (unknown) return [{ words, reading: partNotRead }];
  if (contentOf(subject, phrases).length === 0) return undefined;
  // "A is the only B that C can have": what is only is said of what comes before.
  if (phrases.spaced && isSaidBefore(subject, phrases)) return [{ words, reading: partNotRead }];
  // "Only some fields can be changed": what is done to them says nothing of who does it.
  const able = phrases.spaced && firstMatch(words, phrases.ability);
  if (able && firstMatch(tidy(words.slice(able.end)), phrases.copulas)?.start === 0) return undefined;
  // "Only within 7 days": what may be done is part of what the time or number is of, unless a fact counts it.
  if (readQuantity(subject, phrases)) {
    const counted = knownCondition(subject, phrases, vocabulary);
    const reading: Reading | undefined = counted && { kind: 'condition', condition: counted, proposed: [] };
    return reading && withAudience([{ words: subject, reading }], audience);
  }
  const named = phrases.spaced ? tidy(subject.replace(phrases.only, ' ')) : subject;
  return withAudience(separate(readBearing(named, context) ?? readKind(named, context)), audience);
}

/** Tells whether "only" stands in what is said of a subject, or before what a clause tells apart. */
function isSaidBefore(subject: string, { copulas, only, relatives, articles }: Phrases): boolean {
  const place = firstMatch(subject, only);
  const named = place !== undefined && spansOf(subject, articles).some(({ end }) => end === place.start - 1);
  return (
    place !== undefined &&
    (says(subject.slice(0, place.start), copulas) || (named && says(subject.slice(place.end), relatives)))
  );
}

/** "It is shown to A only": it is for those alone, who are of a kind that a fact knows, or of whom something is said. */
function draftRecipients(words: string, context: DraftContext): DraftedPart[] | undefined {
  const { phrases, vocabulary } = context;
  const mark = firstMatch(words, phrases.recipients);
  if (!mark) return undefined;
  const topic = spansOf(words.slice(0, mark.start), phrases.topics).at(-1);
  const rest = phrases.spaced ? words.slice(mark.end) : words.slice(topic?.end ?? 0, mark.start);
  const able = phrases.spaced ? [...spansOf(rest, phrases.ability), ...spansOf(rest, phrases.having)] : [];
  const who = readSide(tidy(cutOut(rest, able)), phrases, vocabulary);
  if (who) return [whoPart(words, who)];
  const named = tidy(rest);
  // A name that a fact knows, with more than is read, is not taken for a new one.
  const told = findValues(named, phrases, vocabulary.words).length === 0 && isTelling(named, phrases);
  const plain = !denies(named, phrases) && !readQuantity(named, phrases) && says(named, phrases.people);
  if (!told || !plain || says(named, phrases.joints.or)) return undefined;
  return separate(readBearing(named, context) ?? readKind(named, context));
}

/** Finds who may do something: before the word for "only", between it and the verb, or else where a subject stands. */
function findPrivilege(main: string, phrases: Phrases, vocabulary: Vocabulary): Privilege | undefined {
  const able = firstMatch(main, phrases.ability);
  if (phrases.spaced) return able && findSubject(main, able, phrases, vocabulary);
  const lead = firstMatch(main, phrases.reserves);
  const only = able && firstMatch(main, phrases.only);
  if (lead) {
    const after = main.slice(lead.end);
    const verb = firstMatch(after, phrases.only) ?? firstMatch(after, phrases.ability);
    const end = verb?.start ?? (namesUpTo(after, phrases, vocabulary) || after.length);
    return { subject: tidy(after.slice(0, end)), topic: tidy(main.slice(0, lead.start)), alone: true };
  }
  if (only) {
    const topic = spansOf(main.slice(0, only.start), phrases.topics).at(-1);
    return {
      subject: tidy(main.slice(topic?.end ?? 0, only.start)),
      topic: tidy(main.slice(0, topic?.start ?? 0)),
      alone: true,
      object: firstMatch(main.slice(only.end), phrases.doing)?.start === 0,
    };
  }
  if (!able) return undefined;
  const end = phrases.topicMarked ? (firstMatch(main, phrases.topics)?.start ?? 0) : able.start;
  return { subject: tidy(main.slice(0, end)), topic: '', alone: false };
}

/**
 * Finds who may do something where words stand apart: before the verb, or after it where it is told that they do it, or by
 * the order of words, which is free.
 */
function findSubject(main: string, able: Span, phrases: Phrases, vocabulary: Vocabulary): Privilege {
  const subject = tidy(main.slice(0, able.start));
  const doer = main.slice(able.end);
  const mark = firstMatch(doer, phrases.doers);
  const object = !mark && verbsOf(doer, phrases).length > 0;
  const later = tidy(doer.slice(mark?.end ?? 0));
  const idioms = spansOf(subject, phrases.idioms);
  const alone = spansOf(subject, phrases.only).some((span) => !idioms.some((each) => overlap(each, span)));
  if (!object && contentOf(subject, phrases).length > 0 && readActors(later, phrases, vocabulary))
    return { subject: later, topic: '', alone: true };
  // "For A, only B can": for whom it is said stands before the comma.
  const only = firstMatch(subject, phrases.only);
  const comma = only ? /,\s{0,2}$/u.exec(subject.slice(0, only.start)) : null;
  if (comma)
    return { subject: subject.slice(only?.start), topic: tidy(subject.slice(0, comma.index)), alone };
  return { subject, topic: '', alone };
}

/** Where no verb tells how far the subject goes ("只能由 A 或 B 执行"), the names at the beginning do. */
function namesUpTo(words: string, phrases: Phrases, { words: book }: Vocabulary): number {
  let end = 0;
  for (const named of findValues(words, phrases, book)) {
    if (residueOf(words.slice(end, named.start), [], phrases).length > 0) break;
    end = named.end;
  }
  return end;
}

/** "Only customers without A": what they have or lack, where nothing else is said of them. */
function readBearing(subject: string, context: DraftContext): Requirement | undefined {
  const { phrases } = context;
  const { main, subordinates } = findBearing(subject, context);
  if (subordinates.length === 0) return undefined;
  const read = requireBearing(subordinates, context, false);
  const reading = readingOf(read);
  if (reading.kind !== 'condition') return undefined;
  const rest = residueOf(main, verbsOf(main, phrases), phrases);
  // "Only partners with the role A": whoever they are, where the facts know what they have.
  const anyone = reading.proposed.length === 0 && !isTelling(main, phrases);
  return rest.length === 0 || anyone ? read : undefined;
}

/** Tells whether words name more than people who may be anyone. */
function isTelling(words: string, phrases: Phrases): boolean {
  return residueOf(words, spansOf(words, phrases.people), phrases).length > 0;
}

/** "Only A can": that it is an A; where the words say that something is done or is not, that. */
function readKind(subject: string, context: DraftContext): Requirement {
  const { phrases, vocabulary } = context;
  const verbs = [phrases.verbs, phrases.absence, phrases.having];
  const denied = denies(subject, phrases);
  const several = !phrases.spaced && says(subject, phrases.all);
  if (!denied && !several && !verbs.some((pattern) => says(subject, pattern))) {
    return { words: subject, reading: draftCondition(subject, phrases, vocabulary, { fresh: true }) };
  }
  const read = readRequirement(subject, { ...context, turned: false });
  const reading = readingOf(read);
  const known = reading.kind === 'condition' && reading.proposed.length === 0;
  // What is denied of whom is not told apart in words that nothing is known of.
  return denied && !known ? { words: subject, reading: partNotRead } : read;
}
