import type { Fact } from '../../../rules/workflow.ts';
import { factNameOf, tellingWords } from './naming.ts';
import { negate } from './negate.ts';
import type { BoundName } from '../phrase-table.ts';
import { denies, negationsOf } from './negation.ts';
import { type Phrases, says } from '../phrases.ts';
import { type Quantity, readQuantity } from './quantity.ts';
import { partNotRead, type Reading } from './reading.ts';
import { cutOut, spansOf } from './span.ts';

/** Bounds of a proposed number: wide enough for counts and for days. */
const proposedBounds = { minimum: 0, maximum: 1_000_000 };
/** Letters that may stand between a negation and the bound that it turns round ("must not exceed"). */
const farthestNegation = 12;
/** Letters between a window of time and the verb that grants it at most. */
const farthestGrant = 12;
/** A number that belongs to no name ("Office 365"). */
const leftNumber = /(?<![\p{L}\p{N}.-]|\p{Lu}\p{L}{1,14} )\d{1,9}(?![\p{L}\p{N}.-])/gu;

/**
 * Drafts a condition on a fact that is proposed, named after the words: a number where they set a bound, else yes or no.
 *
 * @param open What a window of time without a bound means; else a limit.
 * @param turned True where the opposite is required.
 */
export function proposeCondition(
  words: string,
  phrases: Phrases,
  { open, turned }: { open?: BoundName | undefined; turned: boolean },
): Reading {
  const hopeless = phrases.unencodable.find(({ pattern }) => says(words, pattern));
  // "If 7 days have passed, you can't" bans what comes later, "only if" what comes sooner.
  const passed = turned && says(words, phrases.elapsed) ? 'moreThan' : undefined;
  const quantity = readQuantity(words, phrases, open ?? passed);
  if (hopeless && !(quantity && hopeless.reason === 'vague'))
    return { kind: 'unencodable', reason: hopeless.reason };
  if (says(words, phrases.innerNegation)) return partNotRead;
  // "You can't cancel 7 days": which way the bound goes decides all.
  if (quantity && turned && !quantity.bounded) return partNotRead;
  if (quantity) return proposeNumber(quantity, words, phrases);
  if (says(words, phrases.attest)) return { kind: 'attestation' };
  const negative = denies(words, phrases);
  const positive = negative ? cutOut(words, negationsOf(words, phrases)) : words;
  if (!/\p{L}{2}|\p{Lo}/u.test(positive)) return { kind: 'unencodable', reason: 'nothing-named' };
  if (phrases.language === 'en' && tellingWords(positive, phrases).length === 0) {
    return { kind: 'unencodable', reason: 'nothing-named' };
  }
  const name = factNameOf(positive, phrases);
  const fact: Fact = { name, type: 'boolean', known: ['person'] };
  const condition = { fact: name, operator: 'equal' as const, value: !negative };
  return { kind: 'condition', condition, proposed: [fact] };
}

function proposeNumber(quantity: Quantity, words: string, phrases: Phrases): Reading {
  // "12 months ago" is no window; "you have 12 months" is.
  if (!quantity.bounded && !isGranted(quantity, words, phrases)) return partNotRead;
  // Of two bounds one would be lost, and a number that is left over means something.
  if (says(quantity.rest, leftNumber)) return partNotRead;
  if (readQuantity(quantity.rest, phrases)) return partNotRead;
  const negations = negationsOf(words, phrases).filter(
    ({ start, end }) => !quantity.spans.some((span) => start < span.end && span.start < end),
  );
  const turned = negations.some(({ start, end }) =>
    quantity.spans.some((span) => Math.max(span.start - end, start - span.end) <= farthestNegation),
  );
  if (negations.length > 0 && !turned) return partNotRead;
  const rest = turned ? cutOut(quantity.rest, negationsOf(quantity.rest, phrases)) : quantity.rest;
  const name = factNameOf(rest, phrases, quantity.unit === undefined ? 'numberOf' : `${quantity.unit}Of`);
  const fact: Fact = { name, type: 'integer', ...proposedBounds, known: ['person'] };
  if (quantity.value > proposedBounds.maximum) fact.maximum = quantity.value;
  const condition = { fact: name, operator: quantity.operator, value: quantity.value };
  return {
    kind: 'condition',
    condition: turned ? negate(condition, new Map([[name, fact]])) : condition,
    proposed: [fact],
  };
}

/** Tells whether a window of time is said to be had. */
export function isGranted({ spans }: Quantity, words: string, phrases: Phrases): boolean {
  return spansOf(words, phrases.having).some(({ start, end }) =>
    spans.some((span) => Math.max(span.start - end, start - span.end) <= farthestGrant),
  );
}
