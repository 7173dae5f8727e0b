import type { Condition } from '../../../rules/workflow.ts';
import { listComparisons } from '../../../rules/condition.ts';
import { verbsOf } from './acts.ts';
import { isEnd, isGate, isLift } from './clause-roles.ts';
import { type DraftContext, type DraftedPart, whoPart, withAudience, withGate } from './drafted-part.ts';
import { readEnds, readGates } from './gates.ts';
import { draftCondition } from './draft-condition.ts';
import { findJoints } from './joints.ts';
import { findNames } from './names.ts';
import { readPerformers } from './performers.ts';
import { joinReadings } from './join-readings.ts';
import { firstMatch, type Phrases, says, saysReason } from '../phrases.ts';
import { readQuantity } from './quantity.ts';
import type { SubordinateClause } from './read-clauses.ts';
import { asksNothing, partNotRead, type Reading } from './reading.ts';
import { proposes, readRequirement, readingOf, type Requirement, separate } from './requirement.ts';
import { contentOf, residueOf } from './residue.ts';
import { cutOut, type Span, spansOf } from './span.ts';
import { ofActors, readActors, splitActors } from './subject.ts';
import { tidy } from './tidy.ts';

/** Words between "who" and the verb of its clause. */
const farthestRelative = 3;

/** Finds what says that something must be; "the users who will need accounts" does not. */
export function findNeed(main: string, phrases: Phrases): Span | undefined {
  const relatives = spansOf(main, phrases.relatives);
  const words = (from: number, to: number): number => main.slice(from, to).trim().split(' ').length;
  return spansOf(main, phrases.necessity).find(
    ({ start }) => !relatives.some(({ end }) => end <= start && words(end, start) <= farthestRelative),
  );
}

/** "You must A": A, for those whom the sentence speaks of. */
export function draftNeed(
  main: string,
  need: Span,
  clauses: readonly SubordinateClause[],
  context: DraftContext,
): DraftedPart[] {
  const { phrases } = context;
  // "Unless 72 hours have passed" is no date: it says when nothing is asked.
  const dated = clauses.filter(
    ({ role, words }) => role !== 'unless' && (isLift(role) || role === 'after') && isDated(words, phrases),
  );
  // "You must renew after 7 days": when it is to be done is no bound on what is asked.
  // Nor is "before 7 days have passed" a lapse that must be over.
  // "A must be done after B": which of them waits for the other is told by no order of the page.
  if (phrases.spaced && clauses.some(({ role, leads }) => role === 'after' && !leads))
    return [{ words: main, reading: partNotRead }];
  const early = ({ role, words }: SubordinateClause): boolean =>
    role === 'after' || (role === 'before' && says(words, phrases.elapsed));
  if (dated.some(early)) return [{ words: main, reading: partNotRead }];
  const [, left] = /^(.*\p{L})[,\s]{1,3}\p{L}{1,8}\s$/u.exec(main.slice(0, need.start)) ?? [];
  if (left !== undefined && endsWithJoint(main.slice(0, need.start), phrases)) {
    const later = draftNeed(
      main.slice(need.start),
      { start: 0, end: need.end - need.start },
      clauses,
      context,
    );
    return [{ words: left, reading: partNotRead }, ...later];
  }
  const told = endOfStatement(main.slice(0, need.start), phrases);
  if (told) {
    const later = draftNeed(
      main.slice(told.end),
      { start: need.start - told.end, end: need.end - told.end },
      clauses,
      context,
    );
    return [{ words: main.slice(0, told.start), reading: asksNothing }, ...later];
  }
  // "必须在 A 的情况下，B": the clause that was taken out is part of what must be.
  if (!phrases.spaced && /^\s?[,，]/u.test(main.slice(need.end)))
    return [{ words: main, reading: partNotRead }];
  if (isOfSeveral(main.slice(0, need.start), phrases)) return [{ words: main, reading: partNotRead }];
  // "It must be paid before the due date": by when it is due is no step of the task.
  if (clauses.some((clause) => isDue(clause, phrases))) return [{ words: main, reading: partNotRead }];
  const performers = clauses.length === 0 ? readPerformers(main, context) : undefined;
  if (performers) return [whoPart(main, performers)];
  const deadline = dated
    .map(({ mark, words }) => (phrases.spaced ? `${mark} ${words}` : `${words}${mark}`))
    .join(' ');
  const undated = clauses.filter((clause) => !dated.includes(clause));
  return draftAsked(main, need, undated, deadline, context);
}

