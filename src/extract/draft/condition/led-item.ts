import { verbsOf } from './acts.ts';
import { isGate } from './clause-roles.ts';
import { type DraftContext, type DraftedPart, withGate } from './drafted-part.ts';
import { findValues } from './fact-words.ts';
import { readGates } from './gates.ts';
import { readLead } from './list-lead.ts';
import { findNeed } from './need.ts';
import { type Phrases, says, saysReason } from '../phrases.ts';
import type { Place } from './place.ts';
import { gateByActs, purposesOf } from './purpose.ts';
import { readQuantity } from './quantity.ts';
import { type SubordinateClause, readClauses } from './read-clauses.ts';
import { caseElsewhere } from './reading.ts';
import { readingOf } from './requirement.ts';
import { contentOf } from './residue.ts';
import { restricts } from './restriction.ts';
import { readRoleLine } from './role-line.ts';
import { saysBound, saysRule } from './rule-words.ts';

/**
 * Says of what an item of a list came to for whom and what for its lead-in asks it: "If you're a reseller:", "To stop it, you
 * need:", "If you create a new one, provide:".
 *
 * @param item The words of the item; one that says what for itself needs no lead-in for that.
 */
export function underLead(
  parts: readonly DraftedPart[],
  item: string,
  { bearing, lead, headings }: Pick<Place, 'bearing' | 'lead' | 'headings'>,
  context: DraftContext,
): DraftedPart[] {
  const { phrases } = context;
  const { main, subordinates } = readLead(lead, phrases);
  if (bearing === 'case') return inCase(parts, subordinates, context);
  if (purposesOf(readClauses(item, phrases), phrases).length > 0) return [...parts];
  const asked = gateByActs(parts, purposesOf({ subordinates }, phrases), headings, context);
  const cases = subordinates.filter(({ role, leads }) => leads && isGate(role));
  return asks(main, phrases) && cases.length > 0 ? inCase(asked, cases, context) : asked;
}

/**
 * "Reply URL: the address where users sign in": gives the name of what a lead-in asks for, without what it means; nothing
 * where an item says more.
 */
export function readTerm(
  item: string,
  lead: string,
  { phrases, vocabulary }: DraftContext,
): string | undefined {
  if (lead === '' || item.startsWith(lead.replace(/[:：]$/u, ''))) return undefined;
  if (!asks(readLead(lead, phrases).main, phrases)) return undefined;
  const { label } = readClauses(item, phrases);
  const meaning = item.slice(label.length).replace(/^[:：]/u, '');
  const named = label !== '' && item.startsWith(label) && contentOf(label, phrases).length > 0;
  const known =
    findValues(label, phrases, vocabulary.words).length > 0 || readRoleLine(item, phrases, vocabulary);
  const rules =
    saysBound(label, phrases) ||
    saysRule(meaning, phrases) ||
    restricts(meaning, phrases) ||
    readQuantity(meaning, phrases)?.bounded === true;
  return named && !known && !rules && /\p{L}/u.test(meaning) ? label : undefined;
}

/** Says of parts that they are for those of whom cases tell; where these are no condition, neither are the parts. */
function inCase(
  parts: readonly DraftedPart[],
  cases: readonly SubordinateClause[],
  context: DraftContext,
): DraftedPart[] {
  const gate = readingOf(readGates(cases, context));
  return gate.kind === 'condition'
    ? withGate(parts, gate)
    : parts.map(({ words }) => ({ words, reading: caseElsewhere }));
}

/** Tells whether a lead-in asks for what follows: it says that something must be, points to it, or begins as an order. */
function asks(main: string, phrases: Phrases): boolean {
  if (findNeed(main, phrases) || saysReason(main, 'elsewhere', phrases)) return true;
  return verbsOf(main, phrases).some(({ start }) => start === 0) || says(main, phrases.orders);
}
