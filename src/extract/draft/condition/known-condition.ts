import type { Condition, Fact, Operator } from '../../../rules/workflow.ts';
import { findNames, type Name } from './names.ts';
import { negate } from './negate.ts';
import { isAbout } from './other-actor.ts';
import { negationsOf } from './negation.ts';
import { type Phrases, says } from '../phrases.ts';
import { type Quantity, readQuantity } from './quantity.ts';
import type { Vocabulary } from './reading.ts';
import { residueOf } from './residue.ts';
import { overlap, type Span, spansOf } from './span.ts';
import { isWord, placedWords } from './words.ts';

/**
 * Drafts a condition on the fact that the words name, or nothing where a part of the words is left that the fact does not
 * account for: "subscriptions bought last year" are not the subscriptions that a fact counts.
 */
export function knownCondition(
  words: string,
  phrases: Phrases,
  vocabulary: Vocabulary,
): Condition | undefined {
  const names = findNames(words, phrases, vocabulary).filter((name) =>
    speaksOfSubject(name, words, phrases, vocabulary),
  );
  const [first] = names.toSorted((a, b) => spread(b) - spread(a));
  if (!first) return undefined;
  const same = names.filter(({ fact }) => fact.name === first.fact.name);
  const quantity = readQuantity(words, phrases);
  const zero = readZero(words, same, phrases);
  // "At least one admin agent" counts agents; it does not say that the reader is one.
  if (quantity && first.fact.type !== 'integer' && !isNeutral(quantity, words, phrases)) return undefined;
  const counted = quantity && first.fact.type === 'integer' ? quantity.spans : [];
  // What the fact is about goes without saying.
  const about = aboutOf(first.fact, phrases, vocabulary);
  const implied = placedWords(words, phrases).filter((placed) => about.some((word) => isWord(word, placed)));
  const read = [...same.flatMap(({ words: spans }) => spans), ...counted, ...zero, ...implied];
  if (residueOf(words, read, phrases).length > 0) return undefined;
  if (first.value === undefined && says(words, phrases.different)) return undefined;
  const sense = senseOf(words, same, counted, phrases);
  if (!sense) return undefined;
  return togetherIn(words, compare(first, same, quantity, zero.length > 0, sense), phrases);
}

/**
 * "A global admin with the admin agent role" is both: makes all of the values that any would do of. Gives nothing where "or"
 * is said besides, so that it is not told which go together.
 */
export function togetherIn(
  words: string,
  condition: Condition | undefined,
  phrases: Phrases,
): Condition | undefined {
  if (!condition || !('any' in condition) || !says(words, phrases.together)) return condition;
  return says(words, phrases.joints.or) ? undefined : { all: condition.any };
}

/** Drafts the condition that any of the named values meets: `any` of a list's items, `in` of a code's. */
export function compareValues(named: readonly { fact: Fact; value?: string }[]): Condition | undefined {
  const [first] = named;
  if (!first) return undefined;
  const same = named.filter(({ fact, value }) => fact.name === first.fact.name && value !== undefined);
  const order = first.fact.values ?? [];
  const values = [...new Set(same.map(({ value = '' }) => value))].toSorted(
    (a, b) => order.indexOf(a) - order.indexOf(b),
  );
  const [only = ''] = values;
  const fact = first.fact.name;
  if (first.fact.type === 'codes') {
    const children = values.map((value) => ({ fact, operator: 'contains' as const, value }));
    return children.length === 1 ? { fact, operator: 'contains', value: only } : { any: children };
  }
  return values.length === 1
    ? { fact, operator: 'equal', value: only }
    : { fact, operator: 'in', value: values };
}

interface Sense {
  negated: boolean;
  absent: boolean;
}

/** Tells whether the words deny what they name, and whether they say that it is done away with. */
function senseOf(
  words: string,
  names: readonly Name[],
  quantity: readonly Span[],
  phrases: Phrases,
): Sense | undefined {
  const parts = names.flatMap(({ words: spans }) => spans);
  const outside = (span: Span): boolean => ![...parts, ...quantity].some((each) => overlap(each, span));
  const negations = negationsOf(words, phrases).filter(outside);
  // "A subscription that isn't active": what is denied is within the name.
  const within = negations.some((span) => names.some((name) => overlap(name, span)));
  if (within || says(words, phrases.innerNegation)) return undefined;
  return { negated: negations.length > 0, absent: spansOf(words, phrases.absence).some(outside) };
}

function compare(
  { fact, value }: Name,
  names: readonly Name[],
  quantity: Quantity | undefined,
  zero: boolean,
  { negated, absent }: Sense,
): Condition | undefined {
  const name = fact.name;
  if (value !== undefined) {
    const condition = compareValues(names);
    return condition && negated !== absent ? negate(condition, new Map([[name, fact]])) : condition;
  }
  if (fact.type === 'boolean') return { fact: name, operator: 'equal', value: negated === absent };
  if (quantity) {
    if (quantity.unit !== undefined || absent) return undefined;
    const operator: Operator = quantity.operator;
    const condition = { fact: name, operator, value: quantity.value };
    return negated ? negate(condition, new Map([[name, fact]])) : condition;
  }
  if (zero && (negated || absent)) return undefined;
  const gone = zero || negated !== absent;
  return { fact: name, operator: gone ? 'equal' : 'greaterThan', value: fact.minimum ?? 0 };
}

/** Tells whether a number only says that one of several will do ("at least one of"). */
function isNeutral({ spans }: Quantity, words: string, phrases: Phrases): boolean {
  return spansOf(words, phrases.neutral).some((neutral) =>
    spans.every(({ start, end }) => neutral.start <= start && end <= neutral.end),
  );
}

/** Finds a nought before a count ("0 active subscriptions"): the only number that needs no bound. */
function readZero(words: string, names: readonly Name[], phrases: Phrases): Span[] {
  if (names[0]?.fact.type !== 'integer') return [];
  return spansOf(words, phrases.number).filter(({ start, end }) => {
    const text = words.slice(start, end).toLowerCase();
    return (phrases.numbers.get(text) ?? Number(text.replace(/\D/gu, '') || 'none')) === 0;
  });
}

function spread({ words }: Name): number {
  return words.reduce((sum, { start, end }) => sum + end - start, 0);
}

function aboutOf(fact: Fact, phrases: Phrases, { words }: Vocabulary): readonly string[] {
  return words.get(phrases.language)?.find((entry) => entry.fact.name === fact.name)?.about ?? [];
}

/** What a sentence says of customers or providers is no statement about the reader. */
function speaksOfSubject(name: Name, words: string, phrases: Phrases, vocabulary: Vocabulary): boolean {
  const [other] = spansOf(words.slice(0, 40), phrases.others);
  if (!other || other.start > 12 || overlap(other, name)) return true;
  return isAbout(aboutOf(name.fact, phrases, vocabulary), words.slice(other.start, other.end), phrases);
}
