import type { Fact } from '../../../rules/workflow.ts';
import { factNameOf, tellingWords } from './naming.ts';
import { negate } from './negate.ts';
import type { BoundName } from '../phrase-table.ts';
import { denies, negationsOf } from './negation.ts';
import { type Phrases, says } from '../phrases.ts';
import { type Quantity, readQuantity } from './quantity.ts';
import { partNotRead, type Reading } from './reading.ts';
import { grammatical } from './residue.ts';
import { restricts } from './restriction.ts';
import { placedWords } from './words.ts';
import { blankOut, cutOut, overlap, type Span, spansOf } from './span.ts';

/** Bounds of a proposed number: wide enough for counts and for days. */
const proposedBounds = { minimum: 0, maximum: 1_000_000 };
/** Letters that may stand between a negation and the bound that it turns round ("must not exceed"). */
const farthestNegation = 12;
/** Letters between a window of time and the verb that grants it at most. */
const farthestGrant = 12;
/** Letters of the shortest noun, where words do not stand apart. */
const fewest = 2;
/** A comma between clauses, where lists have another. */
const severalClauses = /\p{L}[，；]\s?\p{L}/gu;
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
  const passed = turned && says(words, phrases.elapsed) && !denies(words, phrases) ? 'moreThan' : undefined;
  const read = readQuantity(words, phrases, open ?? passed);
  const quantity = read && describes(read, words, phrases) ? undefined : read;
  if (hopeless && !(quantity && hopeless.reason === 'vague'))
    return { kind: 'unencodable', reason: hopeless.reason };
  // Whom or what a rule leaves out is part of no name.
  if (says(words, phrases.excepting)) return partNotRead;
  // "There may be several, but only one is used": one name would say both.
  if (says(words, phrases.turns)) return partNotRead;
  const inner = spansOf(words, phrases.innerNegation);
  // "There is an unpaid invoice": what is denied is within the name, and the name is there or is not.
  if (inner.length > 0 && !saysOfName(words, inner, phrases)) return partNotRead;
  // "You can't cancel 7 days": which way the bound goes decides all.
  if (quantity && turned && !quantity.bounded) return partNotRead;
  if (quantity) return proposeNumber(quantity, words, phrases);
  // "Only one A", "2 million in A": how many is lost on a fact that is true or not.
  const bounded = phrases.bounds.some(({ pattern }) => says(words, pattern)) && /\d[.,]\d/u.test(words);
  if (bounded || says(words, phrases.justOne) || says(words, phrases.amount)) return partNotRead;
  // "It is for A only": what is kept from the others is lost on a fact that is true or not.
  if (restricts(words, phrases)) return partNotRead;
  if (says(words, phrases.attest)) return { kind: 'attestation' };
  const negations = negationsOf(words, phrases).filter((each) => !inner.some((span) => overlap(span, each)));
  const negative = negations.length > 0;
  // Of several clauses one alone may be denied.
  if (negative && !phrases.spaced && says(words, severalClauses)) return partNotRead;
  const positive = negative ? cutOut(words, negations) : words;
  if (!/\p{L}{2}|\p{Lo}/u.test(positive)) return { kind: 'unencodable', reason: 'nothing-named' };
  // "If partners need it to be": that they are there is no matter.
  const named = cutOut(positive, spansOf(positive, phrases.people));
  if (!phrases.spaced && isBare(positive, phrases)) return { kind: 'unencodable', reason: 'nothing-named' };
  if (phrases.language === 'en' && tellingWords(named, phrases).length === 0) {
    return { kind: 'unencodable', reason: 'nothing-named' };
  }
  const name = factNameOf(positive, phrases);
  const fact: Fact = { name, type: 'boolean', known: ['person'] };
  const condition = { fact: name, operator: 'equal' as const, value: !negative };
  return { kind: 'condition', condition, proposed: [fact] };
}

/** Tells whether next to nothing is left of words without a noun or a verb ("です", "则是的"). */
function isBare(words: string, phrases: Phrases): boolean {
  const telling = [phrases.verbs, phrases.absence, phrases.having, phrases.customer];
  const rest = placedWords(cutOut(words, spansOf(words, phrases.copulas)), phrases)
    .filter(({ word }) => !phrases.fillers.has(word) && !grammatical.test(word))
    .map(({ word }) => word);
  return rest.join('').length < fewest && !telling.some((pattern) => says(words, pattern));
}

/** Tells whether words only say of a name that it is there or is not: a word for that stands outside the name. */
function saysOfName(words: string, inner: readonly Span[], phrases: Phrases): boolean {
  const outside = phrases.topicMarked
    ? words.slice(Math.max(...inner.map(({ end }) => end)))
    : words.slice(0, Math.min(...inner.map(({ start }) => start)));
  return !phrases.spaced && (says(outside, phrases.having) || denies(outside, phrases));
}

