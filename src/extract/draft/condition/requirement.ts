import { isComparison, listFacts } from '../../../rules/condition.ts';
import { verbsOf } from './acts.ts';
import { completeNames } from './complete-names.ts';
import { readCoordination } from './coordination.ts';
import type { JointKind } from './joints.ts';
import { draftCondition } from './draft-condition.ts';
import { type Join, joinReadings, turnReading } from './join-readings.ts';
import { denies, negationsOf } from './negation.ts';
import { firstMatch, type Phrases, says } from '../phrases.ts';
import { partNotRead, type Reading, type Vocabulary } from './reading.ts';
import { residueOf } from './residue.ts';
import { overlap, type Span, spansOf } from './span.ts';
import { tidy } from './tidy.ts';

/** What words require: one thing, or several that are joined. */
export type Requirement =
  { words: string; reading: Reading } | { words: string; join: Join; of: readonly Requirement[] };

/** What reading a requirement goes by. */
export interface RequirementContext {
  phrases: Phrases;
  vocabulary: Vocabulary;
  /** True where the opposite is required, as of the condition of a ban. */
  turned: boolean;
  /** True where a ban denies the words, so that "both A and B" is neither. */
  banned?: boolean;
  /** Whose duties they are, where they are not the reader's: the subject of every clause that has none. */
  subject?: string;
}

/** Lists within lists that are read. */
const deepest = 4;

/** Reads what words require, part by part: first their clauses, then the names that each of them joins. */
export function readRequirement(words: string, context: RequirementContext): Requirement {
  const { together, joints } = context.phrases;
  // "An A with the role B or C": which go together is not told.
  if (says(words, together) && says(words, joints.or)) return { words, reading: partNotRead };
  const read = readAimless(words, context) ?? readAll(words, context);
  return context.turned ? turnRequirement(read, context.vocabulary) : read;
}

/** "An account to invite customers": what it is for is no part of it, where the vocabulary knows some of the rest. */
function readAimless(words: string, context: RequirementContext): Requirement | undefined {
  const aim = firstMatch(words, context.phrases.aims);
  if (!aim || aim.start === 0) return undefined;
  const read = readAll(words.slice(0, aim.start).trim(), context);
  const reading = readingOf(read);
  const known = reading.kind === 'condition' && listFacts(reading.condition).length > reading.proposed.length;
  return known ? read : undefined;
}

function readAll(words: string, context: RequirementContext): Requirement {
  const { phrases } = context;
  // "Cancel A, suspend B, or sign C": the commas are of the kind of the conjunction.
  const commas = [...words.matchAll(phrases.all)].map(([joint]) => joint);
  const alternative =
    commas.length > 0 && !commas.some((joint) => /\p{L}/u.test(joint)) && says(words, phrases.any);
  if (alternative) return readAny(words, context, phrases.either);
  const clauses = splitBy(words, phrases.all, context);
  const denied = sharesNegation(clauses, phrases);
  const join = denied ? strict(context) : 'all';
  const whole = withSubject(withNegation(clauses, denied), context);
  return joinAll(words, join, whole, (each) => readAny(each, context));
}

function readAny(words: string, context: RequirementContext, joints = context.phrases.any): Requirement {
  const { phrases } = context;
  const clauses = splitBy(words, joints, context);
  const denied = sharesNegation(clauses, phrases);
  return joinAll(words, denied ? strict(context) : 'any', withNegation(clauses, denied), (each) =>
    readNames(each, context, 0),
  );
}

