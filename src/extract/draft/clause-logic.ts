import type { Condition } from '../../rules/workflow.ts';
import { isEnd, isGate, isLift } from './clause-roles.ts';
import { draftCondition } from './draft-condition.ts';
import type { DraftedPart } from './draft-precondition.ts';
import { joinReadings, turnReading } from './join-readings.ts';
import { draftLapse } from './lapse.ts';
import { linkClauses } from './link-clauses.ts';
import { denies, negationsOf } from './negation.ts';
import { firstMatch, nothing, type Phrases, says } from './phrases.ts';
import { findNames } from './names.ts';
import { readQuantity } from './quantity.ts';
import { type ClauseReading, readClauses, type SubordinateClause } from './read-clauses.ts';
import { partNotRead, type Reading, type Vocabulary } from './reading.ts';
import { readRequirement, readingOf, type Requirement, separate } from './requirement.ts';
import { residueOf } from './residue.ts';
import { overlap, type Span, spansOf } from './span.ts';
import { readActors, readWho } from './subject.ts';
import { tidy } from './tidy.ts';

/** Words between "who" and the verb of its clause. */
const farthestRelative = 3;

interface Context {
  phrases: Phrases;
  vocabulary: Vocabulary;
}

/** Drafts what the clauses of a sentence require together. */
export function draftClauses(clauses: ClauseReading, context: Context): DraftedPart[] {
  const { phrases } = context;
  const { main } = clauses;
  const relevant = clauses.subordinates.filter(({ role }) => role !== 'concession' && role !== 'purpose');
  const need = mainNeed(main, phrases);
  if (says(main, phrases.waivers)) return [{ words: main, reading: partNotRead }];
  const ban = firstMatch(main, phrases.inability) ?? denial(main, need, relevant, phrases);
  if (ban && (!need || ban.start <= need.start)) return draftBan(main, ban, relevant, context);
  if (need) return draftNeed(main, need, relevant, context);
  const gates = relevant.filter(({ role }) => isGate(role) || isEnd(role));
  // Where verbs stand last, a negation before them may be part of a word.
  if (gates.length > 0 && !phrases.spaced && denies(main, phrases))
    return [{ words: main, reading: partNotRead }];
  if (gates.length > 0) return draftGates(main, gates, context);
  // Where no comma ends a clause, what must or can't be may stand in it.
  const lost = clauses.subordinates.some(({ words }) =>
    [phrases.necessity, phrases.inability].some((pattern) => says(words, pattern)),
  );
  if (lost && !says(main, phrases.ability)) return [{ words: main, reading: partNotRead }];
  return draftStatement(main === '' ? clauses.label : main, context);
}

/** "Nothing is deleted until A", "there should not be any A": a main clause that denies is a ban, whatever its words. */
function denial(
  main: string,
  need: Span | undefined,
  clauses: readonly SubordinateClause[],
  phrases: Phrases,
): Span | undefined {
  if (!phrases.spaced) return undefined;
  const negations = negationsOf(main, phrases);
  if (need) {
    const before = negations.find(({ end }) => end <= need.start && need.start - end <= 1);
    return before && { start: before.start, end: need.end };
  }
  if (clauses.length === 0) return undefined;
  const borne = phrases.bearing.opening.flatMap(({ pattern }) => spansOf(main, pattern));
  return negations.find((span) => !borne.some((mark) => overlap(mark, span)));
}

/** Finds what says that something must be; "the users who will need accounts" does not. */
function mainNeed(main: string, phrases: Phrases): Span | undefined {
  const relatives = spansOf(main, phrases.relatives);
  const words = (from: number, to: number): number => main.slice(from, to).trim().split(' ').length;
  return spansOf(main, phrases.necessity).find(
    ({ start }) => !relatives.some(({ end }) => end <= start && words(end, start) <= farthestRelative),
  );
}

/** "You can't X if A", "X isn't possible unless A": what breaks the ban is required. */
function draftBan(
  main: string,
  ban: Span,
  clauses: readonly SubordinateClause[],
  context: Context,
): DraftedPart[] {
  const { phrases, vocabulary } = context;
  const banned = tidy(`${main.slice(0, ban.start)} ${main.slice(ban.end)}`);
  const actors = splitActors(main, ban, context);
  if (clauses.length === 0) return draftBareBan(main, ban, context);
  const limit = readQuantity(banned, phrases);
  if (limit && !limit.bounded) return [{ words: main, reading: partNotRead }];
  const readClause = (clause: SubordinateClause): Requirement => {
    const { role, words } = clause;
    const after = role === 'after';
    const lapse = draftLapse(clause, banned, phrases, vocabulary, after ? 'moreThan' : 'atLeast');
    if (lapse) return { words, reading: after ? turnReading(lapse, vocabulary.facts) : lapse };
    return readRequirement(words, { ...context, turned: !isLift(role) });
  };
  // The ban holds where all clauses hold together, so that it is enough to break one of them.
  const required = linkClauses(clauses, phrases, readClause, {
    join: 'any',
    turned: ({ role }) => !isLift(role),
  });
  // "You can't add more than 50 users unless A": fewer are no matter.
  const reading =
    limit && turnReading(draftCondition(banned, phrases, vocabulary, { fresh: true }), vocabulary.facts);
  const whole: Requirement = reading
    ? { words: `${required.words}, ${main}`, join: 'any', of: [required, { words: main, reading }] }
    : required;
  return withAudience(separate(whole), actors?.who);
}

