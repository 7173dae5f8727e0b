import { saysState } from './acts.ts';
import { draftBan } from './ban.ts';
import { isEnd, isGate, isIdle, isLift } from './clause-roles.ts';
import { draftCondition } from './draft-condition.ts';
import { type DraftContext, type DraftedPart, readingsOf, withAudience } from './drafted-part.ts';
import { draftGates } from './gates.ts';
import { joinReadings, turnReading } from './join-readings.ts';
import { draftNeed, findNeed, isEarlier } from './need.ts';
import { giveBackSubject } from './lost-subject.ts';
import { denies, negationsOf } from './negation.ts';
import { firstMatch, type Phrases, says } from '../phrases.ts';
import { readQuantity } from './quantity.ts';
import type { ClauseReading, SubordinateClause } from './read-clauses.ts';
import { asksNothing, partNotRead } from './reading.ts';
import { draftPrivilege, readWho } from './privilege.ts';
import { readRequirement, separate } from './requirement.ts';
import { contentOf } from './residue.ts';
import { overlap, type Span, spansOf } from './span.ts';

/** Drafts what the clauses of a sentence require together. */
export function draftClauses(read: ClauseReading, context: DraftContext): DraftedPart[] {
  const { phrases } = context;
  const clauses = giveBackSubject(read, context);
  const { main } = clauses;
  const relevant = clauses.subordinates.filter(({ role }) => !isIdle(role));
  const required = findNeed(main, phrases);
  if (says(main, phrases.waivers)) return [{ words: main, reading: partNotRead }];
  const ban = firstMatch(main, phrases.inability) ?? denial(main, required, relevant, context);
  // "They are tasks that must be done by a date": what must be is told of a name alone.
  if (!required && !ban && relevant.length === 0 && says(main, phrases.necessity) && phrases.spaced)
    return [{ words: main, reading: partNotRead }];
  const rule = ban ?? required;
  if (rule && isWithinName(main, rule, phrases)) return [{ words: main, reading: partNotRead }];
  if (ban && !(required && required.start < ban.start) && bansLastOnly(main, ban, phrases))
    return [{ words: main, reading: partNotRead }];
  const need = required ?? (ban ? undefined : findOrder(main, relevant, phrases));
  if (ban && (!need || ban.start <= need.start)) return draftBan(main, ban, relevant, context);
  // "A한 후에만 B하십시오": what may be done only after something asks for that first.
  const waits =
    relevant.length > 0 &&
    relevant.every(({ role, mark }) => role === 'after' && says(mark, phrases.strictly));
  if (need && !waits) return draftNeed(main, need, relevant, context);
  const gates = relevant.filter(({ role }) => isGate(role) || isEnd(role));
  // Where verbs stand last, a negation before them may be part of a word.
  if (relevant.length > 0 && !phrases.spaced && denies(main, phrases))
    return [{ words: main, reading: partNotRead }];
  // "A してから B します": acts in a row.
  if (gates.length > 0 && gates.every((clause) => isEarlier(clause, phrases)) && !says(main, phrases.ability))
    return draftNeed(main, { start: main.length, end: main.length }, relevant, context);
  // "You can do X before A" asks for nothing, or sets a limit, which would be lost beside what opens X.
  const limited = relevant.some(({ role }) => role === 'before') && says(main, phrases.ability);
  if (limited && (!phrases.spaced || gates.length > 0)) return [{ words: main, reading: partNotRead }];
  if (gates.length > 0) return draftGates(main, gates, context);
  // Where no comma ends a clause, what must or can't be may stand in it.
  const lost = clauses.subordinates.some(({ words }) =>
    [phrases.necessity, phrases.inability].some((pattern) => says(words, pattern)),
  );
  if (lost && !says(main, phrases.ability)) return [{ words: main, reading: partNotRead }];
  // "You can do X even if A" asks for nothing.
  if (clauses.subordinates.some(({ role }) => role === 'concession') && says(main, phrases.ability))
    return [{ words: main, reading: partNotRead }];
  const purposes = clauses.subordinates.filter(({ role }) => role === 'purpose');
  return draftStatement(main === '' ? clauses.label : withPurpose(main, purposes, phrases), context);
}

/** "You can create A that can't be changed", "it is an A where B must be": what can't be or must be is told of A alone. */
function isWithinName(main: string, rule: Span, phrases: Phrases): boolean {
  const verb = firstMatch(main, phrases.ability) ?? firstMatch(main, phrases.copulas);
  return (
    verb !== undefined &&
    verb.end <= rule.start &&
    spansOf(main, phrases.relatives).some(({ start, end }) => start >= verb.end && end <= rule.start)
  );
}

/** "A, which isn't done within 7 days, ends": what is denied of A is no bound that must hold. */
function deniesWithinName(words: string, phrases: Phrases): boolean {
  const relative = phrases.spaced ? firstMatch(words, phrases.relatives) : undefined;
  const told = words.slice(relative?.end ?? words.length);
  const quantity = readQuantity(told, phrases);
  return (
    quantity !== undefined &&
    negationsOf(told, phrases).some((negation) => !quantity.spans.some((span) => overlap(span, negation)))
  );
}

