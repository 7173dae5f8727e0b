import type { Condition } from '../../../rules/workflow.ts';
import { saysDeed, saysState, verbsOf } from './acts.ts';
import { findBearing, requireBearing } from './bearing.ts';
import { isLift } from './clause-roles.ts';
import { draftCondition } from './draft-condition.ts';
import { type DraftContext, type DraftedPart, readingsOf, whoPart, withAudience } from './drafted-part.ts';
import { joinReadings, turnReading } from './join-readings.ts';
import { draftLapse, splitLapse } from './lapse.ts';
import { linkClauses } from './link-clauses.ts';
import { findNames } from './names.ts';
import { denies, negationsOf } from './negation.ts';
import { firstMatch, nothing, type Phrases, says } from '../phrases.ts';
import { readQuantity } from './quantity.ts';
import type { SubordinateClause } from './read-clauses.ts';
import { partNotRead } from './reading.ts';
import { proposes, readRequirement, type Requirement, separate } from './requirement.ts';
import { contentOf, residueOf } from './residue.ts';
import { cutOut, overlap, type Span, spansOf } from './span.ts';
import { ofActors, readActors, readSide, splitActors } from './subject.ts';
import { tidy } from './tidy.ts';

/** "You can't X if A", "X isn't possible unless A": what breaks the ban is required. */
export function draftBan(
  words: string,
  ban: Span,
  given: readonly SubordinateClause[],
  context: DraftContext,
): DraftedPart[] {
  const main = takeDenial(words, ban, context.phrases);
  // The evidence keeps the negation that was taken out to read the rest.
  return readBan(main, ban, given, context).map((part) => ({
    ...part,
    words: part.words.replace(main, () => words),
  }));
}

function readBan(
  main: string,
  ban: Span,
  given: readonly SubordinateClause[],
  context: DraftContext,
): DraftedPart[] {
  const { phrases, vocabulary } = context;
  const banned = tidy(`${main.slice(0, ban.start)} ${main.slice(ban.end)}`);
  const actors = splitActors(main, ban, context);
  const clauses = actors ? ofActors(given, phrases) : given;
  if (clauses.length === 0) return draftBareBan(main, ban, context);
  // "Partners in A can't do it if B": those who are told by more than is read are not everyone.
  if (!actors && isOfSome(main, ban, phrases)) return [{ words: main, reading: partNotRead }];
  const limit = readQuantity(banned, phrases);
  if (limit && !limit.bounded) return [{ words: main, reading: partNotRead }];
  const readClause = (clause: SubordinateClause): Requirement => {
    const parts = splitLapse(clause, phrases);
    const join = isLift(clause.role) ? 'all' : 'any';
    if (parts.length > 1) return { words: clause.words, join, of: parts.map(readClause) };
    const after = clause.role === 'after';
    const lapse = draftLapse(clause, banned, phrases, vocabulary, after ? 'moreThan' : 'atLeast');
    if (lapse) return { words: clause.words, reading: after ? turnReading(lapse, vocabulary.facts) : lapse };
    return readRequirement(clause.words, { ...context, turned: !isLift(clause.role) });
  };
  // The ban holds where all clauses hold together, so that it is enough to break one of them.
  const required = linkClauses(clauses, phrases, readClause, {
    join: 'any',
    turned: ({ role }) => !isLift(role),
  });
  // Where the ban stands alone, what is banned is in the clause, where its end can't be told.
  if (banned === '' && proposes(required)) return [{ words: main, reading: partNotRead }];
  // "No A may exist when B": what must not be when B is.
  const none = spansOf(main.slice(ban.start, ban.end), phrases.noneOf).some(({ start }) => start === 0);
  if (phrases.spaced && none && says(main, phrases.having)) return [{ words: main, reading: partNotRead }];
  const reading = limit
    ? turnReading(draftCondition(banned, phrases, vocabulary, { fresh: true }), vocabulary.facts)
    : bansState(main, ban, banned, context) &&
      joinReadings(readingsOf(draftBareBan(main, ban, context)), 'all');
  // "You can't add more than 50 users unless A", "have A when B": fewer, or none, are no matter.
  const whole: Requirement = reading
    ? { words: `${required.words}, ${main}`, join: 'any', of: [required, { words: main, reading }] }
    : required;
  return withAudience(separate(whole), actors?.who);
}

/** Tells whether a ban is of people of one kind, who do what is banned: "Partners in A can't do it". */
function isOfSome(main: string, ban: Span, phrases: Phrases): boolean {
  const subject = main.slice(0, ban.start).trimEnd();
  const people = spansOf(subject, phrases.people);
  const deed = tidy(main.slice(ban.end));
  // "To remove customers is not possible", "customers can't be removed": those are people to whom it is done.
  const doing =
    deed !== '' &&
    people.length > 0 &&
    verbsOf(subject, phrases).length === 0 &&
    firstMatch(deed, phrases.copulas)?.start !== 0;
  return phrases.spaced && doing && residueOf(subject, people, phrases).length > 0;
}

