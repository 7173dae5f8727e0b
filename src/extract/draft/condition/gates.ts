import { verbsOf } from './acts.ts';
import { isCase, isEnd } from './clause-roles.ts';
import { draftCondition } from './draft-condition.ts';
import { type DraftContext, type DraftedPart, readingsOf, whoPart, withGate } from './drafted-part.ts';
import { findValues } from './fact-words.ts';
import { joinReadings, turnReading } from './join-readings.ts';
import { draftLapse, draftWindow, splitLapse } from './lapse.ts';
import { linkClauses } from './link-clauses.ts';
import { denies } from './negation.ts';
import { firstMatch, type Phrases, says } from '../phrases.ts';
import { draftPrivilege, readWho } from './privilege.ts';
import { readQuantity } from './quantity.ts';
import type { SubordinateClause } from './read-clauses.ts';
import { asksNothing, partNotRead } from './reading.ts';
import { contentOf } from './residue.ts';
import { ofActors } from './subject.ts';
import { proposes, readingOf, readRequirement, type Requirement, separate } from './requirement.ts';

/** "X if A", "X as long as A", "X unless A": without a ban or a need, the clauses are what is required. */
export function draftGates(
  main: string,
  clauses: readonly SubordinateClause[],
  context: DraftContext,
): DraftedPart[] {
  const { phrases, vocabulary } = context;
  // Beside "as long as", "when" only tells the circumstances.
  const strict = clauses.some(({ role }) => role === 'while');
  const telling = strict ? clauses.filter(({ role }) => role !== 'when') : clauses;
  const given = readWho(main, context) ? ofActors(telling, phrases) : telling;
  // "If A, it can be done only after B": A tells when B is asked for.
  const [cases, gates] = splitCases(given, main, phrases);
  if (cases.length > 0) {
    return withGate(draftGates(main, gates, context), readingOf(readGates(cases, context)));
  }
  const required = linkClauses(gates, phrases, (clause) => readGate(clause, main, context), {
    join: 'all',
    turned: ({ role }) => isEnd(role),
  });
  // Of what a gate opens, "only" may be the gate's word ("只有…才能").
  const who = phrases.spaced ? undefined : readWho(main, context);
  const told = phrases.spaced ? draftPrivilege(main, context) : who && [whoPart(main, who)];
  const privilege = told ?? [];
  // "If A, only B can do it": A tells when B alone can.
  if (privilege.length > 0 && says(main, phrases.only) && leads(gates, phrases))
    return withGate(privilege, readingOf(readGates(gates, context)));
  if (losesPart(main, privilege, gates, context)) return [{ words: main, reading: partNotRead }];
  // "Only A can, unless B", "A can't, unless B": B lets the others too.
  const exempts = privilege.length > 0 && (says(main, phrases.only) || denies(main, phrases));
  if (exempts && gates.every(({ role }) => isEnd(role))) {
    const alone = joinReadings(readingsOf(privilege), 'all');
    const lets = turnReading(readingOf(required), vocabulary.facts);
    return [{ words: main, reading: joinReadings([alone, lets], 'any'), who: true }];
  }
  // "You can add up to 50 users if A": the limit holds besides.
  const limit = readQuantity(main, phrases);
  const limited =
    limit?.bounded === true
      ? [{ words: main, reading: draftCondition(main, phrases, vocabulary, { fresh: true }) }]
      : [];
  return [...privilege, ...limited, ...separate(required)];
}

/** Reads what one clause asks for. */
function readGate(clause: SubordinateClause, main: string, context: DraftContext): Requirement {
  const { phrases, vocabulary } = context;
  const { role, mark, words } = clause;
  const able = says(main, phrases.ability);
  const parts = splitLapse(clause, phrases);
  if (parts.length > 1) return { words, join: 'all', of: parts.map((part) => readGate(part, main, context)) };
  // Where a clause runs on to the end, the ban may stand in it.
  const banned = role === 'after' && says(words, phrases.inability);
  // "Until 24 hours have passed, …": what can't be till then is told by no word for it.
  if (isEnd(role) && says(words, phrases.elapsed) && !able) return { words, reading: partNotRead };
  const open = banned ? 'moreThan' : role === 'after' ? 'atLeast' : 'atMost';
  const lapse = draftLapse(clause, main, phrases, vocabulary, open);
  if (lapse) return { words, reading: banned ? turnReading(lapse, vocabulary.facts) : lapse };
  // Where the order of words is free, the ban may stand in a clause that runs on to the end.
  if (says(words, phrases.inability) && !able) return { words, reading: partNotRead };
  // "If A, B happens" asks for nothing; "B can be done if A" and "only if A, B happens" do.
  const strict =
    !phrases.spaced &&
    (says(mark, phrases.strictly) || (!phrases.topicMarked && says(main, phrases.strictly)));
  if (isCase(role) && clause.leads && !strict && !able) return { words, reading: partNotRead };
  // "It stays closed until A": only of what can be done is it told that it ends there.
  if (isEnd(role) && !able) return { words, reading: partNotRead };
  // "You can ask for it if you can't do it yourself": a way out, which requires no lack of others.
  if (isCase(role) && able && !strict && says(words, phrases.inability))
    return { words, reading: asksNothing };
  // "You can use it until its expiration date": a date has no act that would end it.
  if (isEnd(role) && says(words, phrases.deadlines) && verbsOf(words, phrases).length === 0)
    return { words, reading: partNotRead };
  // "If the page shows A, …", "the status is shown if A": what is to be seen tells what is so, and nothing asks for it.
  const shown = clause.leads && says(words, phrases.shows);
  if (isCase(role) && !strict && (shown || (!able && says(main, phrases.shows))))
    return { words, reading: asksNothing };
  const required = readRequirement(words, { ...context, turned: isEnd(role) });
  const opens = isCase(role) && clause.leads && !strict;
  const lacks = denies(words, phrases) && tellsOf(words, main, phrases);
  // "If someone needs more, you can add it" tells why one would.
  const needs = says(words, phrases.necessity);
  return opens && (lacks || needs) && proposes(required) ? { words, reading: asksNothing } : required;
}