function readNames(words: string, context: RequirementContext, depth: number): Requirement {
  const { phrases, vocabulary } = context;
  if (depth > deepest) return { words, reading: partNotRead };
  const coordination = readCoordination(words, phrases, vocabulary);
  if (coordination.kind === 'unclear') return { words, reading: partNotRead };
  if (coordination.kind === 'single') {
    return {
      words,
      reading: draftCondition(words, phrases, vocabulary, {
        listed: coordination.listed,
        doubtful: coordination.doubtful,
        turned: context.turned,
      }),
    };
  }
  const { parts, negated, join } = coordination;
  // "There is no A for B or C": whether the rest is denied too is not told.
  const [leading = '', ...others] = parts;
  if (phrases.spaced && join === 'or' && !negated && !says(words, phrases.absence)) {
    const whole = [phrases.pronouns, phrases.copulas, phrases.having, phrases.verbs];
    const partly =
      denies(leading, phrases) &&
      !others.some((part) => denies(part, phrases) || whole.some((pattern) => says(part, pattern)));
    if (partly) return { words, reading: partNotRead };
  }
  const of = parts.map((part) => readNames(part, context, depth + 1));
  return { words, join: joinOf(join, negated, words, of, context), of };
}

/** Tells how the parts of a list are joined: "no A or B" denies both, and one thing is never of two kinds at once. */
function joinOf(
  join: JointKind,
  negated: boolean,
  words: string,
  of: readonly Requirement[],
  context: RequirementContext,
): Join {
  const { phrases } = context;
  const undone = says(words, phrases.absence);
  if (context.banned === true && says(words, phrases.each)) return strict(context);
  if (join === 'both') return context.banned === true ? strict(context) : 'all';
  if (negated && says(words, phrases.neither)) return 'all';
  if (negated) return join === 'or' && !undone ? 'all' : strict(context);
  if (join === 'or') return undone && says(words, phrases.every) && of.every(isKnown) ? 'all' : 'any';
  if (join === 'list') return strict(context);
  // "You can't be an A and a B": not both at once.
  return ofOneCode(of) && context.banned !== true ? 'any' : 'all';
}

function isKnown(requirement: Requirement): boolean {
  const reading = readingOf(requirement);
  return reading.kind === 'condition' && reading.proposed.length === 0;
}

/** The join that leaves most to be met. */
function strict({ turned }: RequirementContext): Join {
  return turned ? 'any' : 'all';
}

function ofOneCode(of: readonly Requirement[]): boolean {
  const facts = of.map((each) => {
    if (!('reading' in each) || each.reading.kind !== 'condition') return undefined;
    const { condition } = each.reading;
    const code = isComparison(condition) && typeof condition.value === 'string';
    return code && condition.operator === 'equal' ? condition.fact : undefined;
  });
  return facts[0] !== undefined && facts.every((fact) => fact === facts[0]);
}

function joinAll(
  words: string,
  join: Join,
  clauses: readonly string[],
  read: (words: string) => Requirement,
): Requirement {
  const [first = words, ...rest] = clauses;
  return rest.length === 0 ? read(first) : { words, join, of: clauses.map(read) };
}

/** A negation before the first verb is that of all verbs: "if you haven't signed the contract or paid the fee". */
function sharesNegation(clauses: readonly string[], phrases: Phrases): string | undefined {
  const [first = '', ...rest] = clauses;
  if (rest.length === 0 || !phrases.spaced) return undefined;
  const negation = negationsOf(first, phrases).find(
    ({ start, end }) =>
      !spansOf(first, phrases.noneOf).some((none) => none.start <= start && end <= none.end),
  );
  const openings = (text: string): Span[] =>
    [phrases.verbs, phrases.absence, phrases.having].flatMap((pattern) => spansOf(text, pattern));
  if (!negation || !openings(first).some(({ start }) => start >= negation.end)) return undefined;
  // A clause with a subject or a negation of its own is denied by none before it.
  const bare = rest.every(
    (clause) => openings(clause).some(({ start }) => start === 0) && !denies(clause, phrases),
  );
  return bare ? first.slice(0, negation.end) : undefined;
}

/** A clause that begins with its verb has the subject of the first. */
function withSubject(clauses: readonly string[], { phrases, subject = '' }: RequirementContext): string[] {
  if (subject === '') return [...clauses];
  const verbs = [phrases.necessity, phrases.verbs, phrases.absence, phrases.having];
  return clauses.map((clause, index) =>
    index > 0 && verbs.some((pattern) => spansOf(clause, pattern).some(({ start }) => start === 0))
      ? `${subject} ${clause}`
      : clause,
  );
}

