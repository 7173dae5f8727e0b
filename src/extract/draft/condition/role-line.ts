import type { Condition, Fact } from '../../../rules/workflow.ts';
import { findRoles, findValues, type NamedValue } from './fact-words.ts';
import { codeOf, factNameOf } from './naming.ts';
import { type Phrases, says } from '../phrases.ts';
import { readQuantity } from './quantity.ts';
import type { Reading, Vocabulary } from './reading.ts';
import { tidy } from './tidy.ts';

/** Letters of a label before its mark at most. */
const longestLabel = 60;
const colon = /[:：]/u;
const dash = /\s[–—-]\s/u;
const bar = /[|｜]/u;
const comma = /[,，、;；]/u;

/**
 * Reads "Appropriate roles: A | B": any one of them will do; a role that no fact has is proposed as a value. Gives nothing
 * for what is no such line.
 */
export function readRoleLine(
  sentence: string,
  phrases: Phrases,
  vocabulary: Vocabulary,
): Reading | undefined {
  const { label, rest } = splitLabel(sentence, phrases);
  const ofRoles = says(label, phrases.roleWords) && isName(label, phrases);
  const items = label === '' ? splitValues(rest, phrases, vocabulary) : splitItems(rest, ofRoles, phrases);
  if (items.length === 0 || (label === '' && items.length < 2)) return undefined;
  const found = items.map((item) => wholeValue(item, phrases, vocabulary));
  const named = ofRoles ? findRoles(phrases, vocabulary.words) : undefined;
  const fact = found.find((each) => each !== undefined)?.fact ?? named;
  const sameFact = found.every((each) => each === undefined || each.fact === fact);
  const names = items.every((item, index) => found[index] !== undefined || isName(item, phrases));
  // "All users" leaves nobody out.
  if (ofRoles && items.some((item) => isAnyone(item, phrases)))
    return { kind: 'unencodable', reason: 'nothing-named' };
  if (fact && sameFact && (names || found.some((each) => each !== undefined))) {
    const values = found.map((each, index) => each?.value ?? valueCode(items[index] ?? '', phrases));
    return anyOf(fact.name, values, []);
  }
  if (label === '' || !names) return undefined;
  const values = [...new Set(items.map((item) => valueCode(item, phrases)))];
  const name = factNameOf(label, phrases);
  return anyOf(name, values, [{ name, type: 'codes', values, known: ['person'] }]);
}

/** Takes the label off a line: what stands before a colon or, where it tells that roles follow, before a dash. */
function splitLabel(sentence: string, phrases: Phrases): { label: string; rest: string } {
  const found = [colon, dash].flatMap((mark) => {
    const match = mark.exec(sentence);
    return match ? [{ at: match.index, length: match[0].length, dashed: mark === dash }] : [];
  });
  const mark = found.find(
    ({ at, dashed }) =>
      at > 0 && at < longestLabel && (!dashed || says(sentence.slice(0, at), phrases.roleWords)),
  );
  if (!mark) return { label: '', rest: sentence };
  return { label: tidy(sentence.slice(0, mark.at)), rest: sentence.slice(mark.at + mark.length) };
}

/** Lists the names of a line: bars stand between them, and between roles a comma or "or" where each part is a name. */
function splitItems(rest: string, ofRoles: boolean, phrases: Phrases): string[] {
  const items = splitAt(rest, [bar]);
  if (!ofRoles) return items;
  return items.flatMap((item) => {
    const parts = splitAt(item, [comma, phrases.joints.or]);
    return parts.every((part) => isName(part, phrases)) ? parts : [item];
  });
}

/** Lists the names of a line without a label: a comma or "or" stands between values that a fact knows. */
function splitValues(line: string, phrases: Phrases, vocabulary: Vocabulary): string[] {
  const parts = splitAt(line, [bar, comma, phrases.joints.or]);
  return parts.every((part) => wholeValue(part, phrases, vocabulary)) ? parts : splitAt(line, [bar]);
}

function splitAt(text: string, marks: readonly RegExp[]): string[] {
  const pieces = marks.reduce((parts, mark) => parts.flatMap((part) => part.split(mark)), [text]);
  return pieces.map((piece) => tidy(piece).replace(/[.。]$/u, '')).filter((piece) => piece !== '');
}

function isAnyone(item: string, phrases: Phrases): boolean {
  return says(item, phrases.every) && says(item, phrases.people);
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
