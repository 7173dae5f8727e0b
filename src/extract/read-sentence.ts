import { findMatches } from '../locale/compile-pattern.ts';
import { type Clause, findAsides, findSubordinates, splitClauses, type Subordinate } from './clauses.ts';
import type { CompiledCues } from './compile-cues.ts';
import { type CueName, modality } from './cue-table.ts';

/** A cue found in a sentence, offsets in its plain text. */
export interface CueMatch {
  name: CueName;
  start: number;
  end: number;
  /** True inside a subordinate clause: what is said there is supposed, not stated. */
  subordinate: boolean;
}

/** What the words of one sentence tell. */
export interface SentenceReading {
  /** Language whose cues read it. */
  language: string;
  /** True where words stand apart. */
  wordBoundaries: boolean;
  /** Words of the language that make no pairs. */
  emptyWords: ReadonlySet<string>;
  text: string;
  /** Length in words, or in pairs of letters where words do not stand apart. */
  units: number;
  matches: CueMatch[];
  subordinates: Subordinate[];
  /** Where the text is only supposed or said by the way, in order; empty where all of it is. */
  supposed: Clause[];
}

/** Characters of a sentence that are read; no honest sentence is longer, and a hostile one then costs no more. */
const longestSentence = 4000;

const trailing = /[\s\p{P}]{1,8}$/u;
const leading = /[\s\p{P}•✔]{0,8}/uy;

/** Reads a sentence by the cues of a language. */
export function readSentence(words: string, table: CompiledCues): SentenceReading {
  const text = words.slice(0, longestSentence);
  const folded = table.alphabet.fold(text);
  const clauses = splitClauses(text);
  const asides = findAsides(text);
  const subordinates = findSubordinates({ text, folded, clauses, asides }, table);
  const covered = coverage([...subordinates.filter((clause) => isSupposed(clause, text)), ...asides]);
  const wholly = clauses.every((clause) => isCovered(covered, clause.start + 1, clause.end));
  const supposed = wholly ? [] : covered;
  const matches: CueMatch[] = [];
  const add = (name: CueName, start: number, end: number): void => {
    matches.push({ name, start, end, subordinate: isCovered(supposed, start, end) });
  };
  const openings = clauseOpenings(text, folded, clauses, covered, table);
  for (const cue of table.cues) {
    if (cue.anywhere) {
      for (const match of findMatches(folded, cue.anywhere))
        add(cue.name, match.index, match.index + match[0].length);
    }
    if (cue.starts) {
      for (const at of openings) {
        cue.starts.lastIndex = at;
        const match = cue.starts.exec(folded);
        if (match) add(cue.name, at, at + match[0].length);
      }
    }
    if (cue.ends) {
      for (const clause of clauses) {
        const end = clause.end - (trailing.exec(text.slice(clause.start, clause.end))?.[0].length ?? 0);
        for (const match of findMatches(folded.slice(clause.start, end), cue.ends)) {
          const at = clause.start + match.index;
          if (at + match[0].length === end) add(cue.name, at, end);
        }
      }
    }
  }
  return {
    language: table.language,
    wordBoundaries: table.wordBoundaries,
    emptyWords: table.emptyWords,
    text,
    units: countUnits(text, table),
    matches: dropOverruled(matches),
    subordinates,
    supposed,
  };
}

/**
 * Tells whether what a clause says is only supposed. A purpose named at the end ("so that you can …") is stated; and a
 * clause that opens a text without a comma hides where its main clause begins, so that all of it counts as stated.
 */
function isSupposed(clause: Subordinate, text: string): boolean {
  if (clause.leads) return true;
  return clause.kind !== 'purpose' && /[\p{L}\p{N}]/u.test(text.slice(0, clause.start));
}

/** Merges the ranges of subordinate clauses. */
function coverage(ranges: readonly Clause[]): Clause[] {
  const merged: Clause[] = [];
  for (const { start, end } of ranges.toSorted((a, b) => a.start - b.start)) {
    const last = merged.at(-1);
    if (last && start <= last.end) last.end = Math.max(last.end, end);
    else merged.push({ start, end });
  }
  return merged;
}

/** Tells whether a stretch lies inside one of some ranges. */
export function isCovered(ranges: readonly Clause[], start: number, end: number): boolean {
  return ranges.some((range) => range.start <= start && end <= range.end);
}

/** Gives the places where a clause begins, after punctuation and connectors. */
function clauseOpenings(
  text: string,
  folded: string,
  clauses: readonly Clause[],
  covered: readonly Clause[],
  table: CompiledCues,
): number[] {
  const openings = new Set<number>();
  for (const start of [...clauses.map((clause) => clause.start), ...covered.map((range) => range.end)]) {
    let at = start;
    for (let words = 0; words < 3; words += 1) {
      leading.lastIndex = at;
      at += leading.exec(text)?.[0].length ?? 0;
      openings.add(at);
      if (!table.connectors) break;
      table.connectors.lastIndex = at;
      const connector = table.connectors.exec(folded)?.[0].length ?? 0;
      if (connector === 0) break;
      at += connector;
    }
  }
  return [...openings].filter((at) => at < text.length).toSorted((a, b) => a - b);
}

/**
 * Drops a cue of modality where a stronger one covers the same words, and a change that is a failure ("is blocked",
 * "wird deaktiviert"): what fails when a condition is not met is no effect, but shows the condition.
 */
function dropOverruled(matches: readonly CueMatch[]): CueMatch[] {
  const rank = (match: CueMatch): number => modality.indexOf(match.name);
  const modal = matches.filter((match) => rank(match) >= 0).toSorted((a, b) => rank(a) - rank(b));
  const kept: CueMatch[] = [];
  for (const match of modal) {
    const overruled = kept.some(
      (other) => other.name !== match.name && other.start < match.end && match.start < other.end,
    );
    if (!overruled) kept.push(match);
  }
  const failures = matches.filter((match) => match.name === 'failure');
  const isFailure = (match: CueMatch): boolean =>
    match.name === 'change' && failures.some((other) => other.start < match.end && match.start < other.end);
  return [...matches.filter((match) => rank(match) < 0 && !isFailure(match)), ...kept].toSorted(
    (a, b) => a.start - b.start || a.end - b.end,
  );
}

function countUnits(text: string, table: CompiledCues): number {
  if (table.wordBoundaries) return text.split(' ').filter((part) => /[\p{L}\p{N}]/u.test(part)).length;
  return Math.ceil((text.match(/[\p{L}\p{N}]/gu)?.length ?? 0) / 2);
}