/** "Has paid every invoice that is older than 60 days": the time tells which are meant, and is no bound on anything. */
function describes({ unit, spans }: Quantity, words: string, phrases: Phrases): boolean {
  if (unit === undefined) return false;
  const near = ({ start, end }: Span): boolean =>
    spans.some((span) => start <= span.end + 1 && span.start <= end + 1);
  const mark = spansOf(words, phrases.describing).find(near);
  if (!mark || !says(words, phrases.every)) return false;
  if (!phrases.spaced) return true;
  const before = words.slice(0, mark.start).trimEnd();
  const copula = spansOf(before, phrases.copulas).find(({ end }) => end === before.length);
  const named = copula ? before.slice(0, copula.start).trimEnd() : before;
  const relative = spansOf(named, phrases.relatives).some(({ end }) => end === named.length);
  return says(named, phrases.every) && (relative || !copula);
}

function proposeNumber(quantity: Quantity, words: string, phrases: Phrases): Reading {
  // "12 months ago" is no window; "you have 12 months" is.
  if (!quantity.bounded && !isGranted(quantity, words, phrases)) return partNotRead;
  const other = readQuantity(blankOut(words, quantity.spans), phrases);
  // "One or more users within 30 days": how many sets no bound beside the time.
  if (other && quantity.unit !== undefined && isAny(other))
    return proposeNumber(
      { ...quantity, rest: cutOut(words, [...quantity.spans, ...other.spans]) },
      blankOut(words, other.spans),
      phrases,
    );
  if (other) return proposeRange([quantity, other], words, phrases);
  // A number that is left over means something.
  if (says(cutOut(quantity.rest, spansOf(quantity.rest, phrases.rates)), leftNumber)) return partNotRead;
  const negations = negationsOf(words, phrases).filter(
    ({ start, end }) => !quantity.spans.some((span) => start < span.end && span.start < end),
  );
  // "最多三个未完成的订单": where the verb comes first and no mark tells the parts of a name, so does what turns its bound.
  const ahead = !phrases.spaced && !phrases.topicMarked;
  const turned = negations.some(({ start, end }) =>
    quantity.spans.some(
      (span) =>
        Math.max(span.start - end, start - span.end) <= farthestNegation && !(ahead && start >= span.end),
    ),
  );
  if (negations.length > 0 && !turned) return partNotRead;
  const rest = turned ? cutOut(quantity.rest, negationsOf(quantity.rest, phrases)) : quantity.rest;
  // "At most 50": of what, no word tells.
  if (!/[\p{L}\p{N}]/u.test(rest)) return { kind: 'unencodable', reason: 'nothing-named' };
  const fact = numberFact(quantity, rest, phrases);
  const condition = { fact: fact.name, operator: quantity.operator, value: quantity.value };
  return {
    kind: 'condition',
    condition: turned ? negate(condition, new Map([[fact.name, fact]])) : condition,
    proposed: [fact],
  };
}

/** Tells whether a quantity is one or more. */
function isAny({ value, operator, unit }: Quantity): boolean {
  return unit === undefined && value === 1 && operator === 'greaterThanInclusive';
}

function numberFact({ unit, percent, value }: Quantity, rest: string, phrases: Phrases): Fact {
  const counted = percent === true ? 'percent' : (unit ?? 'number');
  const name = factNameOf(rest, phrases, `${counted}Of`);
  const maximum = Math.max(proposedBounds.maximum, value);
  return { name, type: 'integer', ...proposedBounds, maximum, known: ['person'] };
}

/** "At least 5, at most 300 users": a lower and an upper bound of one number; of any other two, one would be lost. */
function proposeRange(both: readonly [Quantity, Quantity], words: string, phrases: Phrases): Reading {
  const [low, high] = both[0].value <= both[1].value ? both : [both[1], both[0]];
  const ordered = low.operator.startsWith('greater') && high.operator.startsWith('less');
  const [first, second] = both.map(({ spans }) => ({
    start: Math.min(...spans.map(({ start }) => start)),
    end: Math.max(...spans.map(({ end }) => end)),
  }));
  if (!first || !second || !ordered || low.unit !== high.unit || !both.every(({ bounded }) => bounded))
    return partNotRead;
  // What stands between two bounds of one number says nothing of what is counted.
  const between = words.slice(Math.min(first.end, second.end), Math.max(first.start, second.start));
  const spans = both.flatMap((each) => each.spans);
  const rest = cutOut(words, spans);
  const joined = cutOut(between, spansOf(between, phrases.joints.and));
  const clear = !/\p{L}/u.test(joined) && !readQuantity(blankOut(words, spans), phrases);
  if (!clear || denies(rest, phrases) || says(rest, leftNumber)) return partNotRead;
  const fact = numberFact(high, rest, phrases);
  const all = [low, high].map(({ operator, value }) => ({ fact: fact.name, operator, value }));
  return { kind: 'condition', condition: { all }, proposed: [fact] };
}

/** Tells whether a window of time is said to be had. */
export function isGranted({ spans }: Quantity, words: string, phrases: Phrases): boolean {
  const copulas = spansOf(words, phrases.copulas);
  const having = spansOf(words, phrases.having).filter(
    (span) => !copulas.some((each) => overlap(each, span)),
  );
  return having.some(({ start, end }) =>
    spans.some((span) => Math.max(span.start - end, start - span.end) <= farthestGrant),
  );
}
