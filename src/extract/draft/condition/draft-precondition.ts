import { splitSentences } from '../../../content/split-sentences.ts';
import { draftClauses } from './clause-logic.ts';
import { contrasts } from './contrast.ts';
import { type DraftContext, type DraftedPart, withGate } from './drafted-part.ts';
import { readGates } from './gates.ts';
import { readingOf } from './requirement.ts';
import { type Bearing, draftBarred, readLead } from './list-lead.ts';
import { keepWindows } from './lapse.ts';
import { factsAbout } from './other-actor.ts';
import type { ClauseRole } from '../phrase-table.ts';
import { firstMatch, type Phrases, says } from '../phrases.ts';
import { type ClauseReading, readClauses } from './read-clauses.ts';
import { asksNothing, caseElsewhere, partNotRead, type Reading, type Vocabulary } from './reading.ts';
import { readQuantity } from './quantity.ts';
import { denies } from './negation.ts';
import { proposeValues } from './proposed-values.ts';
import { readRoleLine } from './role-line.ts';
import { isCase, isGate, isIdle, isLift } from './clause-roles.ts';
import { findJoints } from './joints.ts';
import { restricts } from './restriction.ts';
import { readSignIn } from './sign-in.ts';
import { cutOut, spansOf } from './span.ts';
import { splitRules, splitTurn } from './split-rules.ts';
import { readLabel } from './subject.ts';

/** Letters that are read of a text; what is longer is no sentence. */
const longest = 1500;
const bracketed = /\([^()]{1,300}\)|（[^（）]{1,300}）/gu;
const apostrophe = /(?<=\p{L})[’ʼ](?=\p{L})/gu;

/**
 * Drafts the requirements that a sentence states, each by itself.
 *
 * @param bearing What the lead-in makes of it, where it is an item of a list.
 * @param lead The lead-in, where it tells the case that the item is for.
 */
export function draftPreconditions(
  text: string,
  phrases: Phrases,
  vocabulary: Vocabulary,
  bearing: Bearing = 'plain',
  lead = '',
): DraftedPart[] {
  const unread = readingUnder(bearing, text, phrases, vocabulary);
  if (unread) return [{ words: text, reading: unread }];
  const parts =
    bearing === 'turned'
      ? draftBarred(cleaned(text, phrases), { phrases, vocabulary })
      : draftParts(text, phrases, vocabulary);
  const meant = bearing === 'case' ? inCase(parts, lead, { phrases, vocabulary }) : parts;
  return meant.map((part) => proposeValues(part, vocabulary));
}

/** Says of parts that they are for those of whom a lead-in tells ("If you're a reseller:"). */
function inCase(parts: readonly DraftedPart[], lead: string, context: DraftContext): DraftedPart[] {
  const { subordinates } = readLead(lead, context.phrases);
  const gate = readingOf(readGates(subordinates, context));
  return gate.kind === 'condition'
    ? withGate(parts, gate)
    : parts.map(({ words }) => ({ words, reading: caseElsewhere }));
}

/** Gives why nothing is drafted from words that stand where they do; nothing where they are read. */
function readingUnder(
  bearing: Bearing,
  text: string,
  phrases: Phrases,
  vocabulary: Vocabulary,
): Reading | undefined {
  switch (bearing) {
    case 'causes':
      return partNotRead;
    case 'unclear':
      return rules(text, phrases) ? undefined : partNotRead;
    case 'alone':
      return asks(cleaned(text, phrases), phrases, vocabulary) ? undefined : asksNothing;
    default:
      return undefined;
  }
}

/** Tells whether words that nothing leads into ask for something: they require, they bound, or they are an order. */
function asks(text: string, phrases: Phrases, vocabulary: Vocabulary): boolean {
  if (readRoleLine(text, phrases, vocabulary) || bounds(text, phrases)) return true;
  // "You have 30 days": a window of time is a bound where nothing else is said.
  if (readQuantity(text, phrases)?.unit !== undefined) return true;
  if (!phrases.spaced) return false;
  const acts = [phrases.verbs, phrases.absence, phrases.acting, phrases.harmless];
  if (acts.some((pattern) => firstMatch(text, pattern)?.start === 0)) return true;
  const said = [phrases.copulas, phrases.having, phrases.ability].some((pattern) => says(text, pattern));
  return says(text, phrases.orders) || !said;
}