/** "The request ends and the partner must …": finds the joint after which someone else must, where what is before it only says what is so. */
function endOfStatement(before: string, phrases: Phrases): Span | undefined {
  if (!phrases.spaced) return undefined;
  const verbs = [phrases.copulas, phrases.ability, ...phrases.effects.map(({ pattern }) => pattern)];
  return spansOf(before, phrases.joints.and).find(({ start, end }) => {
    const [told, subject] = [before.slice(0, start), before.slice(end).trimStart()];
    const own = [phrases.articles, phrases.pronouns, phrases.others].some(
      (pattern) => firstMatch(subject, pattern)?.start === 0,
    );
    const relative = spansOf(told, phrases.relatives).length > 0;
    return own && !relative && verbs.some((pattern) => says(told, pattern));
  });
}

/** Drafts what is asked, for whom and by when, where nothing of it is left unread. */
function draftAsked(
  main: string,
  need: Span,
  clauses: readonly SubordinateClause[],
  deadline: string,
  context: DraftContext,
): DraftedPart[] {
  const { phrases } = context;
  const found = splitActors(main, need, context);
  const rest = found ? ofActors(clauses, phrases) : clauses;
  const asked = wordsOfNeed(main, need, context);
  const escapes = rest.filter(({ role }) => isEnd(role));
  const escape = escapes.length > 0 ? readingOf(readEnds(escapes, asked, context)) : undefined;
  const subject = isOther(main.slice(0, need.start), phrases) ? tidy(main.slice(0, need.start)) : '';
  const ask = (words: string): Requirement =>
    readRequirement(tidy(`${words} ${deadline}`), { ...context, turned: false, subject });
  const role = clauses.length === 0 ? readNeededRole(main.slice(0, need.start), context) : undefined;
  if (role) return [whoPart(main, role)];
  const told = found && ask(found.rest);
  // "A global admin must approve it", "the provider must give you A": that he does so is asked of everyone.
  const theirs = found && told && (isRole(found.who) || says(found.rest, phrases.reader)) && proposes(told);
  const actors = theirs ? undefined : found;
  const one = (found !== undefined && actors === undefined) || asksOfList(main, need, context);
  const last = told && actors ? told : one ? askAsOne(asked, context) : ask(asked);
  const waits = !phrases.spaced && contentOf(last.words, phrases).length === 0;
  if (escape && (waits || isEmpty(last))) return separate(readEnds(escapes, asked, context));
  const earlier = rest.filter((clause) => isEarlier(clause, phrases));
  const required: Requirement = {
    words: last.words,
    join: 'all',
    of: [...earlier.map(({ words }) => readRequirement(words, { ...context, turned: false })), last],
  };
  const some = !actors && !escape && rest.length === 0 ? readSome(main, need, context) : undefined;
  if (some) return withGate(separate(ask(some.asked)), some.gate);
  const gates = rest.filter((clause) => isGate(clause.role) && !earlier.includes(clause));
  const gate = gates.length > 0 ? readGates(gates, context) : undefined;
  const parts = separate(required).map((part) =>
    escape ? { ...part, reading: joinReadings([escape, part.reading], 'any') } : part,
  );
  const meant = withAudience(parts, actors?.who);
  return gate ? withGate(meant, readingOf(gate)) : meant;
}

/** "Partners in the program must A": who is told by more than a name is whom it is asked of. */
function readSome(
  main: string,
  need: Span,
  { phrases, vocabulary }: DraftContext,
): { gate: Reading; asked: string } | undefined {
  const subject = tidy(main.slice(0, need.start));
  const asked = tidy(main.slice(need.end));
  const people = firstMatch(subject, phrases.people);
  const after = subject.slice(people?.end).replace(/^[,\s]{1,3}/u, '');
  const told = people?.start === 0 && firstMatch(after, phrases.qualifies)?.start === 0;
  const passive = [phrases.copulas, phrases.having].some(
    (pattern) => firstMatch(asked, pattern)?.start === 0,
  );
  if (!phrases.spaced || !told || asked === '' || passive) return undefined;
  return { gate: draftCondition(subject, phrases, vocabulary, { fresh: true }), asked };
}

/** "The admin role is required to A": the role is what is asked, and A what for. */
function readNeededRole(subject: string, { phrases, vocabulary }: DraftContext): Condition | undefined {
  const mark = firstMatch(subject, phrases.roleWords);
  if (!phrases.spaced || !mark) return undefined;
  const who = readActors(tidy(cutOut(subject, [mark])), phrases, vocabulary);
  return who && isRole(who) ? who : undefined;
}

