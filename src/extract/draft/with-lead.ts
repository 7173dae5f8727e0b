import { isGate, isLift } from './condition/clause-roles.ts';
import type { Bearing } from './condition/list-lead.ts';
import { denies } from './condition/negation.ts';
import { readQuantity } from './condition/quantity.ts';
import { readClauses } from './condition/read-clauses.ts';
import { contentOf } from './condition/residue.ts';
import { tidy } from './condition/tidy.ts';
import type { ListLead } from './join-candidates.ts';
import { firstMatch, type Phrases, says, saysReason } from './phrases.ts';

/** Tells whether a sentence says that the items of its list are ways or cases. */
export function announcesItems(lead: string, phrases: Phrases): boolean {
  return [phrases.anyLead, phrases.caseLead].some((pattern) => says(lead, pattern));
}

/**
 * Gives the words of an item of a list with what its lead-in says of it alone, the case that it is for or its label, and
 * what the lead-in makes of them then.
 */
export function withLead(text: string, lead: ListLead): { words: string; bearing: Bearing } {
  const words = withCase(text, lead);
  return words === undefined
    ? { words: withLabel(text, lead), bearing: lead.bearing }
    : { words, bearing: lead.bearing === 'case' ? 'plain' : lead.bearing };
}

/** Items under a bare label ("Required roles") are read with it, as if they stood on one line. */
function withLabel(text: string, lead: ListLead): string {
  // A case, or what is denied, is no name for the items.
  const roles = lead.bearing === 'listed' && says(lead.text, lead.phrases.roleWords);
  if (
    (lead.bearing !== 'plain' && !roles) ||
    !/^[^:：.。]{1,60}[:：]?$/u.test(lead.text) ||
    /[:：|]/u.test(text)
  )
    return text;
  const { phrases } = lead;
  // "Alternatively:" names nothing, and what goes on with the sentence before it is no item.
  const links = [
    [lead.text, phrases.otherwise],
    [text, phrases.continues],
  ] as const;
  if (links.some(([words, pattern]) => firstMatch(words, pattern)?.start === 0)) return text;
  const bare = ![phrases.necessity, phrases.inability, phrases.ability, phrases.acting, phrases.anyLead].some(
    (pattern) => says(lead.text, pattern),
  );
  return bare && !saysReason(lead.text, 'elsewhere', phrases)
    ? `${lead.text.replace(/[:：]$/u, '')}: ${text}`
    : text;
}

/**
 * A rule under a case ("If there is no agreement:") is read with it, as if they stood in one sentence; nothing where the
 * lead-in is more than a case, or the item no rule.
 */
function withCase(text: string, { text: lead, phrases }: ListLead): string | undefined {
  const rule = [phrases.necessity, phrases.inability].some((pattern) => says(text, pattern));
  if (!rule || !/[:：]$/u.test(lead)) return undefined;
  const tells = lead.replace(/\s?[:：]$/u, '');
  const elsewhere = phrases.unencodable.some(({ pattern }) => says(tells, pattern));
  if (elsewhere || announcesItems(lead, phrases)) return undefined;
  const sentence = `${tells}${phrases.comma}${text}`;
  const { main, subordinates } = readClauses(sentence, phrases);
  const [only] = subordinates;
  const isCase = only?.leads === true && (isGate(only.role) || isLift(only.role));
  const told = isCase && subordinates.length === 1 && contentOf(only.words, phrases).length > 0;
  // The lead-in is a case and nothing else where all that is left of both is the item.
  const whole = contentOf(main, phrases).length === contentOf(text, phrases).length;
  return told && whole ? sentence : undefined;
}

/** A cell that only sets a limit ("Up to 50") is read with the first cell of its row, where that is a name. */
export function withRow(text: string, row: string | undefined, phrases: Phrases): string {
  const quantity = readQuantity(text, phrases);
  const bare = quantity?.bounded === true && !/\p{L}/u.test(tidy(quantity.rest));
  if (!bare || row === undefined || contentOf(row, phrases).length === 0) return text;
  const rules = [phrases.necessity, phrases.inability, phrases.ability, phrases.waivers];
  const stated = rules.some((pattern) => says(row, pattern)) || denies(row, phrases);
  return stated || /[.!?。！？]/u.test(row) ? text : `${row} ${text}`;
}
