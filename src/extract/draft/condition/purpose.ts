import type { Fact } from '../../../rules/workflow.ts';
import type { ClauseRole } from '../phrase-table.ts';
import { verbsOf } from './acts.ts';
import { isGate, isIdle } from './clause-roles.ts';
import { type DraftContext, type DraftedPart, withGate } from './drafted-part.ts';
import { factNameOf, tellingWords } from './naming.ts';
import { findNeed } from './need.ts';
import { denies, negationsOf } from './negation.ts';
import { firstMatch, type Phrases, says } from '../phrases.ts';
import type { ClauseReading, SubordinateClause } from './read-clauses.ts';
import { readQuantity } from './quantity.ts';
import { partNotRead } from './reading.ts';
import { contentOf } from './residue.ts';
import { cutOut, type Span, spansOf } from './span.ts';
import { tidy } from './tidy.ts';
import { placedWords, sameWord } from './words.ts';

/** Of the words that name an act, how many a heading must have to be about it. */
const mostlyTold = 0.8;

/**
 * Says of parts what they are asked for, where no heading above says it: "to stop A, you must B" and "if you are B, you can't
 * do A" ask something of those who do A, and nothing of those whom the rest of the page is for.
 *
 * @param headings Title of the page and headings above; what they tell is asked of everyone who reads on. None where it is
 * not known where the sentence stands.
 */
export function askedFor(
  parts: readonly DraftedPart[],
  clauses: ClauseReading,
  headings: readonly string[],
  context: DraftContext,
): DraftedPart[] {
  if (headings.length === 0) return [...parts];
  const { phrases } = context;
  const { main } = clauses;
  const acts = actsOf(clauses, phrases);
  return parts.flatMap((part) => {
    const own = [...acts, ...deedsOf(part, clauses, phrases)].filter(
      (act) => part.who === true || !part.words.includes(act),
    );
    const stated = [...aimsOf(main, part, phrases), ...demandersOf(main, phrases)];
    return gateByActs([part], [...own, ...stated], headings, context);
  });
}

/** Says of parts that they are asked of those who do some acts, but for acts that a heading tells. */
export function gateByActs(
  parts: readonly DraftedPart[],
  acts: readonly string[],
  headings: readonly string[],
  context: DraftContext,
): DraftedPart[] {
  if (headings.length === 0) return [...parts];
  const untold = acts.filter((act) => !isTold(act, headings, context.phrases));
  return parts.map((part) => untold.reduce((gated, act) => gateBy(gated, act, context), part));
}

/** "Only A can do it", "it can be done within 7 days": gives what is done, where no name of a fact has its words. */
function deedsOf(part: DraftedPart, { main, subordinates }: ClauseReading, phrases: Phrases): string[] {
  const ruled = findNeed(main, phrases) ?? firstMatch(main, phrases.inability);
  if (ruled || part.reading.kind !== 'condition' || !says(main, phrases.ability)) return [];
  if (subordinates.some(({ role }) => !isIdle(role))) return [];
  const quantity = readQuantity(main, phrases);
  const timed = quantity?.unit !== undefined && part.reading.proposed.some(({ type }) => type === 'integer');
  const deed = deedOf(timed ? cutOut(main, quantity.spans) : doneByThese(part.words, main, phrases), phrases);
  const names = part.reading.proposed.map(({ name }) => name.toLowerCase()).join(' ');
  return tellingWords(deed, phrases).every((word) => names.includes(word)) ? [] : [deed];
}

/** Gives what those alone may do whom words tell; nothing where nobody is told alone, or the words are the whole sentence. */
function doneByThese(words: string, main: string, phrases: Phrases): string {
  const alone = [phrases.only, phrases.reserves, phrases.recipients].flatMap((pattern) =>
    spansOf(main, pattern),
  );
  if (alone.length === 0) return '';
  if (phrases.spaced) return main.slice(firstMatch(main, phrases.ability)?.end);
  const at = main.indexOf(words);
  return at < 0 || words === main ? '' : cutOut(main, [...alone, { start: at, end: at + words.length }]);
}

