import { Alphabet } from '../../locale/alphabet.ts';
import { foldingPattern } from '../../locale/folding-pattern.ts';
import type { FoldedTable } from '../../locale/language-table.ts';
import { loadTables } from '../../locale/load-tables.ts';
import type { Lookup } from '../../locale/lookup.ts';
import { phraseTables } from './phrase-tables.ts';
import {
  type BoundName,
  boundNames,
  type ClauseRole,
  clauseRoles,
  type JointName,
  jointNames,
  type PhraseTable,
  plainLists,
  type PlainList,
  type UnencodableReason,
  unencodableReasons,
  type UnitName,
  unitNames,
} from './phrase-table.ts';

/** The phrases of one language, ready to match. Every pattern is global; use `search` and `matchAll`. */
export interface Phrases extends Record<PlainList, RegExp> {
  language: string;
  spaced: boolean;
  comma: string;
  compounds: boolean;
  /** True where a mark follows the subject, and the verb stands last. */
  topicMarked: boolean;
  opening: { role: ClauseRole; pattern: RegExp }[];
  closing: { role: ClauseRole; pattern: RegExp }[];
  bearing: Pick<Phrases, 'opening' | 'closing'>;
  joints: Record<JointName, RegExp>;
  all: RegExp;
  any: RegExp;
  /** Either of the two. */
  either: RegExp;
  unencodable: { reason: UnencodableReason; pattern: RegExp }[];
  bounds: { name: BoundName; pattern: RegExp }[];
  /** A number; its words are the first group. */
  number: RegExp;
  /** A number with a unit of time; the words of the number are the first group. */
  windows: { unit: UnitName; pattern: RegExp }[];
  numbers: ReadonlyMap<string, number>;
  /** A number that no name keeps: with a mark between its thousands, or multiplied by a word. */
  amount: RegExp;
  effects: { name: string; pattern: RegExp }[];
  /** Roles by code, with the names that documents give each. */
  roles: { code: string; pattern: RegExp }[];
  /** English words for names, with what stands for each. */
  terms: { name: string; pattern: RegExp }[];
  fillers: ReadonlySet<string>;
}

/** Phrases by language. */
export type PhraseBook = Lookup<Phrases>;

/**
 * Loads the phrase tables (`phrases/<language>.yaml`) that stand beside this module, or in another folder.
 *
 * @throws InputError where a table does not fit the schema.
 */
export function loadPhrases(from?: URL): Promise<PhraseBook> {
  return loadTables(phraseTables, compilePhrases, { from });
}

/** A pattern that matches nothing. */
export const nothing = /(?!)/gu;
/** Codes that stand before an amount without a space. */
const currencies = 'usd|eur|gbp|jpy|krw|cny|rmb|rub|chf|inr';
/** What may stand between the thousands of a number, whatever the language. */
const thousands = String.raw`,.\u00a0\u202f`;

