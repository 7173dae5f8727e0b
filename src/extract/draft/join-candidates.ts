import { listComparisons } from '../../rules/condition.ts';
import type { Condition, Fact } from '../../rules/workflow.ts';
import type { Bearing } from './condition/list-lead.ts';
import type { Vocabulary } from './condition/reading.ts';
import { digestBody } from './digest-body.ts';
import type { DraftElement } from './draft.ts';
import { reasons } from './draft-statement.ts';
import { type Phrases, says } from './phrases.ts';
import { comparePins } from './statements.ts';

/** A drafted element while it is not known yet which others it is one with. */
export interface Candidate extends DraftElement {
  facts: Fact[];
  /** Names the list that the sentence is an item of. */
  list: string | undefined;
  /** True where the sentence itself says that something must be. */
  needs: boolean;
  /** True where rules account for the sentence already. */
  covered: boolean;
}

/** The sentence that leads into a list, with the phrases of its language. */
export interface ListLead {
  text: string;
  phrases: Phrases;
  bearing: Bearing;
}

/**
 * Of a list of which one item is enough, an item that could not be drafted leaves the others undrafted too: someone may meet
 * that one alone. So does one that also tells steps, which are no part of a condition.
 */
export function keepWhole(
  candidates: readonly Candidate[],
  leads: ReadonlyMap<string, ListLead>,
): Candidate[] {
  const broken = new Set(
    candidates.flatMap(({ section, list = '' }) => {
      const lead = leads.get(list);
      const unlike = section === 'unencodable' || section === 'steps';
      return unlike && lead && says(lead.text, lead.phrases.anyLead) ? [list] : [];
    }),
  );
  return candidates.map((candidate) => {
    if (candidate.section !== 'preconditions' || !broken.has(candidate.list ?? '')) return candidate;
    return unread(candidate, 'part-not-read');
  });
}

/** Leaves a candidate to a person. */
function unread(candidate: Candidate, reason: keyof typeof reasons): Candidate {
  const body = { reason: reasons[reason] };
  const evidence = { ...candidate.evidence, drafted: digestBody('unencodable', body) };
  return { ...candidate, section: 'unencodable', body, evidence, facts: [] };
}

/** "For A the role B is required", "for C the role D is required": roles that are each needed for something else. */
function needsEach(last: Candidate, candidate: Candidate, { text, phrases }: ListLead): boolean {
  return !says(text, phrases.anyLead) && last.needs && candidate.needs;
}

/** Items of which one is enough become one condition: role names, and lists that their lead-in says so of. */
export function joinItems(
  candidates: readonly Candidate[],
  leads: ReadonlyMap<string, ListLead>,
  vocabulary: Vocabulary,
): Candidate[] {
  const joined: Candidate[] = [];
  for (const each of candidates) {
    const previous = joined.at(-1);
    const [last, candidate] = alignLists(previous, each, vocabulary);
    const lead = candidate.list === undefined ? undefined : leads.get(candidate.list);
    const together =
      last !== undefined &&
      candidate.list !== undefined &&
      last.list === candidate.list &&
      last.section === 'preconditions' &&
      candidate.section === 'preconditions';
    const enough =
      lead !== undefined &&
      lead.bearing !== 'turned' &&
      (says(lead.text, lead.phrases.anyLead) ||
        (!says(lead.text, lead.phrases.necessity) && together && sameList(last, candidate)));
    if (!together || !enough) {
      joined.push(each);
      continue;
    }
    if (needsEach(last, candidate, lead) || !sameAudience(last, candidate)) {
      joined[joined.length - 1] = unread(last, 'case-elsewhere');
      joined.push(unread(candidate, 'case-elsewhere'));
      continue;
    }
    const children = [last.body['require'] as Condition, candidate.body['require'] as Condition].flatMap(
      (child) => ('any' in child ? child.any : [child]),
    );
    const body = { ...last.body, require: { any: children } };
    joined[joined.length - 1] = {
      ...last,
      body,
      pins: [...last.pins, ...candidate.pins],
      facts: [...last.facts, ...candidate.facts],
      evidence: { ...last.evidence, drafted: digestBody(last.section, body) },
    };
  }
  return joined;
}

/** Tells whether two conditions are for the same people, so that one of them can do for both. */
function sameAudience(a: Candidate, b: Candidate): boolean {
  return JSON.stringify(a.body['audience']) === JSON.stringify(b.body['audience']);
}

/** Of two items under one label, what is no value of the declared list yet is proposed as one. */
function alignLists(
  last: Candidate | undefined,
  candidate: Candidate,
  { facts }: Vocabulary,
): [Candidate | undefined, Candidate] {
  if (!last || last.list === undefined || last.list !== candidate.list) return [last, candidate];
  const declared = [last, candidate].map(listFact).find((fact) => facts.has(fact ?? ''));
  const fact = facts.get(declared ?? '');
  if (!fact) return [last, candidate];
  const align = (each: Candidate): Candidate => {
    const name = listFact(each);
    if (name === undefined || name === fact.name) return each;
    const comparisons = listComparisons(each.body['require'] as Condition).map(({ operator, value }) => {
      return { fact: fact.name, operator, value };
    });
    const [only] = comparisons;
    const require = only && comparisons.length === 1 ? only : { any: comparisons };
    const values = [...new Set([...(fact.values ?? []), ...comparisons.map(({ value }) => String(value))])];
    const body = { ...each.body, require };
    return { ...each, body, facts: [{ ...fact, values }] };
  };
  return [align(last), align(candidate)];
}

/** Gives the one list that a condition asks for items of. */
function listFact({ section, body }: Candidate): string | undefined {
  if (section !== 'preconditions') return undefined;
  const comparisons = listComparisons(body['require'] as Condition);
  const [first] = comparisons;
  const same = comparisons.every(({ fact, operator }) => operator === 'contains' && fact === first?.fact);
  return same ? first?.fact : undefined;
}

/** Tells whether two conditions only ask for different items of one list. */
function sameList(a: Candidate, b: Candidate): boolean {
  const fact = listFact(a);
  return fact !== undefined && fact === listFact(b);
}

/** Preconditions that come to the same condition are one, stated in several places. */
export function joinSame(candidates: readonly Candidate[]): Candidate[] {
  const byCondition = new Map<string, number>();
  const joined: Candidate[] = [];
  for (const candidate of candidates) {
    const key = candidate.body['require'] === undefined ? undefined : JSON.stringify(candidate.body);
    const at = key === undefined ? undefined : byCondition.get(key);
    const known = at === undefined ? undefined : joined[at];
    if (known && at !== undefined) {
      known.pins.push(...candidate.pins);
      continue;
    }
    if (key !== undefined) byCondition.set(key, joined.length);
    joined.push({ ...candidate, pins: [...candidate.pins] });
  }
  return joined.map((candidate) => ({ ...candidate, pins: distinctPins(candidate.pins) }));
}

function distinctPins(pins: DraftElement['pins']): DraftElement['pins'] {
  const byPlace = new Map(pins.map((pin) => [`${pin.locale} ${pin.segment}`, pin]));
  return [...byPlace.values()].toSorted(comparePins);
}
