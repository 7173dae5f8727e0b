import type { Condition, Fact } from '../../rules/workflow.ts';
import type { Label } from '../label.ts';
import type { DraftSection } from './draft.ts';
import { draftPreconditions } from './condition/draft-precondition.ts';
import type { DraftContext, DraftedPart } from './condition/drafted-part.ts';
import { readGates } from './condition/gates.ts';
import { isGate, isLift } from './condition/clause-roles.ts';
import { dropIntent } from './condition/intent.ts';
import { denies } from './condition/negation.ts';
import { readingOf } from './condition/requirement.ts';
import type { Place } from './condition/place.ts';
import { codeOf, tellingWords } from './condition/naming.ts';
import { type Phrases, says } from './phrases.ts';
import { readClauses } from './condition/read-clauses.ts';
import type { Vocabulary } from './condition/reading.ts';

/** One element as drafted from the words of a statement, still without id, evidence and pins. */
export interface Drafted {
  section: DraftSection;
  body: Record<string, unknown>;
  /** The part of the sentence that it was drafted from. */
  words: string;
  facts: Fact[];
}

/** Written reasons why words are no condition, in English as rule files have them, for those who keep the rules. */
export const reasons = {
  'calendar-date': 'Names a date of the calendar; no fact has dates.',
  vague: 'Says how much or which only vaguely; a person must say what would meet it.',
  elsewhere: 'Refers to requirements that are listed elsewhere.',
  'part-not-read': 'Joins or bounds things in a way that was not read; nothing is taken from a part of it.',
  'nothing-named': 'Names nothing that a fact could stand for.',
  'asks-nothing': 'Says what may be done or what is so; it asks for nothing that could be checked.',
  'case-elsewhere': 'Holds for a case that other words of the page tell.',
} as const;

/**
 * Drafts the elements that a sentence with a label states.
 *
 * @param place Where it stands, as far as that is known.
 */
export function draftStatement(
  text: string,
  label: Label,
  phrases: Phrases,
  vocabulary: Vocabulary,
  place: Partial<Place> = {},
): Drafted[] {
  switch (label) {
    case 'precondition':
      return draftPreconditions(text, phrases, vocabulary, place).map(asElement);
    case 'step':
      return [{ section: 'steps', body: { changes: changeOf(text, phrases) }, words: text, facts: [] }];
    case 'consequence':
      return [draftConsequence(text, { phrases, vocabulary })];
    case 'obligation': {
      const { when, facts } = readCase(text, { phrases, vocabulary });
      return [{ section: 'obligations', body: when ? { when } : {}, words: text, facts }];
    }
    default:
      return [];
  }
}

function asElement({ words, reading, audience, who }: DraftedPart): Drafted {
  if (reading.kind === 'attestation') {
    return { section: 'attestations', body: audience ? { audience } : {}, words, facts: [] };
  }
  if (reading.kind === 'unencodable') {
    return { section: 'unencodable', body: { reason: reasons[reading.reason] }, words, facts: [] };
  }
  const body = {
    ...(who ? { who } : {}),
    ...(audience ? { audience } : {}),
    require: reading.condition,
  };
  return { section: 'preconditions', body, words, facts: reading.proposed };
}

/** Makes one requirement of several that must hold together; none where a part of them is no condition. */
export function joinParts(parts: readonly Drafted[], words: string): Drafted[] {
  if (parts.length < 2) return [...parts];
  const plain = parts.every(
    ({ section, body }) => section === 'preconditions' && body['audience'] === undefined,
  );
  if (!plain)
    return [{ section: 'unencodable', body: { reason: reasons['part-not-read'] }, words, facts: [] }];
  const all = parts.map(({ body }) => body['require'] as Condition);
  return [
    {
      section: 'preconditions',
      body: { require: { all } },
      words,
      facts: parts.flatMap(({ facts }) => facts),
    },
  ];
}

/** Guesses whose data a step changes; a person checks it. */
function changeOf(text: string, phrases: Phrases): 'customer' | 'partner' | 'nothing' {
  if (!says(text, phrases.acting)) return 'nothing';
  return says(text, phrases.customer) ? 'customer' : 'partner';
}

/** Effects that say that something does not happen. */
const denying: ReadonlySet<string> = new Set(['unchanged', 'not-notified', 'prevented']);

/**
 * Names what a consequence is about and what becomes of it, by the words of effects and the words left over, and the case that
 * it is told for.
 */
function draftConsequence(text: string, context: DraftContext): Drafted {
  const { phrases } = context;
  const { main } = readClauses(text.replace(phrases.strays, ''), phrases);
  const words = main === '' ? text : main;
  const found = phrases.effects.find(({ pattern }) => says(words, pattern));
  // "It won't be removed": what is denied is not what becomes of it.
  const effect = found && denies(words, phrases) && !denying.has(found.name) ? undefined : found;
  const about = effect ? words.replace(effect.pattern, ' ') : words;
  const subject = tellingWords(about, phrases).length > 0 ? about : words;
  const { when, facts } = readCase(text, context);
  return {
    section: 'consequences',
    body: {
      subject: codeOf(subject, 'statement', phrases),
      effect: effect?.name ?? 'stated',
      ...(when ? { when } : {}),
    },
    words: text,
    facts,
  };
}

/** Reads the case that a sentence is told for ("If you …, …"), where all of it is a condition. */
function readCase(text: string, context: DraftContext): { when?: Condition; facts: Fact[] } {
  const { subordinates } = dropIntent(readClauses(text, context.phrases), context.phrases);
  const gates = subordinates.filter(({ role }) => isGate(role) || isLift(role));
  // Of several times and cases one alone is not when it holds, and what stands in brackets may be a part of one.
  const told = gates.length > 0 && gates.every(({ role }) => role === 'if' || role === 'while');
  if (!told || /[(（]/u.test(text)) return { facts: [] };
  const reading = readingOf(readGates(gates, context));
  return reading.kind === 'condition' ? { when: reading.condition, facts: reading.proposed } : { facts: [] };
}
