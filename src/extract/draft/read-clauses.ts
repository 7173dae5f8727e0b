import type { ClauseRole } from './phrase-table.ts';
import type { Phrases } from './phrases.ts';

/** A subordinate clause of a sentence, without its mark. */
export interface SubordinateClause {
  role: ClauseRole;
  words: string;
  mark: string;
}

/** A sentence taken apart: what it says, and the clauses that bear on it. */
export interface ClauseReading {
  /** The label before a colon ("Direct partners: …"), empty where there is none. */
  label: string;
  main: string;
  subordinates: SubordinateClause[];
}

interface Span {
  start: number;
  end: number;
}

interface Mark extends Span {
  role: ClauseRole;
}

const separator = /[,;，、；]\s?|[:：]\s|[。.]\s?$/gu;
const letters = /[\p{L}\p{N}]/u;
/** Clauses that a sentence is taken apart into at most; one with more is no sentence. */
const mostClauses = 16;

/** Takes a sentence apart into its main clause and the subordinate ones, by the marks of its language. */
export function readClauses(sentence: string, phrases: Phrases): ClauseReading {
  const { label, text } = splitLabel(sentence);
  const breaks = [...text.matchAll(separator)].map((match) => match.index);
  const taken: (Mark & { clause: Span })[] = [];
  const isFree = (span: Span): boolean =>
    taken.every(({ clause }) => span.end <= clause.start || clause.end <= span.start);

  for (const mark of findMarks(text, phrases.closing)) {
    const start = Math.max(0, ...breaks.filter((at) => at < mark.start).map((at) => at + 1));
    const clause = { start, end: mark.end };
    if (isFree(clause)) taken.push({ ...mark, clause });
  }
  const openings = findMarks(text, phrases.opening).filter((mark) => isFree(mark));
  openings.forEach((mark, index) => {
    // A clause that comes first ends at the comma; one that comes after the main clause runs on.
    const leads = !letters.test(mainWords(text.slice(0, mark.start), taken));
    const comma = breaks.find((at) => at > mark.end);
    const next = openings[index + 1]?.start ?? text.length;
    const end = Math.min(leads ? (comma ?? text.length) : text.length, next);
    const clause = { start: mark.start, end };
    if (isFree(clause)) taken.push({ ...mark, clause });
  });

  const ordered = taken.toSorted((a, b) => a.clause.start - b.clause.start);
  let main = '';
  let from = 0;
  for (const { clause } of ordered) {
    main += text.slice(from, clause.start);
    from = clause.end;
  }
  main += text.slice(from);
  return {
    label,
    main: tidy(main),
    subordinates: ordered.map(({ role, start, end, clause }) => ({
      role,
      words: tidy(`${text.slice(clause.start, start)} ${text.slice(end, clause.end)}`),
      mark: text.slice(start, end),
    })),
  };
}

/** Takes spaces and punctuation off both ends. */
export function tidy(words: string): string {
  return words
    .replace(/\s+/gu, ' ')
    .replace(/^[\s\p{P}]{1,20}|[\s\p{P}]{1,20}$/gu, '')
    .trim();
}

/** Connectors and labels before a clause do not make it a later one. */
function mainWords(before: string, taken: readonly { clause: Span }[]): string {
  let words = before;
  for (const { clause } of taken) {
    if (clause.end <= before.length) words = words.slice(0, clause.start) + words.slice(clause.end);
  }
  return /^[^\p{P}]{0,24}[,:，：]\s{0,2}$/u.test(words) ? '' : words;
}

function findMarks(text: string, marks: Phrases['opening']): Mark[] {
  const found = marks.flatMap(({ role, pattern }) =>
    [...text.matchAll(pattern)].map((match) => ({
      role,
      start: match.index,
      end: match.index + match[0].length,
    })),
  );
  // The longer mark of two at one place says more: "only after" is no mere "after".
  const ordered = found.toSorted((a, b) => a.start - b.start || b.end - a.end);
  const kept: Mark[] = [];
  for (const mark of ordered) if (mark.start >= (kept.at(-1)?.end ?? 0)) kept.push(mark);
  return kept.slice(0, mostClauses);
}

function splitLabel(sentence: string): { label: string; text: string } {
  const at = sentence.search(/[:：]\s?/u);
  if (at <= 0 || at > 80) return { label: '', text: sentence };
  const label = sentence.slice(0, at);
  const rest = sentence.slice(at + 1).trim();
  return letters.test(rest) && !/[,;，。.]/u.test(label)
    ? { label: tidy(label), text: rest }
    : { label: '', text: sentence };
}