function withNegation(clauses: readonly string[], denied: string | undefined): string[] {
  if (denied === undefined) return [...clauses];
  return clauses.map((clause, index) => (index === 0 ? clause : `${denied} ${clause}`));
}

function splitBy(words: string, pattern: RegExp, { phrases, vocabulary }: RequirementContext): string[] {
  const joints = spansOf(words, pattern).filter((joint) => !isInner(words, joint, phrases));
  const parts = [...joints, { start: words.length, end: words.length }]
    .map(({ start }, index) => tidy(words.slice(joints[index - 1]?.end ?? 0, start)))
    .filter((part) => part !== '');
  // "Active or suspended subscriptions" are no two clauses, whatever the second word can be elsewhere.
  const oneName = completeNames(parts, phrases, vocabulary).some((whole, index) => whole !== parts[index]);
  // "Accept and sign the agreement": the verbs share what they are about.
  const shared = parts.slice(phrases.topicMarked ? 1 : 0, phrases.topicMarked ? undefined : -1);
  const verbLast = endsWithVerb(parts.at(-1) ?? '', phrases);
  const oneObject = shared.some(
    (part) => isVerb(part, phrases) || (!verbLast && endsWithVerb(part, phrases)),
  );
  return parts.length > 0 && !oneName && !oneObject ? parts : [words];
}

/** "Whoever is to install and use it": a joint of the clause within a name joins no requirements. */
function isInner(words: string, { start }: Span, phrases: Phrases): boolean {
  const relative = spansOf(words.slice(0, start), phrases.relatives).at(-1);
  if (!phrases.spaced || !relative) return false;
  const clause = words.slice(relative.end, start);
  const verbs = [
    phrases.verbs,
    phrases.absence,
    phrases.having,
    phrases.copulas,
    phrases.ability,
    phrases.intent,
  ];
  return !clause.includes(',') && verbs.some((pattern) => says(clause, pattern));
}

/** Tells whether a clause has no more than its verb: no object, which may be named after a deed too, nor another's name. */
function isVerb(clause: string, phrases: Phrases): boolean {
  const verbs = verbsOf(clause, phrases);
  const [first] = verbs;
  if (
    !phrases.spaced &&
    ((phrases.topicMarked && says(clause, phrases.customer)) ||
      !verbs.every((verb) => first && overlap(verb, first)))
  )
    return false;
  return residueOf(clause, verbs, phrases).length === 0;
}

function endsWithVerb(clause: string, phrases: Phrases): boolean {
  return phrases.spaced && verbsOf(clause, phrases).some(({ end }) => end === clause.length);
}

function turnRequirement(requirement: Requirement, vocabulary: Vocabulary): Requirement {
  const { words } = requirement;
  if ('reading' in requirement) return { words, reading: turnReading(requirement.reading, vocabulary.facts) };
  return {
    words,
    join: requirement.join === 'all' ? 'any' : 'all',
    of: requirement.of.map((each) => turnRequirement(each, vocabulary)),
  };
}

/** Lists what must hold besides each other; what is joined otherwise is one. */
export function separate(requirement: Requirement): { words: string; reading: Reading }[] {
  if ('reading' in requirement) return [requirement];
  if (requirement.join === 'all') return requirement.of.flatMap(separate);
  return [{ words: requirement.words, reading: readingOf(requirement) }];
}

/** Tells whether a requirement asks for a fact that the vocabulary lacks. */
export function proposes(requirement: Requirement): boolean {
  if (!('reading' in requirement)) return requirement.of.some(proposes);
  const { reading } = requirement;
  return reading.kind === 'condition' && reading.proposed.length > 0;
}

/** Makes one reading of a requirement. */
export function readingOf(requirement: Requirement): Reading {
  if ('reading' in requirement) return requirement.reading;
  return joinReadings(requirement.of.map(readingOf), requirement.join);
}
