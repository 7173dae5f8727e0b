import { compilePattern, findMatches } from '../locale/compile-pattern.ts';
import type { CompiledCues } from './compile-cues.ts';
import type { ClauseKind } from './cue-table.ts';

/** A stretch of a sentence between two marks of punctuation, offsets in its text. */
export interface Clause {
  start: number;
  end: number;
}

/** A text and its parts, as `findSubordinates` reads it. */
export interface ParsedText {
  text: string;
  /** The text as the alphabet of the table folds it. */
  folded: string;
  clauses: readonly Clause[];
  asides: readonly Clause[];
}

/** A subordinate clause: what it is, and whether the main clause comes after it. */
export interface Subordinate extends Clause {
  kind: ClauseKind;
  leads: boolean;
  /** The words that mark it. */
  mark: string;
}

// No mark of a clause: the comma in "10,000" and "June 16, 2021", the colon in "18:00", the period in "4. Mai".
const delimiter = compilePattern(
  [
    String.raw`[;!?()，、；：。！？（）…]`,
    String.raw`,(?!\p{N}|\s\p{N}{4}(?!\p{N}))|,(?<!\p{N},)`,
    String.raw`:(?!\p{N})|:(?<!\p{N}:)`,
    String.raw`\.(?=\s|$)(?<!(?<!\p{N})\p{N}{1,2}\.)`,
    String.raw`\s[–—-]\s`,
  ].join('|'),
  'gu',
);
const aside = compilePattern(String.raw`[(（][^()（）]{1,400}[)）]`, 'gu');
const word = /[\p{L}\p{N}]/u;

/** Splits a text at its punctuation. */
export function splitClauses(text: string): Clause[] {
  const clauses: Clause[] = [];
  let start = 0;
  const add = (end: number): void => {
    if (word.test(text.slice(start, end))) clauses.push({ start, end });
  };
  for (const match of findMatches(text, delimiter)) {
    add(match.index);
    start = match.index + match[0].length;
  }
  add(text.length);
  return clauses;
}

/** Finds what stands in parentheses: it is said by the way. */
export function findAsides(text: string): Clause[] {
  return findMatches(text, aside).map(({ index, 0: found }) => ({ start: index, end: index + found.length }));
}

/** Gives each clause as the whole that it is part of where it goes on after an aside ("the value (TCV) of the deal"). */
function joinOverAsides(clauses: readonly Clause[], asides: readonly Clause[]): Clause[] {
  const asideFrom = new Map(asides.map(({ start, end }) => [start, end]));
  let whole: Clause | undefined;
  let resumes = 0;
  return clauses.map((clause) => {
    if (whole && clause.start < resumes) return clause;
    if (whole && clause.start === resumes) whole.end = clause.end;
    else whole = { ...clause };
    resumes = asideFrom.get(clause.end) ?? 0;
    return whole;
  });
}

/**
 * Finds the subordinate clauses of a text by their marks: one that opens runs on to the end of its clause, one that
 * closes began with it.
 */
export function findSubordinates(
  { text, folded, clauses, asides }: ParsedText,
  table: Pick<CompiledCues, 'opening' | 'closing'>,
): Subordinate[] {
  const wholes = joinOverAsides(clauses, asides);
  const wholeAt = (offset: number): Clause | undefined => wholes[indexAt(clauses, offset)];
  const found: Omit<Subordinate, 'leads'>[] = [];
  const words = (match: RegExpExecArray): string => text.slice(match.index, match.index + match[0].length);
  const lastClause = clauses.at(-1);
  if (!lastClause) return [];
  for (const { kind, pattern } of table.opening) {
    for (const match of findMatches(folded, pattern)) {
      const clause = wholeAt(match.index);
      if (clause) found.push({ kind, start: match.index, end: clause.end, mark: words(match) });
    }
  }
  const closings = table.closing
    .flatMap(({ kind, pattern }) => findMatches(folded, pattern).map((match) => ({ kind, match })))
    .toSorted((a, b) => a.match.index - b.match.index);
  let begun = 0;
  let closed = 0;
  for (const { kind, match } of closings) {
    const clause = wholeAt(match.index);
    if (!clause) continue;
    const end = match.index + match[0].length;
    // What one mark closes, the next does not close again.
    if (match.index >= closed) begun = Math.max(clause.start, closed);
    found.push({ kind, start: begun, end, mark: words(match) });
    closed = Math.max(closed, end);
  }
  return found
    .toSorted((a, b) => a.start - b.start || a.end - b.end)
    .map(({ kind, start, end, mark }) => {
      return { kind, start, end, mark, leads: word.test(text.slice(end, lastClause.end)) };
    });
}

/** Gives the index of the clause that an offset lies in, -1 where it lies in none. */
function indexAt(clauses: readonly Clause[], offset: number): number {
  let low = 0;
  let high = clauses.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((clauses[middle]?.start ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  const clause = clauses[low];
  return clause && clause.start <= offset && offset < clause.end ? low : -1;
}