/** Compiles a phrase table: one regular expression for each list. */
export function compilePhrases({ table, alphabet: data }: FoldedTable<PhraseTable>): Phrases {
  const alphabet = new Alphabet(data);
  const letterOrDigit = alphabet.narrow(String.raw`[\p{L}\p{N}]`);
  const wordStart = `(?<!${letterOrDigit})`;
  const wordEnd = `(?!${letterOrDigit})`;
  const whole = (patterns: readonly string[] = [], bounded = table.spaced): RegExp => {
    if (patterns.length === 0) return nothing;
    const any = `(?:${patterns.join('|')})`;
    return foldingPattern(bounded ? `${wordStart}${any}${wordEnd}` : any, 'g', alphabet);
  };
  const roles = (marks: Partial<Record<ClauseRole, string[]>>): Phrases['opening'] =>
    clauseRoles.flatMap((role) => (marks[role]?.length ? [{ role, pattern: whole(marks[role]) }] : []));
  const lists = Object.fromEntries(plainLists.map((name) => [name, whole(table[name])])) as Record<
    PlainList,
    RegExp
  >;
  const number = numberPattern(table, alphabet);
  const initial = `(?:${wordStart}(?:${table.initial.join('|')}) ?)?`;
  const counter = table.counters.length > 0 ? `(?: ?(?:${table.counters.join('|')})|${wordEnd})` : wordEnd;
  return {
    ...lists,
    language: table.language,
    spaced: table.spaced,
    comma: table.comma,
    compounds: table.compounds,
    topicMarked: table.topics.length > 0,
    opening: roles(table.clauses.opening),
    closing: roles(table.clauses.closing),
    bearing: { opening: roles(table.bearing.opening), closing: roles(table.bearing.closing) },
    joints: Object.fromEntries(
      jointNames.map((name) => [name, whole(table.joints[name])]),
    ) as Phrases['joints'],
    all: whole(table.all, false),
    any: whole(table.any, false),
    either: whole([...table.all, ...table.any], false),
    unencodable: unencodableReasons.flatMap((reason) =>
      table.unencodable[reason]?.length ? [{ reason, pattern: whole(table.unencodable[reason]) }] : [],
    ),
    bounds: boundNames.flatMap((name) =>
      table.bounds[name]?.length ? [{ name, pattern: whole(table.bounds[name]) }] : [],
    ),
    number: foldingPattern(`${number}${counter}`, 'dg', alphabet),
    windows: unitNames.flatMap((unit) => {
      const words = table.units[unit];
      if (!words?.length) return [];
      const end = table.spaced ? wordEnd : '';
      return [
        {
          unit,
          pattern: foldingPattern(`${initial}${number}[ -]?(?:${words.join('|')})${end}`, 'd', alphabet),
        },
      ];
    }),
    numbers: new Map(Object.entries(table.numbers)),
    amount: foldingPattern(
      [
        String.raw`\d[${[thousands, ...table.thousands].join('')}]\d{3}(?!\d)`,
        ...table.multiples.map((word) => String.raw`\d ?(?:${word})(?!\p{L})`),
      ].join('|'),
      'g',
      alphabet,
    ),
    effects: Object.entries(table.effects).map(([name, patterns]) => ({ name, pattern: whole(patterns) })),
    roles: Object.entries(table.roles).map(([code, patterns]) => ({ code, pattern: whole(patterns) })),
    terms: Object.entries(table.terms).map(([name, patterns]) => ({
      name,
      pattern: whole(patterns, table.spaced && !table.compounds),
    })),
    fillers: new Set(table.fillers),
  };
}

/** Makes the pattern of a number; where words do not stand apart, a number in words only follows its bound. */
function numberPattern({ spaced, numbers, bounds, ...table }: PhraseTable, alphabet: Alphabet): string {
  const words = Object.keys(numbers);
  const multiplied = `(?![.,]\\d${table.multiples.map((word) => `| ?${word}`).join('')})`;
  const digits = String.raw`\d{1,3}(?:[${[thousands, ...table.thousands].join('')}]\d{3}){0,2}(?!\d)${multiplied}|\d{1,7}(?!\d)${multiplied}`;
  const number = `(${[digits, ...words].join('|')})`;
  if (spaced || words.length === 0) {
    const apart = alphabet.narrow(String.raw`(?<![\p{L}\p{N}])`);
    return `(?:${apart}(?<!\\d[.,])|(?<=${apart}(?:${currencies})))${number}`;
  }
  const apart = alphabet.narrow(String.raw`(?<!\p{N})(?<!\d[.,])(?=\d)|(?<=^|[^\p{L}\p{N}]|`);
  return `(?:${apart}${[...Object.values(bounds).flat(), ...table.initial].join('|')}))${number}`;
}

/** Finds the first match of a pattern, or undefined. */
export function firstMatch(text: string, pattern: RegExp): { start: number; end: number } | undefined {
  for (const match of text.matchAll(pattern)) {
    return { start: match.index, end: match.index + match[0].length };
  }
  return undefined;
}

/** Tells whether words say something that no condition can be made of for a reason. */
export function saysReason(text: string, wanted: UnencodableReason, { unencodable }: Phrases): boolean {
  return unencodable.some(({ reason, pattern }) => reason === wanted && says(text, pattern));
}

/** Tells whether a pattern matches anywhere. */
export function says(text: string, pattern: RegExp): boolean {
  return text.search(pattern) >= 0;
}
