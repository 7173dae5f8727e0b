import type { Fact } from '../../../rules/workflow.ts';
import type { ClauseRole } from '../phrase-table.ts';
import { isGate, isIdle } from './clause-roles.ts';
import { type DraftContext, type DraftedPart, withGate } from './drafted-part.ts';
import { factNameOf } from './naming.ts';
import { findNeed } from './need.ts';
import { denies, negationsOf } from './negation.ts';
import { firstMatch, type Phrases, says } from '../phrases.ts';
import type { ClauseReading, SubordinateClause } from './read-clauses.ts';
import { readQuantity } from './quantity.ts';
import { partNotRead } from './reading.ts';
import { contentOf } from './residue.ts';
import { cutOut, type Span, spansOf } from './span.ts';
import { tidy } from './tidy.ts';
import { sameWord } from './words.ts';

/** Of the words that name an act, how many a heading must have to be about it. */
const mostlyTold = 2 / 3;

/**
 * Says of parts what they are asked for, where no heading above says it: "to stop A, you must B" and "if you are B, you can't
 * do A" ask something of those who do A, and nothing of those whom the rest of the page is for.
 *
 * @param headings Title of the page and headings above; what they tell is asked of everyone who reads on. None where it is
 * not known where the sentence stands.
 */
export function withPurpose(
  parts: readonly DraftedPart[],
  clauses: ClauseReading,
  headings: readonly string[],
  context: DraftContext,
): DraftedPart[] {
  const { phrases } = context;
  const acts = gateByActs(parts, actsOf(clauses, phrases), headings, context);
  // Of what is proposed, what for is a part of the name.
  const known = ({ reading }: DraftedPart): boolean =>
    reading.kind === 'condition' && reading.proposed.length === 0;
  return parts.flatMap((part, index) => {
    const gated = acts[index] ?? part;
    return known(part) ? gateByActs([gated], aimsOf(clauses.main, phrases), headings, context) : [gated];
  });
}

/** Says of parts that they are asked of those who do some acts, but for acts that a heading tells or that a part names. */
export function gateByActs(
  parts: readonly DraftedPart[],
  acts: readonly string[],
  headings: readonly string[],
  context: DraftContext,
): DraftedPart[] {
  if (headings.length === 0) return [...parts];
  const untold = acts.filter((act) => !isTold(act, headings, context.phrases));
  return parts.map((part) =>
    untold
      .filter((act) => part.who === true || !part.words.includes(act))
      .reduce((gated, act) => gateBy(gated, act, context), part),
  );
}

function gateBy(part: DraftedPart, act: string, { phrases }: DraftContext): DraftedPart {
  if (part.reading.kind !== 'condition') return part;
  // "So that nothing fails": what is not to be is no act.
  // "Save up to 55 % when A": how much is no matter of who does it.
  const counted = part.reading.proposed.some(({ type }) => type === 'integer');
  const limited = readQuantity(act, phrases)?.bounded === true && !counted;
  if (limited || denies(act, phrases)) return { words: part.words, reading: partNotRead };
  // Someone does it or does not, however many of what it joins and bounds.
  const fact: Fact = { name: factNameOf(act, phrases), type: 'boolean', known: ['person'] };
  const condition = { fact: fact.name, operator: 'equal' as const, value: true };
  const [gated] = withGate([part], { kind: 'condition', condition, proposed: [fact] });
  return gated ?? part;
}

/** Lists what a sentence asks something for: its purposes, what is to be done after it, and what it bans or allows in a case. */
function actsOf({ main, subordinates }: ClauseReading, phrases: Phrases): string[] {
  const relevant = subordinates.filter(({ role }) => !isIdle(role));
  const ban = firstMatch(main, phrases.inability);
  const need = findNeed(main, phrases);
  if (ban && !(need && need.start < ban.start)) {
    const purposes = wordsOf(subordinates, 'purpose', phrases);
    return relevant.length > 0 ? [...purposes, bannedBy(main, ban, phrases)] : purposes;
  }
  const gated = !need && says(main, phrases.ability) && relevant.some(({ role }) => isGate(role));
  return [
    ...purposesOf({ subordinates }, phrases),
    ...(gated ? [bannedBy(main, { start: 0, end: 0 }, phrases)] : []),
  ];
}

/** Lists what a sentence that requires something says that it is for, and what is to be done after it. */
export function purposesOf(
  { subordinates }: Pick<ClauseReading, 'subordinates'>,
  phrases: Phrases,
): string[] {
  return [...wordsOf(subordinates, 'purpose', phrases), ...wordsOf(subordinates, 'before', phrases)];
}

function wordsOf(clauses: readonly SubordinateClause[], role: ClauseRole, phrases: Phrases): string[] {
  return clauses.flatMap((clause) => (clause.role === role ? [deedOf(clause.words, phrases)] : []));
}

/** Gives what a ban is of. */
function bannedBy(main: string, ban: Span, phrases: Phrases): string {
  const words = cutOut(main, [ban]);
  return deedOf(cutOut(words, negationsOf(words, phrases)), phrases);
}

/** Gives what is done, without who is to do it and that he wants to or can. */
function deedOf(words: string, phrases: Phrases): string {
  const said = [phrases.intent, phrases.ability, phrases.only].flatMap((pattern) => spansOf(words, pattern));
  const bare = tidy(cutOut(words, said));
  const subject = firstMatch(bare, phrases.pronouns);
  return subject?.start === 0 ? tidy(bare.slice(subject.end)) : bare;
}

/** "You must be an admin to remove it": what for stands after what is asked. */
function aimsOf(main: string, phrases: Phrases): string[] {
  const need = findNeed(main, phrases);
  const asked = need ? main.slice(need.end) : '';
  const aim = firstMatch(asked, phrases.aims);
  return aim && aim.start > 0 ? [deedOf(asked.slice(aim.end), phrases)] : [];
}

/** Tells whether headings are about an act: they have most of its words. */
function isTold(act: string, headings: readonly string[], phrases: Phrases): boolean {
  const bare = [phrases.begins, phrases.tasks].flatMap((pattern) => spansOf(act, pattern));
  const words = contentOf(cutOut(act, bare), phrases);
  const told = headings.flatMap((heading) => contentOf(heading, phrases));
  const same = words.filter((word) => told.some((each) => sameWord(word, each)));
  return same.length >= words.length * mostlyTold;
}