function gateBy(part: DraftedPart, act: string, { phrases }: DraftContext): DraftedPart {
  if (part.reading.kind !== 'condition') return part;
  // "So that nothing fails": what is not to be is no act.
  // "Save up to 55 % when A": how much is no matter of who does it.
  const counted = part.reading.proposed.some(({ type }) => type === 'integer');
  const limited = readQuantity(act, phrases)?.bounded === true && !counted;
  if (limited || isDenied(act, phrases)) return { words: part.words, reading: partNotRead };
  // Someone does it or does not, however many of what it joins and bounds.
  const fact: Fact = { name: factNameOf(act, phrases), type: 'boolean', known: ['person'] };
  const condition = { fact: fact.name, operator: 'equal' as const, value: true };
  const [gated] = withGate([part], { kind: 'condition', condition, proposed: [fact] });
  return gated ?? part;
}

/** Tells whether it is an act that is denied, and not only what is told of a name in it ("users who aren't members"). */
function isDenied(act: string, phrases: Phrases): boolean {
  const relative = phrases.spaced ? firstMatch(act, phrases.relatives) : undefined;
  return denies(act.slice(0, relative?.start), phrases);
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
  const gated = !need && relevant.some(({ role }) => isGate(role));
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

/**
 * "You must be an admin to remove it": what for stands after what is asked. In the name of a fact that is proposed it stands
 * too, and may be a part of what is asked ("permission to remove it", "support to customers").
 */
function aimsOf(main: string, { reading }: DraftedPart, phrases: Phrases): string[] {
  const need = findNeed(main, phrases);
  const asked = need ? main.slice(need.end) : '';
  const aim = firstMatch(asked, phrases.aims);
  // "It requires an individual to pass": what someone is to do.
  const demands = need && says(main.slice(need.start, need.end), phrases.demands);
  if (!aim || aim.start === 0 || demands || reading.kind !== 'condition') return [];
  const act = tidy(asked.slice(aim.end));
  const granted = spansOf(asked, phrases.grants).some(({ end }) => aim.start - end === 1);
  const plain = verbsOf(act, phrases)[0]?.start === 0 && !granted;
  return reading.proposed.length === 0 || plain ? [deedOf(act, phrases)] : [];
}

/** "A requires B": what asks for something is what that is asked for. */
function demandersOf(main: string, phrases: Phrases): string[] {
  const need = findNeed(main, phrases);
  if (!need) return [];
  const before = main.slice(0, need.start);
  const mark = firstMatch(before, phrases.neededFor);
  if (mark && contentOf(before.slice(mark.end), phrases).length > 0)
    return [tidy(before.slice(0, mark.start))];
  const demands = firstMatch(main.slice(need.start), phrases.demands)?.start === 0;
  const subject = tidy(before);
  const someone = [phrases.people, phrases.pronouns, phrases.others].some((pattern) =>
    says(subject, pattern),
  );
  return phrases.spaced && demands && !someone && subject !== '' ? [subject] : [];
}

/** Tells whether headings are about an act: they have most of its words. */
function isTold(act: string, headings: readonly string[], phrases: Phrases): boolean {
  const bare = [phrases.begins, phrases.tasks].flatMap((pattern) => spansOf(act, pattern));
  const plain = cutOut(act, bare);
  const content = contentOf(plain, phrases);
  // Verbs like "cancel" are no content of a name, and all of a short act.
  const verbs = verbsOf(plain, phrases).map(({ start, end }) => plain.slice(start, end).toLowerCase());
  const words = content.length > 0 ? content : verbs;
  const told = headings.flatMap((heading) => placedWords(heading, phrases).map(({ word }) => word));
  const same = words.filter((word) => told.some((each) => sameWord(word, each)));
  return same.length >= words.length * mostlyTold;
}
