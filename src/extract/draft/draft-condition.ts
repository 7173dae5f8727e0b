import type { Condition, Fact } from '../../rules/workflow.ts';
import {
  type FactWordBook,
  type FactWords,
  findTitles,
  findValues,
  type NamedValue,
  sameWord,
  splitWords,
} from './fact-words.ts';
import { factNameOf, tellingWords } from './naming.ts';
import { negate } from './negate.ts';
import type { BoundName, UnencodableReason } from './phrase-table.ts';
import { type Phrases, says } from './phrases.ts';
import { readQuantity } from './quantity.ts';

/** What some words came to: a condition, something a person confirms, or what no condition can say. */
export type Reading =
  | { kind: 'condition'; condition: Condition; proposed: Fact[] }
  | { kind: 'attestation' }
  | { kind: 'unencodable'; reason: UnencodableReason | 'nothing-named' };

/** What drafting a condition goes by. */
export interface Vocabulary {
  facts: ReadonlyMap<string, Fact>;
  words: FactWordBook;
}

/** Bounds of a proposed number: wide enough for counts and for days. */
const proposedBounds = { minimum: 0, maximum: 1_000_000 };

/**
 * Drafts the condition that one requirement states: on a fact of the vocabulary where the words name one, else on a
 * proposed fact named after the words.
 *
 * @param words The requirement with its subject, as plain text.
 * @param options.fresh True to propose a fact whatever the vocabulary has.
 * @param options.open What a window of time without a bound means; else a limit.
 */
export function draftCondition(
  words: string,
  phrases: Phrases,
  vocabulary: Vocabulary,
  { fresh = false, open }: { fresh?: boolean; open?: BoundName | undefined } = {},
): Reading {
  const known = fresh ? undefined : knownCondition(words, phrases, vocabulary);
  if (known) return { kind: 'condition', condition: known, proposed: [] };
  return proposeCondition(words, phrases, open);
}

function knownCondition(words: string, phrases: Phrases, vocabulary: Vocabulary): Condition | undefined {
  const named = findValues(words, phrases.language, vocabulary.words).filter(({ fact }) =>
    speaksOfSubject(fact, words, phrases, vocabulary.words),
  );
  const titles = findTitles(words, phrases.language, vocabulary.words).filter(({ fact }) =>
    speaksOfSubject(fact, words, phrases, vocabulary.words),
  );
  const [title] = titles;
  // Several values of one fact name it together: "an indirect provider or a direct partner".
  const lengths = new Map<string, number>();
  for (const { fact, start, end } of named) {
    const length = splitWords(words.slice(start, end), phrases.language).length;
    lengths.set(fact.name, (lengths.get(fact.name) ?? 0) + length);
  }
  const longest = Math.max(0, ...lengths.values());
  if (title && title.title.length > longest && !says(words, phrases.different)) {
    // "No subscriptions and no reservations": neither may be left out.
    const counts = titles.filter(({ fact }) => fact.type === 'integer');
    const none = says(words, phrases.absence) && !readQuantity(words, phrases);
    if (title.fact.type === 'integer' && counts.length > 1 && none) {
      return { all: counts.map((each) => compareTitle(each, words, phrases)) };
    }
    return compareTitle(title, words, phrases);
  }
  return compareValues(named, words, phrases);
}

function proposeCondition(words: string, phrases: Phrases, open?: BoundName): Reading {
  const hopeless = phrases.unencodable.find(({ pattern }) => says(words, pattern));
  const quantity = readQuantity(words, phrases, open);
  if (hopeless && !(quantity && hopeless.reason === 'vague'))
    return { kind: 'unencodable', reason: hopeless.reason };
  if (quantity) {
    const name = factNameOf(
      quantity.rest,
      phrases,
      quantity.unit === undefined ? 'numberOf' : `${quantity.unit}Of`,
    );
    const fact: Fact = { name, type: 'integer', ...proposedBounds, known: ['person'] };
    if (quantity.value > proposedBounds.maximum) fact.maximum = quantity.value;
    const condition = { fact: name, operator: quantity.operator, value: quantity.value };
    return { kind: 'condition', condition, proposed: [fact] };
  }
  if (says(words, phrases.attest)) return { kind: 'attestation' };
  const negative = says(words, phrases.negation);
  const positive = negative ? words.replace(phrases.negation, ' ') : words;
  if (!/\p{L}{2}|\p{Lo}/u.test(positive)) return { kind: 'unencodable', reason: 'nothing-named' };
  if (phrases.language === 'en' && tellingWords(positive, phrases).length === 0) {
    return { kind: 'unencodable', reason: 'nothing-named' };
  }
  const name = factNameOf(positive, phrases);
  const fact: Fact = { name, type: 'boolean', known: ['person'] };
  return {
    kind: 'condition',
    condition: { fact: name, operator: 'equal', value: !negative },
    proposed: [fact],
  };
}

/** Drafts the condition that any of the named values meets: `any` of a list's items, `in` of a code's. */
export function compareValues(
  named: readonly NamedValue[],
  words: string,
  phrases: Phrases,
): Condition | undefined {
  const [first] = named;
  if (!first) return undefined;
  const same = named.filter(({ fact }) => fact.name === first.fact.name);
  const values = [...new Set(same.map(({ value }) => value))].toSorted(
    (a, b) => (first.fact.values ?? []).indexOf(a) - (first.fact.values ?? []).indexOf(b),
  );
  const [only = ''] = values;
  const fact = first.fact.name;
  let condition: Condition;
  if (first.fact.type === 'codes') {
    const children = values.map((value) => ({ fact, operator: 'contains' as const, value }));
    condition = children.length === 1 ? { fact, operator: 'contains', value: only } : { any: children };
  } else {
    condition =
      values.length === 1
        ? { fact, operator: 'equal', value: only }
        : { fact, operator: 'in', value: values };
  }
  const before = words.slice(0, first.start);
  return says(before.slice(-24), phrases.negation)
    ? negate(condition, new Map([[fact, first.fact]]))
    : condition;
}

function compareTitle({ fact }: FactWords, words: string, phrases: Phrases): Condition {
  if (fact.type === 'boolean') {
    return { fact: fact.name, operator: 'equal', value: !says(words, phrases.negation) };
  }
  const quantity = readQuantity(words, phrases);
  if (quantity && quantity.unit === undefined) {
    return { fact: fact.name, operator: quantity.operator, value: quantity.value };
  }
  const minimum = fact.minimum ?? 0;
  const gone = says(words, phrases.absence) || says(words, phrases.negation);
  return { fact: fact.name, operator: gone ? 'equal' : 'greaterThan', value: minimum };
}

/** What a sentence says of customers or providers is no statement about the reader. */
function speaksOfSubject(fact: Fact, words: string, phrases: Phrases, book: FactWordBook): boolean {
  const subject = words.slice(0, 40);
  const other = [...subject.matchAll(phrases.others)].at(0);
  if (!other || other.index > 12) return true;
  const entry = book.get(phrases.language)?.find((each) => each.fact.name === fact.name);
  const [actor = ''] = splitWords(other[0], phrases.language);
  return entry?.about.some((word) => sameWord(word, actor)) ?? false;
}