/** "It is used for A and can't be changed": what is said before is not banned, and no one condition says both. */
function bansLastOnly(main: string, ban: Span, phrases: Phrases): boolean {
  if (!phrases.spaced) return false;
  const joint = [phrases.joints.and, phrases.joints.or]
    .flatMap((pattern) => spansOf(main, pattern))
    .find(({ end }) => end <= ban.start && main.slice(end, ban.start).trim() === '');
  if (!joint) return false;
  const before = main.slice(0, joint.start);
  return [phrases.copulas, phrases.having, phrases.verbs, phrases.only].some((pattern) =>
    says(before, pattern),
  );
}

/** "You have 30 days, so that you can do X": of a time that is of nothing else, the purpose says of what. */
function withPurpose(main: string, purposes: readonly SubordinateClause[], phrases: Phrases): string {
  const quantity = readQuantity(main, phrases);
  const named = quantity?.unit === undefined || contentOf(quantity.rest, phrases).length > 0;
  return named ? main : [main, ...purposes.map(({ words }) => words)].join(' ');
}

/** "If A, do B" asks for B of those for whom A holds; "do B if A" is what can be done then. */
function findOrder(main: string, clauses: readonly SubordinateClause[], phrases: Phrases): Span | undefined {
  const asks = ({ role, leads }: SubordinateClause): boolean =>
    role === 'before' ||
    role === 'unless' ||
    (leads && (role === 'if' || role === 'when' || role === 'after'));
  const [act] = [phrases.absence, phrases.verbs, phrases.acting]
    .flatMap((pattern) => spansOf(main, pattern))
    .toSorted((a, b) => a.start - b.start);
  const orders = act && contentOf(main.slice(0, act.start), phrases).length === 0;
  const asked = phrases.spaced && orders && !says(main, phrases.ability);
  return asked && clauses.length > 0 && clauses.every(asks) ? { start: 0, end: 0 } : undefined;
}

/** "Nothing is deleted until A", "there should not be any A": a main clause that denies is a ban, whatever its words. */
function denial(
  main: string,
  need: Span | undefined,
  clauses: readonly SubordinateClause[],
  context: DraftContext,
): Span | undefined {
  const { phrases } = context;
  if (readWho(main, context)) return undefined;
  const negations = negationsOf(main, phrases);
  // "除非 A，否则不…": a negation may be part of a word, but what lifts something lifts a ban.
  if (!phrases.spaced) {
    const lifted =
      !phrases.topicMarked && !need && clauses.length > 0 && clauses.every(({ role }) => isLift(role));
    return lifted ? negations[0] : undefined;
  }
  if (need) {
    const before = negations.find(({ end }) => end <= need.start && need.start - end <= 1);
    return before && { start: before.start, end: need.end };
  }
  if (clauses.length === 0) return undefined;
  const borne = phrases.bearing.opening.flatMap(({ pattern }) => spansOf(main, pattern));
  // "Find out that there is no A": what stands after a comma is denied of no main clause.
  const own = negations.filter(({ start }) => !main.slice(0, start).includes(','));
  return own.find((span) => !borne.some((mark) => overlap(mark, span)));
}

/** What says neither that something must be nor that it can't: who may do it, within which limits, or what holds. */
function draftStatement(words: string, context: DraftContext): DraftedPart[] {
  const { phrases, vocabulary } = context;
  const able = firstMatch(words, phrases.ability);
  const limited = phrases.spaced && able && readQuantity(words, phrases)?.bounded === true;
  // "Direct partners can have at most 10 A": a limit for those.
  const who = limited ? readWho(words, context) : undefined;
  const privilege = who && !says(words, phrases.only) ? undefined : draftPrivilege(words, context);
  if (privilege && !limited) return privilege;
  // "You can do X within Y": what the vocabulary knows is what is done, not what it takes.
  if (able) {
    const rest = who ? words.slice(able.end) : words;
    const count = readQuantity(words, phrases);
    const state = phrases.spaced
      ? saysState(words.slice(able.end), context)
      : count?.bounded === true && count.unit === undefined;
    const reading = draftCondition(rest, phrases, vocabulary, { fresh: !state });
    // "Can have more than 10": nobody must, and "only A can" is that the others can't.
    if (state && readQuantity(rest, phrases)?.operator.startsWith('greater') === true) {
      const most = turnReading(reading, vocabulary.facts);
      const others = privilege && joinReadings([...readingsOf(privilege), most], 'any');
      return [{ words, reading: others ?? partNotRead }];
    }
    // "You can certify 50 or more": nobody must.
    const more = !state && count?.unit === undefined && count?.operator.startsWith('greater') === true;
    const told = denies(words, phrases) || says(words, phrases.relatives);
    if (more && !privilege) return [{ words, reading: told ? partNotRead : asksNothing }];
    // "You can do X" asks for nothing where neither how many nor who alone may is said.
    const yes = reading.kind === 'condition' && reading.proposed.some(({ type }) => type === 'boolean');
    if (yes && !privilege && !denies(words, phrases)) return [{ words, reading: asksNothing }];
    return [...(privilege ?? []), ...withAudience([{ words, reading }], privilege ? undefined : who)];
  }
  if (deniesWithinName(words, phrases)) return [{ words, reading: partNotRead }];
  const parts = separate(readRequirement(words, { ...context, turned: false }));
  const known =
    parts.every(({ reading }) => reading.kind === 'condition') &&
    parts.some(({ reading }) => reading.kind === 'condition' && reading.proposed.length === 0);
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