/** "If there is no A, you can get one": what may be done about the lack of A is a way out, and requires no lack of it. */
function tellsOf(clause: string, main: string, phrases: Phrases): boolean {
  const able = firstMatch(main, phrases.ability);
  const said = phrases.topicMarked ? main : main.slice(able?.end ?? 0).trimStart();
  // "Können Sie …": the subject may follow the verb.
  const subject = firstMatch(said, phrases.pronouns);
  const deed = subject?.start === 0 ? said.slice(subject.end) : said;
  const lacking = new Set(contentOf(clause, phrases));
  const again = contentOf(deed, phrases).some((word) => lacking.has(word));
  return again || [phrases.pronouns, phrases.possessives].some((pattern) => says(deed, pattern));
}

/** Tells whether what clauses ask for would leave out something that the main clause limits. */
function losesPart(
  main: string,
  privilege: readonly DraftedPart[],
  gates: readonly SubordinateClause[],
  { phrases, vocabulary }: DraftContext,
): boolean {
  if (privilege.length > 0) {
    // "Only some of it can be done after A": whether it can before is not told.
    const told = privilege.some(({ who }) => who === true);
    const after = gates.some(({ role, mark }) => role === 'after' && !says(mark, phrases.strictly));
    return phrases.spaced && !told && after;
  }
  // "If A, you can do it to B only", "if A, a global admin can do it".
  const restricted = leads(gates, phrases) && restrictsDeed(main, phrases);
  return restricted || findValues(main, phrases, vocabulary.words).some(({ fact }) => fact.type === 'codes');
}

/** Takes the clauses that tell a case, which comes first, from those before which alone something may be done. */
function splitCases(
  clauses: readonly SubordinateClause[],
  main: string,
  phrases: Phrases,
): [SubordinateClause[], SubordinateClause[]] {
  const [first, ...others] = clauses;
  const alone = others.some(({ role, mark }) => role === 'while' || says(mark, phrases.strictly));
  const strict = alone || (phrases.spaced && says(main, phrases.only));
  return first?.leads === true && isCase(first.role) && strict && others.length > 0
    ? [[first], others]
    : [[], [...clauses]];
}

/** Tells whether all clauses come first and only tell a case: "if A", "after A", not "only after A". */
function leads(clauses: readonly SubordinateClause[], phrases: Phrases): boolean {
  return clauses.every(
    ({ role, mark, leads: first }) =>
      first && (isCase(role) || role === 'after') && !says(mark, phrases.strictly),
  );
}

/** Tells whether "only" stands by what is done or to what, where nobody is told who alone may do it. */
function restrictsDeed(main: string, phrases: Phrases): boolean {
  const ordered = phrases.spaced || phrases.topicMarked;
  // Where the verb comes first, "only" may be the word of the gate ("A 才能 B").
  const limits = ordered ? [phrases.only, phrases.recipients] : [phrases.reserves];
  // "You can only add up to 50": the limit is read.
  if (readQuantity(main, phrases)?.bounded === true) return false;
  return says(main, phrases.ability) && limits.some((pattern) => says(main, pattern));
}

/** Reads for whom a need is: those for whom all clauses hold. */
export function readGates(clauses: readonly SubordinateClause[], context: DraftContext): Requirement {
  const read = ({ words }: SubordinateClause): Requirement =>
    says(words, context.phrases.waivers)
      ? { words, reading: partNotRead }
      : readRequirement(words, { ...context, turned: false });
  return linkClauses(clauses, context.phrases, read, { join: 'all', turned: () => false });
}

/** Reads what lifts a need ("unless …", "until …"): any of it will do. */
export function readEnds(
  clauses: readonly SubordinateClause[],
  main: string,
  context: DraftContext,
): Requirement {
  const read = ({ words }: SubordinateClause): Requirement => {
    const reading = draftWindow(words, main, context.phrases, context.vocabulary);
    return reading ? { words, reading } : readRequirement(words, { ...context, turned: false });
  };
  return linkClauses(clauses, context.phrases, read, { join: 'any', turned: () => false });
}
