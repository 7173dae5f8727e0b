import type { ClauseRole } from '../phrase-table.ts';
import { findBreaks } from './clause-breaks.ts';
import { isGate, isIdle } from './clause-roles.ts';
import { denies, negationsOf } from './negation.ts';
import { firstMatch, type Phrases, says } from '../phrases.ts';
import { contentOf } from './residue.ts';
import { type Span, spansOf } from './span.ts';
import { tidy } from './tidy.ts';

/** A subordinate clause of a sentence, without its mark. */
export interface SubordinateClause {
  role: ClauseRole;
  words: string;
  mark: string;
  /** True where nothing comes before it. */
  leads: boolean;
  /** True where no comma tells where it ends, so that the subject of the main clause may stand in it. */
  runsOn: boolean;
}

/** A sentence taken apart: what it says, and the clauses that bear on it. */
export interface ClauseReading {
  /** The label before a colon ("Direct partners: …"), empty where there is none. */
  label: string;
  main: string;
  subordinates: SubordinateClause[];
}

interface Mark extends Span {
  role: ClauseRole;
}

const letters = /[\p{L}\p{N}]/u;
/** Clauses that a sentence is taken apart into at most; one with more is no sentence. */
const mostClauses = 16;

/** Takes a sentence apart into its main clause and the subordinate ones, by the marks of its language. */
export function readClauses(sentence: string, phrases: Phrases): ClauseReading {
  const { label, text } = splitLabel(sentence);
  const breaks = findBreaks(text, phrases);
  const taken: (Mark & { clause: Span; closing?: Span })[] = [];
  const isFree = (span: Span): boolean =>
    taken.every(({ clause }) => span.end <= clause.start || clause.end <= span.start);

  // Where verbs stand last, a clause that only goes on ("A し、B しない限り") is part of the one after it.
  const running = phrases.topicMarked ? spansOf(text, phrases.either) : [];
  const notRunning = (at: number): boolean => !running.some(({ start, end }) => start <= at && at < end);
  const ends = breaks.filter(notRunning);
  // What is left out as an aim or a concession must not take what comes before with it.
  const strict = phrases.topicMarked ? findBreaks(text, phrases, { named: false }).filter(notRunning) : ends;
  const opened = findMarks(text, phrases.opening);
  for (const mark of findMarks(text, phrases.closing)) {
    // A clause begins at the last comma, or where the one before it ends.
    const before = taken.map(({ clause }) => clause.end).filter((end) => end <= mark.start);
    const commas = (isIdle(mark.role) ? strict : ends).filter((at) => at < mark.start).map((at) => at + 1);
    const from = Math.max(0, ...commas, ...before);
    const start = afterRule(text, { start: from, end: mark.start }, phrases);
    const clause = { start, end: mark.end };
    if (!isFree(clause)) continue;
    // "如果…时": of two marks the one that opens the clause says more.
    const opening = opened.find(
      (each) => start <= each.start && each.start <= start + 1 && each.end <= mark.start,
    );
    taken.push({ ...(opening ?? mark), clause, ...(opening ? { closing: mark } : {}) });
  }
  // A reason runs on to the comma: what bears on it bears on nothing else.
  const reasons = phrases.spaced ? opened.filter(({ role }) => role === 'reason') : [];
  const inReason = ({ start }: Mark): boolean =>
    reasons.some((reason) => reason.end <= start && !text.slice(reason.end, start).includes(','));
  const openings = opened.filter((mark) => isFree(mark) && !inReason(mark));
  const relatives = phrases.spaced ? spansOf(text, phrases.relatives) : [];
  openings.forEach((mark, index) => {
    // A clause that comes first ends at the comma; one that comes after the main clause runs on.
    const before = mainWords(text.slice(0, mark.start), taken);
    const leads =
      !letters.test(before) ||
      (!phrases.spaced && contentOf(before, phrases).length === 0) ||
      (isConnector(before) && !says(before, phrases.ability) && !saysAct(before, phrases)) ||
      rulesLater(text, mark, phrases);
    const comma = breaks.find(
      (at) => at > mark.end && letters.test(text.slice(at)) && !opensRelative(at, relatives),
    );
    const rule = ruleAfter(text, mark.end, phrases) ?? text.length;
    const predicate = Math.min(rule, predicateAfter(text, mark.end, phrases));
    const phrase = opensPhrase(text, mark, phrases);
    const stop = phrase ? phraseEnd(text, comma ?? predicate, predicate, phrases) : (comma ?? rule);
    const next = openings[index + 1]?.start ?? text.length;
    const end = Math.min(
      leads || (phrase && comma !== undefined) ? stop : beforeBan(text, mark, phrases),
      next,
    );
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
  // "고객은 A하려면 B해야 합니다": of whom a sentence speaks stands before what for, and is no part of that.
  const topicEnd = topicBefore(text, ordered, main, phrases);
  if (topicEnd > 0) main = `${text.slice(0, topicEnd)} ${main}`;
  return {
    label,
    main: tidy(main),
    subordinates: ordered.map(({ role, start, end, clause, closing }) =>
      withDenial(
        {
          role,
          words: tidy(
            `${text.slice(Math.max(clause.start, topicEnd), start)} ${text.slice(end, closing?.start ?? clause.end)}`,
          ),
          mark: text.slice(start, end),
          leads: !letters.test(text.slice(0, clause.start)),
          runsOn: closing === undefined && letters.test(text.charAt(clause.end)),
        },
        phrases,
      ),
    ),
  };
}

/** Finds the end of the topic that the first clause begins with, where that clause takes it from a main clause without one. */
function topicBefore(
  text: string,
  [first]: readonly (Mark & { clause: Span })[],
  main: string,
  phrases: Phrases,
): number {
  if (!phrases.topicMarked || !first || first.clause.start > 0) return 0;
  const topic = firstMatch(text.slice(0, first.start), phrases.topics);
  const rest = main.replace(phrases.necessity, ' ');
  if (!topic || says(rest, phrases.topics) || says(rest, phrases.subjects)) return 0;
  const gate = isGate(first.role) && contentOf(rest, phrases).length === 0;
  return first.role === 'purpose' || gate ? topic.end : 0;
}

/** "A하지 않거나 B하지 않으면": where each verb has its denial, that of the mark is the last one's, not the clause's. */
function withDenial(clause: SubordinateClause, phrases: Phrases): SubordinateClause {
  const { role, words, mark } = clause;
  const [denial] = phrases.topicMarked && role === 'unless' ? negationsOf(mark, phrases) : [];
  if (!denial || !denies(words, phrases) || !says(words, phrases.any)) return clause;
  return { ...clause, role: 'if', words: `${words}${mark.slice(0, denial.end)}` };
}

/** "If you have an account, which is active, …": what tells more of a name is part of its clause. */
function opensRelative(comma: number, relatives: readonly Span[]): boolean {
  return relatives.some(({ start }) => comma <= start && start <= comma + 2);
}

/** Tells whether only a phrase follows a mark, and no clause with a verb of its own. */
function opensPhrase(text: string, { start, end }: Mark, { prepositions }: Phrases): boolean {
  return spansOf(text.slice(start, end), prepositions).some(
    (span) => span.start === 0 && span.end === end - start,
  );
}

/** "您必须在 A 后…": where the verb comes first, what must or can't be at the beginning is that of the main clause. */
function afterRule(text: string, { start, end }: Span, phrases: Phrases): number {
  if (phrases.spaced || phrases.topicMarked) return start;
  const rules = [phrases.necessity, phrases.inability].flatMap((pattern) =>
    spansOf(text.slice(start, end), pattern),
  );
  const first = rules.find(
    (rule) =>
      contentOf(text.slice(start, start + rule.start), phrases).length === 0 ||
      firstMatch(text.slice(start + rule.end, end), phrases.prepositions)?.start === 0,
  );
  return first ? start + first.end : start;
}

/** Where the order of words is free, the ban of the main clause may stand last of all. */
function beforeBan(text: string, mark: Mark, phrases: Phrases): number {
  if (!phrases.spaced || says(text.slice(0, mark.start), phrases.inability)) return text.length;
  const bans = [phrases.inability, phrases.necessity].flatMap((pattern) => spansOf(text, pattern));
  const last = bans.find(({ start, end }) => start > mark.end && !letters.test(text.slice(end)));
  return last?.start ?? text.length;
}

/** "Note that once A, you can't B": what must or can be comes after the clause, not before it. */
function rulesLater(text: string, mark: Mark, phrases: Phrases): boolean {
  if (!phrases.spaced) return false;
  const rules = [phrases.necessity, phrases.inability, phrases.ability];
  const comma = text.slice(mark.end).search(/[,，]/u);
  const [before, after] = [text.slice(0, mark.start), comma < 0 ? '' : text.slice(mark.end + comma)];
  return !rules.some((pattern) => says(before, pattern)) && rules.some((pattern) => says(after, pattern));
}

/** Where no comma ends a clause that comes first, what must or can be does. */
function ruleAfter(text: string, from: number, phrases: Phrases): number | undefined {
  if (!phrases.spaced) return undefined;
  const starts = [phrases.necessity, phrases.inability, phrases.ability].flatMap((pattern) =>
    spansOf(text, pattern).map(({ start }) => start),
  );
  const later = starts.filter((start) => start > from + 1);
  if (later.length === 0) return undefined;
  const first = Math.min(...later);
  // What is denied is denied before it ("не должно").
  const denial = negationsOf(text, phrases).find(
    ({ start, end }) => start > from && end <= first && first - end <= 1,
  );
  return denial?.start ?? first;
}

/** "Before the transfer cancel A", "for the transfer is A needed": a phrase ends before an order or what is. */
function predicateAfter(text: string, from: number, phrases: Phrases): number {
  const first = [...spansOf(text, phrases.orders), ...spansOf(text, phrases.copulas)]
    .filter(({ start }) => letters.test(text.slice(from, start)))
    .map(({ start }) => start);
  return Math.min(text.length, ...first);
}

/** A phrase ends at the comma or before what is said; a comma after which a list goes on ends none. */
function phraseEnd(text: string, comma: number, predicate: number, phrases: Phrases): number {
  const between = text.slice(comma, predicate);
  const joined = [phrases.joints.and, phrases.joints.or].some((pattern) => says(between, pattern));
  return joined && !says(between, phrases.pronouns) ? predicate : Math.min(comma, predicate);
}

/** Tells whether words say that something is done, so that they are no mere connector. */
function saysAct(words: string, { absence, verbs, acting }: Phrases): boolean {
  return [absence, verbs, acting].some((pattern) => says(words, pattern));
}

/** Connectors and labels before a clause do not make it a later one. */
function mainWords(before: string, taken: readonly { clause: Span }[]): string {
  let words = before;
  for (const { clause } of taken) {
    if (clause.end <= before.length) words = words.slice(0, clause.start) + words.slice(clause.end);
  }
  return words;
}

function isConnector(words: string): boolean {
  return /^[^\p{P}]{0,24}[,:，：]\s{0,2}$/u.test(words);
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
  const at = sentence.search(/[:：](?!\/\/)\s?/u);
  if (at <= 0 || at > 80) return { label: '', text: sentence };
  const label = sentence.slice(0, at);
  const rest = sentence.slice(at + 1).trim();
  return letters.test(rest) && !/[,;，。.(（]/u.test(label)
    ? { label: tidy(label), text: rest }
    : { label: '', text: sentence };
}