/** Tells whether a clause names the date before which something is due, and no act. */
function isDue({ role, words }: SubordinateClause, phrases: Phrases): boolean {
  const acts = says(words, phrases.ability) || verbsOf(words, phrases).length > 0;
  return role === 'before' && !acts && says(words, phrases.deadlines);
}

/**
 * Tells whether a clause says what is to be done before ("A한 다음 B해야 합니다"). What someone else does, or what becomes of
 * something, only says when the rest is due.
 */
export function isEarlier({ role, mark, words }: SubordinateClause, phrases: Phrases): boolean {
  return role === 'after' && says(mark, phrases.sequences) && !says(words, phrases.subjects);
}

/** "You or your customer must": what is asked of the reader and of another is not asked of one of them. */
function isOfSeveral(subject: string, phrases: Phrases): boolean {
  if (!phrases.spaced || !says(subject, phrases.pronouns)) return false;
  const joints = [phrases.joints.and, phrases.joints.or].flatMap((pattern) => spansOf(subject, pattern));
  return joints.some(({ start, end }) => {
    const [before, after] = [subject.slice(0, start), subject.slice(end)];
    const pronoun = spansOf(before, phrases.pronouns).at(-1);
    const another = contentOf(after, phrases).length > 0 || says(after, phrases.people);
    return pronoun?.end === before.trimEnd().length && another;
  });
}

/** "Select the plan and make sure that …": what comes before is a rule or step of its own. */
function endsWithJoint(words: string, phrases: Phrases): boolean {
  return spansOf(words, phrases.joints.and).some(({ end }) => words.slice(end).trim() === '');
}

/**
 * "A and B must be in the same C": what a list must be together is one thing, unless it is said by a verb that each of
 * them may be taken with.
 */
function asksOfList(main: string, need: Span, { phrases, vocabulary }: DraftContext): boolean {
  const subject = tidy(main.slice(0, need.start));
  const names = findNames(subject, phrases, vocabulary);
  const listed = findJoints(subject, phrases, names).some(({ loose }) => !loose);
  const said = tidy(main.slice(need.end));
  const verb = [phrases.verbs, phrases.absence, phrases.having]
    .flatMap((pattern) => spansOf(said, pattern))
    .some(({ start }) => contentOf(said.slice(0, start), phrases).length === 0);
  return phrases.spaced && listed && names.length === 0 && said !== '' && !verb;
}

function askAsOne(words: string, { phrases, vocabulary }: DraftContext): Requirement {
  return { words, reading: draftCondition(words, phrases, vocabulary, { fresh: true, listed: true }) };
}

/** Gives what is needed, with the subject where it is part of that: "the agreement must be signed". */
function wordsOfNeed(main: string, need: Span, { phrases }: DraftContext): string {
  const subject = tidy(main.slice(0, need.start));
  const object = tidy(main.slice(need.end));
  if (object === '' || !phrases.spaced) return tidy(main.replace(phrases.necessity, ' '));
  const said = firstMatch(main.slice(need.start, need.end), phrases.demands) !== undefined;
  // Some are told from other forms by the space that follows.
  const other = isOther(main.slice(0, need.start), phrases);
  if (subject === '' || (said && !other)) return object;
  const telling = residueOf(subject, [], phrases).length > 0;
  // "For new customers, you must A": the pronoun begins no clause of its own.
  const last = spansOf(subject, phrases.pronouns).at(-1);
  const bare = last?.end === subject.length ? subject.slice(0, last.start) : subject;
  return telling || other ? `${tidy(bare)} ${object}` : object;
}

/** Tells whether a subject is someone else than the reader; "removing a customer" is a task. */
function isOther(subject: string, phrases: Phrases): boolean {
  const other = firstMatch(subject, phrases.others);
  if (!other || !phrases.spaced) return other !== undefined;
  const before = subject.slice(0, other.start);
  return contentOf(before, phrases).length === 0 && verbsOf(before, phrases).length === 0;
}

function isDated(words: string, phrases: Phrases): boolean {
  return saysReason(words, 'calendar-date', phrases) || readQuantity(words, phrases)?.unit !== undefined;
}

function isRole(who: Condition): boolean {
  return listComparisons(who).some(
    ({ operator }) => operator === 'contains' || operator === 'doesNotContain',
  );
}

function isEmpty(requirement: Requirement): boolean {
  if (!('reading' in requirement)) return false;
  const { reading } = requirement;
  return reading.kind === 'unencodable' && reading.reason === 'nothing-named';
}