/**
 * "You can't have A", "customers with A can't be removed": without a clause, what someone bears breaks the ban, else all
 * that the ban speaks of.
 */
function draftBareBan(main: string, ban: Span, context: Context): DraftedPart[] {
  const { phrases, vocabulary } = context;
  const marks = { ...phrases, ...phrases.bearing };
  const stretches = [main.slice(0, ban.start), main.slice(ban.end)].map((words) => readClauses(words, marks));
  const bearing = stretches.flatMap(({ subordinates }) => subordinates);
  const parts = bearing.length > 0 ? draftClauseBan(bearing, context) : [];
  const known = parts.some(({ reading }) => reading.kind === 'condition' && reading.proposed.length === 0);
  if (known) {
    const subject = stretches[0]?.main ?? '';
    return withAudience(parts, readActors(subject, phrases, vocabulary));
  }
  const banned = `${main.slice(0, ban.start)} ${main.slice(ban.end)}`;
  if (denies(banned.replace(phrases.noneOf, ' '), phrases)) {
    return [{ words: main, reading: partNotRead }];
  }
  const words = tidy(banned);
  // "You can't cancel a subscription" bans the deed; it is no matter how many there are.
  if (saysDeed(words, context)) {
    const reading = draftCondition(words, phrases, vocabulary, { fresh: true, turned: true });
    return [{ words: main, reading: turnReading(reading, vocabulary.facts) }];
  }
  // "There must not be any A nor B": what goes with the ban denies no more.
  const plain = { ...phrases, negation: nothing };
  return separate(readRequirement(words, { ...context, phrases: plain, turned: true })).map((part) => ({
    ...part,
    words: main,
  }));
}

function saysDeed(words: string, { phrases, vocabulary }: Context): boolean {
  const names = findNames(words, phrases, vocabulary);
  return [phrases.absence, phrases.verbs]
    .flatMap((pattern) => spansOf(words, pattern))
    .some((verb) => !names.some((name) => overlap(name, verb)));
}

function draftClauseBan(clauses: readonly SubordinateClause[], context: Context): DraftedPart[] {
  const read = ({ role, words }: SubordinateClause): Requirement =>
    readRequirement(words, { ...context, turned: !isLift(role) });
  return separate(
    linkClauses(clauses, context.phrases, read, { join: 'any', turned: ({ role }) => !isLift(role) }),
  );
}

/** "You must A": A, for those whom the sentence speaks of. */
function draftNeed(
  main: string,
  need: Span,
  clauses: readonly SubordinateClause[],
  context: Context,
): DraftedPart[] {
  const { phrases } = context;
  const dated = clauses.filter(
    ({ role, words }) => (isLift(role) || role === 'after') && isDated(words, phrases),
  );
  const rest = clauses.filter((clause) => !dated.includes(clause));
  // "You must renew after 7 days": when it is to be done is no bound on what is asked.
  if (dated.some(({ role }) => role === 'after')) return [{ words: main, reading: partNotRead }];
  const deadline = dated
    .map(({ mark, words }) => (phrases.spaced ? `${mark} ${words}` : `${words}${mark}`))
    .join(' ');
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
  const actors = splitActors(main, need, context);
  const asked = tidy(`${actors?.rest ?? wordsOfNeed(main, need, context)} ${deadline}`);
  const escapes = rest.filter(({ role }) => isEnd(role));
  const escape = escapes.length > 0 ? readingOf(linkEnds(escapes, context, false)) : undefined;
  const other = firstMatch(main.slice(0, need.start), phrases.others);
  const subject = other ? tidy(main.slice(0, need.start)) : '';
  const required = readRequirement(asked, { ...context, turned: false, subject });
  if (escape && isEmpty(required)) return separate(linkEnds(escapes, context, false));
  const gates = rest.filter(({ role }) => isGate(role));
  const gate = gates.length > 0 ? readGates(gates, context) : undefined;
  const parts = separate(required).map((part) =>
    escape ? { ...part, reading: joinReadings([escape, part.reading], 'any') } : part,
  );
  if (!gate) return withAudience(parts, actors?.who);
  const reading = readingOf(gate);
  if (reading.kind !== 'condition') return parts.map(({ words }) => ({ words, reading: partNotRead }));
  const audience = joinConditions(actors?.who, reading.condition);
  return withAudience(parts, audience).map((part) =>
    part.reading.kind === 'condition'
      ? { ...part, reading: { ...part.reading, proposed: [...part.reading.proposed, ...reading.proposed] } }
      : part,
  );
}

