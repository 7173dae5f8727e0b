import type { Condition, Fact } from '../../../rules/workflow.ts';
import { findValues, type NamedValue } from './fact-words.ts';
import { codeOf, factNameOf } from './naming.ts';
import { type Phrases, says } from '../phrases.ts';
import { readQuantity } from './quantity.ts';
import type { Reading, Vocabulary } from './reading.ts';
import { tidy } from './tidy.ts';

/** Letters of a label before a colon at most. */
const longestLabel = 60;

/**
 * Reads "Appropriate roles: A | B": any one of them will do; a role that no fact has is proposed as a value. Gives nothing
 * for what is no such line.
 */
export function readRoleLine(
  sentence: string,
  phrases: Phrases,
  vocabulary: Vocabulary,
): Reading | undefined {
  const at = sentence.search(/[:：]/u);
  const labelled = at > 0 && at < longestLabel;
  const label = labelled ? tidy(sentence.slice(0, at)) : '';
  const items = sentence
    .slice(labelled ? at + 1 : 0)
    .split(/[|｜]/u)
    .map(tidy)
    .filter((item) => item !== '');
  if (label === '' && items.length < 2) return undefined;
  const found = items.map((item) => wholeValue(item, phrases, vocabulary));
  const fact = found.find((named) => named !== undefined)?.fact;
  const sameFact = found.every((named) => named === undefined || named.fact === fact);
  if (fact && sameFact) {
    const values = found.map((named, index) => named?.value ?? valueCode(items[index] ?? '', phrases));
    const unknown = values.filter((value) => !(fact.values ?? []).includes(value));
    const proposed: Fact[] =
      unknown.length > 0 ? [{ ...fact, values: [...(fact.values ?? []), ...new Set(unknown)] }] : [];
    return anyOf(fact.name, values, proposed);
  }
  if (label === '' || items.length === 0 || !items.every((item) => isName(item, phrases))) return undefined;
  const values = [...new Set(items.map((item) => valueCode(item, phrases)))];
  const name = factNameOf(label, phrases);
  return anyOf(name, values, [{ name, type: 'codes', values, known: ['person'] }]);
}

/** Tells whether words are a mere name: few of them, and none that says to do something. */
function isName(words: string, phrases: Phrases): boolean {
  const short = phrases.spaced ? words.split(' ').length <= 4 : Array.from(words).length <= 16;
  const acts = [phrases.harmless, phrases.acting, phrases.necessity, phrases.inability, phrases.ability];
  return (
    short &&
    !/[.。,，、;]/u.test(words) &&
    !readQuantity(words, phrases) &&
    !acts.some((pattern) => says(words, pattern))
  );
}

function wholeValue(item: string, phrases: Phrases, vocabulary: Vocabulary): NamedValue | undefined {
  const named = findValues(item, phrases, vocabulary.words).find(({ fact }) => fact.type === 'codes');
  return named && named.start === 0 && named.end === item.length ? named : undefined;
}

function anyOf(fact: string, values: readonly string[], proposed: Fact[]): Reading {
  const children = [...new Set(values)].map((value) => ({ fact, operator: 'contains' as const, value }));
  const [only] = children;
  const condition: Condition = only && children.length === 1 ? only : { any: children };
  return { kind: 'condition', condition, proposed };
}

function valueCode(item: string, phrases: Phrases): string {
  const parts = codeOf(item, 'value', phrases, 6).split('-');
  return parts
    .map((part, index) => (index === 0 ? part : part.charAt(0).toUpperCase() + part.slice(1)))
    .join('');
}
