import { draftClauses } from './clause-logic.ts';
import { isCase, isGate, isIdle } from './clause-roles.ts';
import { contrasts } from './contrast.ts';
import type { DraftContext, DraftedPart } from './drafted-part.ts';
import { dropIntent } from './intent.ts';
import { findJoints } from './joints.ts';
import { keepWindows } from './lapse.ts';
import { opensAs } from './opens-clause.ts';
import { factsAbout } from './other-actor.ts';
import { firstMatch, type Phrases, says, saysReason } from '../phrases.ts';
import { askedFor } from './purpose.ts';
import { readQuantity } from './quantity.ts';
import { type ClauseReading, readClauses } from './read-clauses.ts';
import { asksNothing, caseElsewhere, partNotRead, type Reading, type Vocabulary } from './reading.ts';
import { contentOf } from './residue.ts';
import { saysRule } from './rule-words.ts';
import { readSignIn } from './sign-in.ts';
import { spansOf } from './span.ts';
import { readLabel } from './subject.ts';

/** Drafts what one sentence requires, without what it says in brackets. */
export function draftSentence(
  sentence: string,
  phrases: Phrases,
  vocabulary: Vocabulary,
  headings: readonly string[] = [],
): DraftedPart[] {
  // "Or you must …" is one way of several, and "otherwise …" one case, of which the others stand elsewhere.
  const other = [phrases.joints.or, phrases.otherwise].some(
    (pattern) => firstMatch(sentence, pattern)?.start === 0,
  );
  // A question asks for nothing.
  if (/[?？]["”’」』)）]?\s{0,4}$/u.test(sentence) || isDueAhead(sentence, phrases) || other)
    return [{ words: sentence, reading: partNotRead }];
  const leadsOn = /[:：]$/u.test(sentence.trim()) && opensAs(sentence.trim(), phrases, isCase);
  if (leadsOn || firstMatch(sentence, phrases.backReferences)?.start === 0)
    return [{ words: sentence, reading: caseElsewhere }];
  const clauses = keepWindows(dropIntent(readClauses(sentence, phrases), phrases), phrases);
  if (contrasts(clauses, phrases) || isEntwined(sentence, clauses, phrases))
    return [{ words: sentence, reading: partNotRead }];
  // "A means B": what a name means is asked of nobody.
  if (says(clauses.main, phrases.defines) && !saysRule(clauses.main, phrases))
    return [{ words: sentence, reading: asksNothing }];
  if (isOfPublisher(clauses, phrases)) return [{ words: sentence, reading: asksNothing }];
  // Where words do not stand apart, the subject is not told from what follows by its place.
  const about = phrases.spaced
    ? vocabulary
    : factsAbout(clauses.main, phrases, factsAbout(sentence, phrases, vocabulary));
  const context = { phrases, vocabulary };
  const asked = asRole(draftClauses(clauses, { phrases, vocabulary: about }), clauses, context);
  const parts = askedFor(asked, clauses, headings, context).map((part) =>
    keepVague(part, clauses.main, phrases),
  );
  // "You can't if any of these holds: …": what the label says of the rest is not read.
  if (phrases.spaced && says(clauses.label, phrases.inability))
    return [{ words: sentence, reading: partNotRead }];
  const label = readLabel(clauses.label, phrases, vocabulary);
  // "For partners with A only: …": whom a label leaves out is not dropped.
  if (!label && [phrases.only, phrases.reserves].some((pattern) => says(clauses.label, pattern)))
    return [{ words: sentence, reading: partNotRead }];
  if (!label) return parts;
  const who: Reading = { kind: 'condition', condition: label, proposed: [] };
  // "You must have A and one of the following: …": what is needed says nothing of who may do it.
  const needed = says(clauses.label, phrases.necessity);
  return [{ words: clauses.label, reading: who, ...(needed ? {} : { who: true }) }, ...parts];
}

/**
 * Tells whether parts of a sentence bear on each other in a way that no condition is read from: names that are given out in
 * turn ("A and B, respectively"), a case that bars nothing ("if it is late, you can still go on"), what would follow
 * otherwise ("leave none of them, or you can't begin").
 */
function isEntwined(sentence: string, { main, subordinates }: ClauseReading, phrases: Phrases): boolean {
  if (says(sentence, phrases.respective) && says(sentence, phrases.joints.and)) return true;
  const still = firstMatch(sentence, phrases.still);
  const bars = ({ role, words }: ClauseReading['subordinates'][number]): boolean =>
    (isCase(role) || isGate(role)) && sentence.slice(0, still?.start).includes(words);
  if (still && subordinates.some(bars)) return true;
  if (phrases.spaced && subordinates.some((clause) => tellsOfName(sentence, clause, phrases))) return true;
  const [ban] = spansOf(main, phrases.inability);
  return findJoints(main, phrases, []).some(
    ({ kind, comma, start }) =>
      kind === 'or' &&
      comma &&
      ban !== undefined &&
      start < ban.start &&
      says(main.slice(0, start), phrases.necessity),
  );
}

/** "The window that opens after A", "those that were sent before A": a time in a clause within a name is of that alone. */
function tellsOfName(
  sentence: string,
  { role, mark, words }: ClauseReading['subordinates'][number],
  phrases: Phrases,
): boolean {
  if (role !== 'after' && role !== 'before') return false;
  const at = sentence.indexOf(`${mark} ${words}`);
  const before = sentence.slice(0, Math.max(at, 0));
  const relative = spansOf(before, phrases.relatives).at(-1);
  const within = relative ? before.slice(relative.end) : '';
  const verbs = [phrases.necessity, phrases.inability, phrases.ability];
  return relative !== undefined && !within.includes(',') && !verbs.some((pattern) => says(within, pattern));
}

/** "Some offers require that you A": of which it is asked is not told by the words that it was drafted from. */
function keepVague(part: DraftedPart, main: string, phrases: Phrases): DraftedPart {
  const lost = saysReason(main, 'vague', phrases) && !saysReason(part.words, 'vague', phrases);
  const drafted = part.reading.kind !== 'unencodable' && main.includes(part.words);
  return lost && drafted ? { words: main, reading: { kind: 'unencodable', reason: 'vague' } } : part;
}

/**
 * "Microsoft can't …", "we'll …": what the publisher of the pages does is asked of nobody who reads them, but for what keeps
 * it from doing that ("we can't process it if …").
 */
function isOfPublisher({ main, subordinates }: ClauseReading, phrases: Phrases): boolean {
  const named = firstMatch(main, phrases.publisher);
  const barred = says(main, phrases.inability) && subordinates.some(({ role }) => !isIdle(role));
  if (named?.start !== 0 || barred) return false;
  if (phrases.topicMarked) {
    const marks = [phrases.topics, phrases.subjects].flatMap((pattern) => spansOf(main, pattern));
    return marks.some(({ start }) => start >= named.end && start - named.end <= 1);
  }
  const verbs = [phrases.necessity, phrases.inability, phrases.ability];
  const starts = verbs.flatMap((pattern) => spansOf(main, pattern)).map(({ start }) => start);
  // Names of products begin as that of who makes them.
  if (starts.length === 0) return !/^\p{Lu}\p{L}{3,}|^\p{Script=Katakana}/u.test(main);
  const end = Math.min(...starts);
  return contentOf(main.slice(named.end, Math.max(named.end, end)), phrases).length === 0;
}

/** "Sign in as a global admin": where nothing known was read of it, that someone is one is required. */
function asRole(parts: DraftedPart[], clauses: ClauseReading, context: DraftContext): DraftedPart[] {
  const [only] = parts;
  const { main, subordinates } = clauses;
  const alone = only && parts.length === 1 && subordinates.every(({ role }) => isIdle(role));
  if (!alone || says(main, context.phrases.inability)) return parts;
  const known = only.reading.kind === 'condition' && only.reading.proposed.length === 0;
  const condition = known ? undefined : readSignIn(main, context);
  return condition ? [{ words: main, reading: { kind: 'condition', condition, proposed: [] } }] : parts;
}

/**
 * "No later than 7 days before X" leaves at least 7 days, "within 7 days before X" at most: where only an upper bound was
 * read, it may be the wrong one.
 */
function isDueAhead(sentence: string, phrases: Phrases): boolean {
  const quantity = readQuantity(sentence, phrases);
  if (quantity?.unit === undefined || quantity.unit === 'dayOfMonth') return false;
  // "Before 30 days have passed" is a lapse.
  if (says(sentence, phrases.elapsed)) return false;
  if (quantity.operator !== 'lessThanInclusive' && quantity.operator !== 'lessThan') return false;
  const from = Math.min(...quantity.spans.map(({ start }) => start));
  const to = Math.max(...quantity.spans.map(({ end }) => end));
  return spansOf(sentence, phrases.ahead).some(({ start }) => start > from && start - to <= 2);
}
