import type { DraftContext, DraftedPart } from './drafted-part.ts';
import { findNeed } from './need.ts';
import { isGate, isIdle } from './clause-roles.ts';
import { contentOf } from './residue.ts';
import { denies } from './negation.ts';
import { firstMatch, type Phrases, says, saysReason } from '../phrases.ts';
import { restricts } from './restriction.ts';
import { type ClauseReading, readClauses } from './read-clauses.ts';
import { partNotRead } from './reading.ts';
import { readRequirement, separate } from './requirement.ts';
import { cutOut, type Span, spansOf } from './span.ts';

/**
 * What a lead-in makes of the items of its list: nothing else than they say, the opposite ("You can't remove it if:"), or
 * something that could not be told ("These customers can't buy:"), what something fails of ("It may mean:"), what is not in
 * force yet ("We're considering:"), or what holds in one case ("If you're a reseller:"). Words that nothing leads into stand
 * alone: they must ask for something themselves, and so must those that a lead-in only lists. In a cell beside the name of its row they hold for what that names.
 */
export type Bearing =
  'plain' | 'turned' | 'unclear' | 'causes' | 'intended' | 'case' | 'alone' | 'listed' | 'row';

/** Letters at the end of a lead-in within which it tells whether all items must hold together. */
const ending = 40;

/** Tells what a lead-in makes of the items of its list. */
export function bearingOf(lead: string, phrases: Phrases): Bearing {
  const ban = firstMatch(lead, phrases.inability);
  if (says(lead, phrases.excepting)) return 'unclear';
  if (says(lead, phrases.causes)) return 'causes';
  if (says(lead, phrases.intends)) return 'intended';
  if (ban === undefined) return bearingWithoutBan(lead, phrases);
  if (says(lead, phrases.only)) return 'plain';
  // "If it fails, you must:" asks for the items; "if it fails, it may be because:" does not.
  const { main } = readClauses(lead, phrases);
  if (!says(main, phrases.inability)) return findNeed(main, phrases) ? 'plain' : 'unclear';
  const marks = [...phrases.opening, ...phrases.closing].filter(({ pattern }) => says(lead, pattern));
  // "You can't remove it unless:" asks for the items.
  if (marks.some(({ role }) => role === 'unless' || role === 'until' || role === 'before')) return 'plain';
  const together = says(lead.slice(-ending), phrases.every) && !says(lead, phrases.anyLead);
  const cases = says(lead, phrases.caseLead) && !denies(cutOut(lead, [ban]), phrases);
  return cases && !together ? 'turned' : 'unclear';
}

/** Tells what a lead-in that bans nothing makes of its items: "It isn't for:" denies them, "If A:" is the case that they are for. */
function bearingWithoutBan(lead: string, phrases: Phrases): Bearing {
  const { main, subordinates } = readLead(lead, phrases);
  const need = findNeed(main, phrases);
  // "Agents need access to:" says what the items can be done with.
  if (need && endsOpen(lead, phrases)) return 'unclear';
  if (need) return asksOfItems(main, need, phrases) ? 'unclear' : 'plain';
  // "The following might appear:" asks for none of it.
  const mayBe = [phrases.entitles, phrases.waivers].some((pattern) => says(lead, pattern));
  if (denies(main, phrases) || mayBe) return 'unclear';
  const cases = subordinates.filter(({ role }) => isGate(role));
  const announces = [phrases.anyLead, phrases.caseLead].some((pattern) => says(lead, pattern));
  if (announces) return 'plain';
  // "Roles can be given at these levels:" lists what is possible.
  if (
    says(main, phrases.ability) &&
    subordinates.every(({ role }) => isIdle(role)) &&
    !restricts(lead, phrases)
  )
    return 'unclear';
  const bare = contentOf(main, phrases).length === 0;
  const told = cases.length > 0 && cases.every(({ words }) => contentOf(words, phrases).length > 0);
  if (bare && told) return 'case';
  return asksForItems(lead, subordinates, phrases) ? 'plain' : 'listed';
}

/** Tells whether a lead-in ends with the word for what it entitles to, so that its items are what can be done. */
function endsOpen(lead: string, phrases: Phrases): boolean {
  const plain = lead.replace(/[\s:：]{1,4}$/u, '');
  return spansOf(plain, phrases.entitles).some(({ end }) => end === plain.length);
}

/** "The following services require an approval:" asks something of the items, and not for them. */
function asksOfItems(main: string, need: Span, phrases: Phrases): boolean {
  const topic = phrases.topicMarked ? firstMatch(main.slice(0, need.start), phrases.topics) : undefined;
  if (phrases.topicMarked && !topic) return false;
  const subject = main.slice(0, topic?.end ?? need.start);
  const asked = topic ? main.slice(topic.end, need.start) : main.slice(need.end);
  return saysReason(subject, 'elsewhere', phrases) && contentOf(asked, phrases).length > 0;
}

/** Tells whether a lead-in that has no verb for it asks for its items: it names requirements, or says what or for whom they are. */
function asksForItems(lead: string, subordinates: ClauseReading['subordinates'], phrases: Phrases): boolean {
  return subordinates.length > 0 || restricts(lead, phrases) || saysReason(lead, 'elsewhere', phrases);
}

/** Takes a lead-in apart: a case that it tells goes on in the items, as after a comma. */
export function readLead(lead: string, phrases: Phrases): ClauseReading {
  const plain = lead.replace(/\s?(?:\([^()]{1,300}\)|（[^（）]{1,300}）)/gu, '');
  return readClauses(`${plain.replace(/\s?[:：]$/u, '')}${phrases.comma}`, phrases);
}

/** Drafts an item of a list that says when something can't be done: that it does not hold is required. */
export function draftBarred(item: string, context: DraftContext): DraftedPart[] {
  const { phrases } = context;
  const { label, main, subordinates } = readClauses(item, phrases);
  const plain =
    label === '' && subordinates.length === 0 && !findNeed(main, phrases) && !says(main, phrases.inability);
  if (!plain) return [{ words: item, reading: partNotRead }];
  return separate(readRequirement(main, { ...context, turned: true }));
}
