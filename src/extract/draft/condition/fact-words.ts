import type { Fact } from '../../../rules/workflow.ts';
import { firstMatch, type Phrases, says } from '../phrases.ts';
import { overlap, type Span, spansOf } from './span.ts';
import { isWord, type PlacedWord, placedWords, splitWords } from './words.ts';

/** The words that the catalogs have for a fact in one language. */
export interface FactWords {
  fact: Fact;
  /** Words of the title, in lower case. */
  title: readonly string[];
  /** Everything that its title, question and labels say, to tell whom it is about. */
  about: readonly string[];
  /** Words of each value's label; one value may be called several things. */
  values: { value: string; label: readonly string[] }[];
}

/** Words of the facts by language. */
export type FactWordBook = ReadonlyMap<string, readonly FactWords[]>;

/** A place where a sentence names something. */
export interface NamedValue extends Span {
  fact: Fact;
  value: string;
}

/** A fact's text in a catalog: `title`, `question` or `values.<value>`. */
export type LookUp = (language: string, fact: string, field: string) => string | undefined;

/** Where a language has no catalog of its own, its terms stand for the words of this one. */
const termLanguage = 'en';

/** Gathers the words of the facts from the catalogs. */
export function factWords(
  facts: Iterable<Fact>,
  languages: readonly string[],
  lookUp: LookUp,
  fillers: (language: string) => ReadonlySet<string>,
): FactWordBook {
  const all = [...facts];
  return new Map(
    languages.map((language) => {
      const entries = all.map((fact): FactWords => {
        const named = lookUp(language, fact.name, 'title') === undefined ? termLanguage : language;
        const label = (field: string): string => lookUp(named, fact.name, field) ?? '';
        const words = (text: string): string[] =>
          splitWords(text, named).filter((word) => !fillers(named).has(word));
        const values = (fact.values ?? []).flatMap((value) =>
          namesOf(label(`values.${value}`)).map((name) => ({ value, label: words(name) })),
        );
        return {
          fact,
          title: words(label('title')),
          about: words(`${label('title')} ${label('question')}`),
          values: values.filter((each) => each.label.length > 0),
        };
      });
      return [language, entries] as const;
    }),
  );
}

/** A label with brackets has several names: the words before them or one of those in them, each with what follows. */
function namesOf(label: string): string[] {
  const found = /^([^()（）]{1,80})[(（]([^()（）]{1,120})[)）]([^()（）]{0,80})$/u.exec(label);
  if (!found) return label === '' ? [] : [label];
  const [, before = '', within = '', after = ''] = found;
  return [before, ...within.split('/')].map((name) => `${name.trim()} ${after.trim()}`.trim());
}

/** Finds the fact that says which roles someone has, by the words of its title. */
export function findRoles(phrases: Phrases, book: FactWordBook): Fact | undefined {
  const entries = book.get(phrases.language) ?? [];
  return entries.find(
    ({ fact, title }) => fact.type === 'codes' && title.some((word) => says(word, phrases.roleWords)),
  )?.fact;
}

/** Finds the values that a text names, the longest name at each place; a role may be one that its fact does not know. */
export function findValues(text: string, phrases: Phrases, book: FactWordBook): NamedValue[] {
  const words = placedWords(text, phrases);
  const candidates: (NamedValue & { length: number })[] = [];
  const named = phrases.roles.flatMap(({ code, pattern }) =>
    spansOf(text, pattern).map((span) => ({ value: code, ...span })),
  );
  const roles = named.length > 0 ? findRoles(phrases, book) : undefined;
  for (const role of roles ? named : []) {
    const length = words.filter((word) => overlap(word, role)).length;
    if (roles) candidates.push({ fact: roles, ...role, length });
  }
  for (const { fact, values } of book.get(phrases.language) ?? []) {
    for (const { value, label } of values) {
      for (let at = 0; at + label.length <= words.length; at += 1) {
        const said = words.slice(at, at + label.length);
        if (!label.every((word, offset) => said[offset] && isWord(word, said[offset]))) continue;
        const start = said[0]?.start ?? 0;
        const end = said.at(-1)?.end ?? start;
        candidates.push({ fact, value, start, end, length: label.length });
      }
    }
  }
  const ranked = candidates
    .filter((each) => !isOfCustomers(each, text, phrases))
    .toSorted((a, b) => b.length - a.length || a.start - b.start);
  const kept: NamedValue[] = [];
  for (const { length: _, ...candidate } of ranked) {
    const clear = kept.every(
      (other) =>
        candidate.end <= other.start ||
        other.end <= candidate.start ||
        // One name may stand for a value of two facts.
        (candidate.fact.name !== other.fact.name &&
          candidate.start === other.start &&
          candidate.end === other.end),
    );
    if (clear) kept.push(candidate);
  }
  return kept.toSorted((a, b) => a.start - b.start);
}

/** "Indirect reseller customers" are customers, and not what a fact says of the reader. */
function isOfCustomers({ fact, end }: NamedValue, text: string, phrases: Phrases): boolean {
  const next = firstMatch(text.slice(end), phrases.customer);
  return (
    phrases.spaced && fact.type !== 'boolean' && next !== undefined && next.start === 1 && text[end] === ' '
  );
}

/** A place where a sentence has the words of a fact's title. */
export interface NamedTitle extends Span {
  fact: Fact;
  /** Words of the title. */
  length: number;
  /** The words themselves; others may stand between them. */
  words: Span[];
}

/** Finds the integer and yes/no facts whose title's words stand close together in a text, the longest title first. */
export function findTitles(text: string, phrases: Phrases, book: FactWordBook): NamedTitle[] {
  const words = placedWords(text, phrases);
  return (book.get(phrases.language) ?? [])
    .flatMap(({ fact, title }): NamedTitle[] => {
      if ((fact.type !== 'integer' && fact.type !== 'boolean') || title.length < 2) return [];
      const found = standTogether(title, words);
      if (!found) return [];
      const start = Math.min(...found.map((span) => span.start));
      const end = Math.max(...found.map((span) => span.end));
      return [{ fact, length: title.length, words: found, start, end }];
    })
    .toSorted((a, b) => b.length - a.length || a.start - b.start);
}

/** Finds where all words of a title stand within a stretch of a text about twice as long as the title. */
function standTogether(title: readonly string[], words: readonly PlacedWord[]): Span[] | undefined {
  const [first = [], ...rest] = title.map((word) =>
    words.flatMap((other, index) => (isWord(word, other) ? [index] : [])),
  );
  const longest = title.length * 2 + 1;
  let best: number[] | undefined;
  const stretch = (places: readonly number[]): number => Math.max(...places) - Math.min(...places);
  for (const anchor of first) {
    const nearest = rest.map((places) =>
      places.reduce((near, at) => (Math.abs(at - anchor) < Math.abs(near - anchor) ? at : near), Infinity),
    );
    const places = [anchor, ...nearest];
    if (stretch(places) < longest && (!best || stretch(places) < stretch(best))) best = places;
  }
  return best?.flatMap((at) => words[at] ?? []).map(({ start, end }) => ({ start, end }));
}
