import { findMatches } from '../locale/compile-pattern.ts';
import type { CompiledCues } from './compile-cues.ts';
import type { ClauseKind } from './cue-table.ts';

/** A stretch of a sentence between two marks of punctuation, offsets in its text. */
export interface Clause {
  start: number;
  end: number;
}

/** A subordinate clause: what it is, and whether the main clause comes after it. */
export interface Subordinate extends Clause {
  kind: ClauseKind;
  leads: boolean;
  /** The words that mark it. */
  mark: string;
}

const delimiter = /[,;:!?()，、；：。！？（）…]|\.(?=\s|$)|\s[–—-]\s/gu;
const word = /[\p{L}\p{N}]/u;

/** Splits a text at its punctuation. */
export function splitClauses(text: string): Clause[] {
  const clauses: Clause[] = [];
  let start = 0;
  const add = (end: number): void => {
    if (word.test(text.slice(start, end))) clauses.push({ start, end });
  };
  for (const match of text.matchAll(delimiter)) {
    add(match.index);
    start = match.index + match[0].length;
  }
  add(text.length);
  return clauses;
}

/**
 * Finds the subordinate clauses of a text by their marks: one that opens runs on to the end of its clause, one that
 * closes began with it.
 *
 * @param folded The text as the table's alphabet folds it.
 */
export function findSubordinates(
  text: string,
  folded: string,
  clauses: readonly Clause[],
  table: Pick<CompiledCues, 'opening' | 'closing'>,
): Subordinate[] {
  const found: Omit<Subordinate, 'leads'>[] = [];
  const words = (match: RegExpExecArray): string => text.slice(match.index, match.index + match[0].length);
  const lastClause = clauses.at(-1);
  if (!lastClause) return [];
  for (const { kind, pattern } of table.opening) {
    for (const match of findMatches(folded, pattern)) {
      const clause = clauseAt(clauses, match.index);
      if (clause) found.push({ kind, start: match.index, end: clause.end, mark: words(match) });
    }
  }
  for (const { kind, pattern } of table.closing) {
    let from = 0;
    for (const match of findMatches(folded, pattern)) {
      const clause = clauseAt(clauses, match.index);
      if (!clause) continue;
      const end = match.index + match[0].length;
      found.push({ kind, start: Math.max(clause.start, from), end, mark: words(match) });
      from = end;
    }
  }
  return found
    .toSorted((a, b) => a.start - b.start || a.end - b.end)
    .map(({ kind, start, end, mark }) => {
      return { kind, start, end, mark, leads: word.test(text.slice(end, lastClause.end)) };
    });
}

function clauseAt(clauses: readonly Clause[], offset: number): Clause | undefined {
  let low = 0;
  let high = clauses.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((clauses[middle]?.start ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  const clause = clauses[low];
  return clause && clause.start <= offset && offset < clause.end ? clause : undefined;
}
