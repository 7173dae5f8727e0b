import { isCase } from './clause-roles.ts';
import { dropIntent } from './intent.ts';
import type { Bearing } from './list-lead.ts';
import { firstMatch, type Phrases, says } from '../phrases.ts';
import { readClauses } from './read-clauses.ts';
import { readQuantity } from './quantity.ts';
import { asksNothing, caseElsewhere, partNotRead, type Reading, type Vocabulary } from './reading.ts';
import { readRoleLine } from './role-line.ts';
import { requires, saysBound, saysRule } from './rule-words.ts';

/** Where a statement stands. */
export interface Place {
  /** What its lead-in, or the place itself, makes of a precondition. */
  bearing: Bearing;
  /** The lead-in of its list. */
  lead: string;
  /** Title of the page and the headings above, in the language that it is drafted from. */
  headings: readonly string[];
  /** The sentence before it in its paragraph, item or cell, if any. */
  before: string;
  /** The sentence after it there, if any. */
  after: string;
}

/**
 * Tells whether the sentences beside a rule tell the case that it holds for: "if A, …. Also, you must B", "you can't B. This
 * restriction applies to A only".
 */
export function toldBeside(
  text: string,
  { before = '', after = '' }: Partial<Place>,
  phrases: Phrases,
): boolean {
  if (firstMatch(after, phrases.narrows)?.start === 0) return true;
  // "Administration: This option is …": what the label names is not what everyone does.
  const { label, main } = readClauses(text, phrases);
  if (label !== '' && firstMatch(main, phrases.backReferences)?.start === 0) return true;
  const goesOn = firstMatch(text.trimStart(), phrases.continues)?.start === 0;
  return goesOn && before !== '' && opensCase(before, phrases) && !opensCase(text, phrases);
}

/** Tells whether a sentence begins with the case that it holds for. */
function opensCase(text: string, phrases: Phrases): boolean {
  const { subordinates } = dropIntent(readClauses(text, phrases), phrases);
  return subordinates.some(({ role, leads }) => leads && isCase(role));
}

/** Gives why nothing is drafted from words that stand where they do; nothing where they are read. */
export function readingUnder(
  bearing: Bearing,
  text: string,
  phrases: Phrases,
  vocabulary: Vocabulary,
): Reading | undefined {
  switch (bearing) {
    case 'causes':
      return partNotRead;
    case 'intended':
      return asksNothing;
    case 'unclear':
      return saysRule(text, phrases) ? undefined : partNotRead;
    case 'row':
      return namesItself(text, phrases, vocabulary) ? undefined : caseElsewhere;
    case 'alone':
    case 'listed':
      return asks(text, bearing, phrases, vocabulary) ? undefined : asksNothing;
    default:
      return undefined;
  }
}

/** Tells whether the words of a cell say what they are about: they are names of roles, or a mere limit with what it is of. */
function namesItself(text: string, phrases: Phrases, vocabulary: Vocabulary): boolean {
  if (readRoleLine(text, phrases, vocabulary)) return true;
  return readQuantity(text, phrases)?.bounded === true && !requires(text, phrases);
}

/** Tells whether words that nothing leads into ask for something: they require, they bound, or they are an order. */
function asks(text: string, bearing: Bearing, phrases: Phrases, vocabulary: Vocabulary): boolean {
  if (readRoleLine(text, phrases, vocabulary) || saysBound(text, phrases)) return true;
  // "You have 30 days": a window of time is a bound where nothing else is said.
  if (readQuantity(text, phrases)?.unit !== undefined) return true;
  if (!phrases.spaced) return false;
  // "Purchase of a plan": what a list is of is not asked for where its lead-in does not.
  if (bearing === 'listed') return says(text, phrases.orders);
  const acts = [phrases.verbs, phrases.absence, phrases.acting, phrases.harmless];
  if (acts.some((pattern) => firstMatch(text, pattern)?.start === 0)) return true;
  const said = [phrases.copulas, phrases.having, phrases.ability].some((pattern) => says(text, pattern));
  return says(text, phrases.orders) || !said;
}