/** Takes out what strays into words, and makes one apostrophe of several kinds. */
function cleaned(text: string, phrases: Phrases): string {
  return text.slice(0, longest).replace(phrases.strays, '').replace(apostrophe, "'").trimStart();
}

function draftParts(text: string, phrases: Phrases, vocabulary: Vocabulary): DraftedPart[] {
  const sentence = cleaned(text, phrases);
  const roles = readRoleLine(sentence, phrases, vocabulary);
  if (roles) return [{ words: sentence, reading: roles }];
  // What a rule says in brackets is no part of the one around them.
  const asides = spansOf(sentence, bracketed).filter(({ start, end }) => {
    const aside = sentence.slice(start + 1, end - 1);
    return (
      rules(aside, phrases) ||
      restricts(aside, phrases) ||
      opensExcept(aside, phrases) ||
      denies(aside, phrases)
    );
  });
  const plain = cutOut(sentence, asides);
  if (asides.length > 0 && /\p{L}/u.test(plain)) {
    // "Give the number (if there is one)": what is asked is asked of some, who are not told. "Move all of it (no copies)", "read
    // it (admins only)": what a bracket denies or keeps from others bears on the words before it alone.
    const bears = (aside: string): boolean =>
      (denies(aside, phrases) || restricts(aside, phrases)) &&
      !rules(aside, phrases) &&
      !opensExcept(aside, phrases);
    const left = asides.map(({ start, end }) => sentence.slice(start + 1, end - 1));
    if (left.some((aside) => isCaseOf(aside, phrases) || bears(aside)))
      return [{ words: sentence, reading: partNotRead }];
    const unread = asides.map(({ start, end }) => ({
      words: sentence.slice(start, end),
      reading: partNotRead,
    }));
    return [...draftParts(plain, phrases, vocabulary), ...unread];
  }
  const sentences = sentencesOf(sentence, phrases).flatMap((each) => splitStatements(each, phrases));
  // Of several sentences only those that require something, or limit it, count.
  const telling = sentences.filter((each) => bounds(each, phrases));
  // Of several sentences that only say what is, one may be denied and another not.
  if (telling.length === 0 && sentences.length > 1 && sentences.some((each) => denies(each, phrases)))
    return [{ words: sentence, reading: partNotRead }];
  const read = telling.length > 0 && sentences.length > 1 ? telling : [sentence];
  return read
    .flatMap((each) => {
      const [first = '', ...rest] = splitTurn(each, phrases);
      return rest.length > 0 && !bounds(first, phrases) ? rest : [first, ...rest];
    })
    .flatMap((each) => splitRules(each, phrases))
    .flatMap((each) =>
      draftSentence(each, phrases, vocabulary).map((part) =>
        // What was put together from clauses is shown as it stands, lest a negation is lost.
        part.reading.kind === 'unencodable' && !each.includes(part.words) ? { ...part, words: each } : part,
      ),
    )
    .map((part) => (part.words === '' ? { ...part, words: sentence } : part));
}

/** Tells whether a bracket leaves some out, or says for whom alone something is ("except where …", "if …"). */
function opensExcept(words: string, phrases: Phrases): boolean {
  const excepts = firstMatch(words, phrases.excepting)?.start === 0;
  return excepts || opensAs(words, phrases, (role) => role === 'unless') || isCaseOf(words, phrases);
}

/** Tells whether words are a case: "if there is one", "ある場合". */
function isCaseOf(words: string, phrases: Phrases): boolean {
  // What closes a clause may ask for what goes on after it.
  const closed = `${words}${phrases.comma}`;
  const ends = phrases.closing.some(
    ({ role, pattern }) => isCase(role) && spansOf(closed, pattern).some(({ end }) => end >= words.length),
  );
  return ends || opensAs(words, phrases, isCase);
}