/** Tells whether a ban is only the verb of it, whose negation stands apart ("Sie können Kunden nicht einladen"). */
function isApart(main: string, ban: Span, phrases: Phrases): boolean {
  const able = firstMatch(main.slice(ban.start, ban.end), phrases.ability);
  return able?.start === 0 && able.end === ban.end - ban.start;
}

/** Leaves out the negation of a ban that stands apart from it, but for one that belongs to a name ("no"). */
function takeDenial(main: string, ban: Span, phrases: Phrases): string {
  if (!isApart(main, ban, phrases)) return main;
  const after = main.slice(ban.end);
  const none = spansOf(after, phrases.noneOf);
  const denial = negationsOf(after, phrases).find((span) => !none.some((each) => overlap(each, span)));
  return main.slice(0, ban.end) + (denial ? cutOut(after, [denial]) : after);
}

/** "You can't have A", "it must not be in A": no deed that the rest of the sentence is about. */
function bansState(main: string, ban: Span, banned: string, context: DraftContext): boolean {
  const { phrases } = context;
  const rest = phrases.topicMarked ? banned : tidy(main.slice(ban.end));
  if (saysState(rest, context)) return true;
  // What can't be, may be what can't be done ("can't be removed").
  const must = says(main.slice(ban.start, ban.end), phrases.necessity);
  return must && firstMatch(rest, phrases.copulas)?.start === 0 && !saysDeed(rest, context);
}

/**
 * "You can't have A", "customers with A can't be removed": without a clause, what someone bears breaks the ban, else all
 * that the ban speaks of.
 */
function draftBareBan(main: string, ban: Span, context: DraftContext): DraftedPart[] {
  const { phrases, vocabulary } = context;
  const stretches = [main.slice(0, ban.start), main.slice(ban.end)].map((words) =>
    findBearing(words, context),
  );
  const [before, after] = stretches.map(({ subordinates }) => subordinates);
  const bearing = [...(before ?? []).map((clause) => withoutAct(clause, context)), ...(after ?? [])];
  const parts = bearing.length > 0 ? separate(requireBearing(bearing, context, true)) : [];
  const known = parts.some(({ reading }) => reading.kind === 'condition' && reading.proposed.length === 0);
  if (known) {
    const subject = stretches[0]?.main ?? '';
    return withAudience(parts, readActors(subject, phrases, vocabulary));
  }
  // "可以 A，但不能 B" says two things.
  if (!phrases.spaced && says(main.slice(0, ban.start), phrases.ability))
    return [{ words: main, reading: partNotRead }];
  const barred = readBarred(main, ban, context);
  if (barred) return [whoPart(main, barred)];
  const banned = `${main.slice(0, ban.start)} ${main.slice(ban.end)}`;
  if (denies(banned.replace(phrases.noneOf, ' '), phrases)) {
    return [{ words: main, reading: partNotRead }];
  }
  const words = tidy(banned);
  // "There must not be any A nor B": what goes with the ban denies no more.
  const plain = { ...phrases, negation: nothing };
  // "You can't cancel a subscription" bans the deed; it is no matter how many there are.
  if (saysDeed(words, context)) {
    const reading = draftCondition(words, plain, vocabulary, { fresh: true, turned: true });
    return [{ words: main, reading: turnReading(reading, vocabulary.facts) }];
  }
  // "Es dürfen keine A und keine B vorhanden sein": the names are denied, each by itself.
  const named = isApart(main, ban, phrases) && denies(words, phrases);
  const required = readRequirement(
    words,
    named ? { ...context, turned: false } : { ...context, phrases: plain, turned: true, banned: true },
  );
  return separate(required).map((part) => ({ ...part, words: main }));
}

/** "Customers with A to remove is not possible": where the order of words is free, what is banned may follow a name. */
function withoutAct(clause: SubordinateClause, { phrases, vocabulary }: DraftContext): SubordinateClause {
  const { words } = clause;
  const names = findNames(words, phrases, vocabulary);
  const act = verbsOf(words, phrases).find(
    (verb) => verb.end === words.length && !names.some((name) => overlap(name, verb)),
  );
  const named = act && contentOf(words.slice(0, act.start), phrases).length > 0;
  return phrases.spaced && named ? { ...clause, words: tidy(words.slice(0, act.start)) } : clause;
}

/** "A can't do it" says who may not; "A can't be deleted" says what is done to A, and "more than 5" has a limit. */
function readBarred(main: string, ban: Span, { phrases, vocabulary }: DraftContext): Condition | undefined {
  const topic = phrases.topicMarked ? firstMatch(main, phrases.topics) : undefined;
  if (phrases.topicMarked && (!topic || topic.end > ban.start)) return undefined;
  const subject = tidy(main.slice(0, topic?.start ?? ban.start));
  const deed = topic ? main.slice(topic.end, ban.start) : main.slice(ban.end);
  const doing = phrases.spaced
    ? !says(deed, phrases.copulas)
    : says(deed, phrases.doing) && !readQuantity(deed, phrases) && contentOf(deed, phrases).length > 0;
  return doing ? readSide(subject, phrases, vocabulary, true) : undefined;
}