/** Reads for whom a sentence is, and what else its main clause says; nothing where it is for everyone. */
function splitActors(
  main: string,
  { start, end }: Span,
  { phrases, vocabulary }: Context,
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

/** "Select the plan and make sure that …": what comes before is a rule or step of its own. */
function endsWithJoint(words: string, phrases: Phrases): boolean {
  return spansOf(words, phrases.joints.and).some(({ end }) => words.slice(end).trim() === '');
}

/** Gives what is needed, with the subject where it is part of that: "the agreement must be signed". */
function wordsOfNeed(main: string, need: Span, { phrases }: Context): string {
  const subject = tidy(main.slice(0, need.start));
  const object = tidy(main.slice(need.end));
  if (object === '' || !phrases.spaced) return tidy(main.replace(phrases.necessity, ' '));
  const said = firstMatch(main.slice(need.start, need.end), phrases.demands) !== undefined;
  if (subject === '' || (said && !says(subject, phrases.others))) return object;
  const telling = residueOf(subject, [], [], phrases).length > 0;
  return telling || says(subject, phrases.others) ? `${subject} ${object}` : object;
}

function isDated(words: string, phrases: Phrases): boolean {
  const date = phrases.unencodable.some(
    ({ reason, pattern }) => reason === 'calendar-date' && says(words, pattern),
  );
  return date || readQuantity(words, phrases)?.unit !== undefined;
}

function isEmpty(requirement: Requirement): boolean {
  if (!('reading' in requirement)) return false;
  const { reading } = requirement;
  return reading.kind === 'unencodable' && reading.reason === 'nothing-named';
}

/** "X if A", "X as long as A", "X unless A": without a ban or a need, the clauses are what is required. */
function draftGates(main: string, clauses: readonly SubordinateClause[], context: Context): DraftedPart[] {
  const { phrases, vocabulary } = context;
  // Beside "as long as", "when" only tells the circumstances.
  const strict = clauses.some(({ role }) => role === 'while');
  const gates = strict ? clauses.filter(({ role }) => role !== 'when') : clauses;
  const readClause = (clause: SubordinateClause): Requirement => {
    const { role, words } = clause;
    // Where a clause runs on to the end, the ban may stand in it.
    const banned = role === 'after' && says(words, phrases.inability);
    const open = banned ? 'moreThan' : role === 'after' ? 'atLeast' : 'atMost';
    const lapse = draftLapse(clause, main, phrases, vocabulary, open);
    if (lapse) return { words, reading: banned ? turnReading(lapse, vocabulary.facts) : lapse };
    // Where the order of words is free, the ban may stand in a clause that runs on to the end.
    if (says(words, phrases.inability) && !says(main, phrases.ability))
      return { words, reading: partNotRead };
    return readRequirement(words, { ...context, turned: isEnd(role) });
  };
  const required = linkClauses(gates, phrases, readClause, {
    join: 'all',
    turned: ({ role }) => isEnd(role),
  });
  const who = readWho(main, phrases, vocabulary);
  // "You can add up to 50 users if A": the limit holds besides.
  const limit = readQuantity(main, phrases);
  const limited =
    limit?.bounded === true
      ? [{ words: main, reading: draftCondition(main, phrases, vocabulary, { fresh: true }) }]
      : [];
  return [...(who ? [whoPart(main, who)] : []), ...limited, ...separate(required)];
}

function readGates(clauses: readonly SubordinateClause[], context: Context): Requirement {
  const read = ({ words }: SubordinateClause): Requirement =>
    says(words, context.phrases.waivers)
      ? { words, reading: partNotRead }
      : readRequirement(words, { ...context, turned: false });
  return linkClauses(clauses, context.phrases, read, { join: 'all', turned: () => false });
}

function linkEnds(clauses: readonly SubordinateClause[], context: Context, turned: boolean): Requirement {
  const read = ({ words }: SubordinateClause): Requirement => readRequirement(words, { ...context, turned });
  return linkClauses(clauses, context.phrases, read, { join: 'any', turned: () => turned });
}

/** What says neither that something must be nor that it can't: who may do it, within which limits, or what holds. */
function draftStatement(words: string, context: Context): DraftedPart[] {
  const { phrases, vocabulary } = context;
  const who = readWho(words, phrases, vocabulary);
  if (who) return [whoPart(words, who)];
  // "You can do X within Y": what the vocabulary knows is what is done, not what it takes.
  if (says(words, phrases.ability)) {
    return [{ words, reading: draftCondition(words, phrases, vocabulary, { fresh: true }) }];
  }
  const parts = separate(readRequirement(words, { ...context, turned: false }));
  const known = parts.every(({ reading }) => reading.kind === 'condition' && reading.proposed.length === 0);
  return known
    ? parts
    : [
        {
          words,
          reading: joinReadings(
            parts.map(({ reading }) => reading),
            'all',
          ),
        },
      ];
}

function whoPart(words: string, condition: Condition): DraftedPart {
  return { words, reading: { kind: 'condition', condition, proposed: [] }, who: true };
}

function withAudience(
  parts: readonly { words: string; reading: Reading }[],
  audience: Condition | undefined,
): DraftedPart[] {
  return parts.map((part) => (audience ? { ...part, audience } : part));
}

function joinConditions(a: Condition | undefined, b: Condition): Condition {
  return a ? { all: [a, b] } : b;
}