/** Tells whether words begin with the mark of a clause of some role. */
function opensAs(words: string, phrases: Phrases, fits: (role: ClauseRole) => boolean): boolean {
  return phrases.opening.some(({ role, pattern }) => fits(role) && firstMatch(words, pattern)?.start === 0);
}

function sentencesOf(text: string, phrases: Phrases): string[] {
  const segmenter = new Intl.Segmenter(phrases.language, { granularity: 'sentence' });
  return splitSentences(text, segmenter)
    .map(({ segment }) => segment.trim())
    .filter((each) => each !== '');
}

/** "It is part of A; in B it isn't available": what only says something stands apart from a rule after it. */
function splitStatements(sentence: string, phrases: Phrases): string[] {
  const at = sentence.search(/[;；]/u);
  if (at < 0) return [sentence];
  const [first, rest] = [sentence.slice(0, at), sentence.slice(at + 1).trim()];
  return !bounds(first, phrases) && requires(rest, phrases) ? [first, rest] : [sentence];
}

/** Tells whether words say that something must or can't be. */
function rules(words: string, phrases: Phrases): boolean {
  return says(words, phrases.necessity) || says(words, phrases.inability);
}

/** Tells whether words require something, or say who alone or how many may. */
function bounds(words: string, phrases: Phrases): boolean {
  const alone = [phrases.only, phrases.reserves, phrases.recipients].some((pattern) => says(words, pattern));
  return alone || requires(words, phrases) || readQuantity(words, phrases)?.bounded === true;
}

function requires(sentence: string, phrases: Phrases): boolean {
  if (rules(sentence, phrases)) return true;
  const { subordinates } = dropIntent(readClauses(sentence, phrases), phrases);
  return subordinates.some(({ role }) => isGate(role) || isLift(role));
}

function draftSentence(sentence: string, phrases: Phrases, vocabulary: Vocabulary): DraftedPart[] {
  // "Or you must …" is one way of several, and "otherwise …" one case, of which the others stand elsewhere.
  const other = [phrases.joints.or, phrases.otherwise].some(
    (pattern) => firstMatch(sentence, pattern)?.start === 0,
  );
  // A question asks for nothing.
  if (/[?？]["”’」』)）]?\s{0,4}$/u.test(sentence) || isDueAhead(sentence, phrases) || other)
    return [{ words: sentence, reading: partNotRead }];
  if (firstMatch(sentence, phrases.backReferences)?.start === 0)
    return [{ words: sentence, reading: caseElsewhere }];
  const clauses = keepWindows(dropIntent(readClauses(sentence, phrases), phrases), phrases);
  if (contrasts(clauses, phrases) || isEntwined(sentence, clauses, phrases))
    return [{ words: sentence, reading: partNotRead }];
  // Where words do not stand apart, the subject is not told from what follows by its place.
  const about = phrases.spaced
    ? vocabulary
    : factsAbout(clauses.main, phrases, factsAbout(sentence, phrases, vocabulary));
  const parts = asRole(draftClauses(clauses, { phrases, vocabulary: about }), clauses, {
    phrases,
    vocabulary,
  });
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
  const rules = [phrases.necessity, phrases.inability, phrases.ability];
  return relative !== undefined && !within.includes(',') && !rules.some((pattern) => says(within, pattern));
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

/** What someone is about to do is the purpose, not a condition. */
function dropIntent(clauses: ClauseReading, phrases: Phrases): ClauseReading {
  const subordinates = clauses.subordinates.map((clause) =>
    (clause.role === 'if' || clause.role === 'when') && says(`${clause.words} ${clause.mark}`, phrases.intent)
      ? { ...clause, role: 'purpose' as const }
      : clause,
  );
  return { ...clauses, subordinates };
}
