import { isLift } from './clause-roles.ts';
import { draftCondition } from './draft-condition.ts';
import { tellingWords } from './naming.ts';
import type { BoundName } from '../phrase-table.ts';
import { denies } from './negation.ts';
import { type Phrases, says } from '../phrases.ts';
import { type Quantity, readQuantity } from './quantity.ts';
import type { ClauseReading, SubordinateClause } from './read-clauses.ts';
import { isGranted } from './propose-condition.ts';
import { partNotRead, type Reading, type Vocabulary } from './reading.ts';
import { contentOf } from './residue.ts';
import { spansOf } from './span.ts';
import { tidy } from './tidy.ts';

/**
 * Drafts a lapse of time ("after 7 days", "until 30 days have passed"): a bound on the time since, where a window of time
 * is a limit elsewhere.
 *
 * @param main What the time is of, where the clause does not say.
 * @param open What the lapse means where no bound stands beside it.
 */
export function draftLapse(
  { role, words }: SubordinateClause,
  main: string,
  phrases: Phrases,
  vocabulary: Vocabulary,
  open: BoundName,
): Reading | undefined {
  if (role !== 'after' && role !== 'until' && role !== 'before') return undefined;
  const quantity = readQuantity(words, phrases, open);
  if (quantity?.unit === undefined) return undefined;
  // "After the order you have 7 days": a limit, where the mark says a lapse.
  if (isGranted(quantity, words, phrases) && !says(words, phrases.elapsed)) return partNotRead;
  if (offersElse(words, quantity, phrases)) return partNotRead;
  // "After 7 days" alone does not say of what.
  const named = tellingWords(quantity.rest, phrases).length > 0;
  return draftCondition(named ? words : `${main} ${words}`, phrases, vocabulary, { fresh: true, open });
}

/** "After A and at least 24 hours", "A하고 7일이 지난 후": only a part of the clause is a lapse, each is read by itself. */
export function splitLapse(clause: SubordinateClause, phrases: Phrases): SubordinateClause[] {
  const timed = (words: string): boolean => readQuantity(words, phrases)?.unit !== undefined;
  const lapses = clause.role === 'after' || clause.role === 'until' || clause.role === 'before';
  if (!lapses || !timed(clause.words)) return [clause];
  // Where words do not stand apart, an ending joins clauses ("A하고 7일이 지난 후").
  const cut = spansOf(clause.words, phrases.spaced ? phrases.joints.and : phrases.all)
    .map(({ start, end }) => [tidy(clause.words.slice(0, start)), tidy(clause.words.slice(end))])
    .find(
      (sides) =>
        sides.every((side) => contentOf(side, phrases).length > 0) && sides.filter(timed).length === 1,
    );
  if (!cut) return [clause];
  const [first = '', last = ''] = cut;
  // "A하고 7일이 지난 후" counts the days from A.
  const counted = !phrases.spaced && timed(last) && leadsWithWindow(last, phrases) && !denies(first, phrases);
  return [first, counted && !/\d/u.test(first) ? `${first} ${last}` : last].map((words) => ({
    ...clause,
    words,
  }));
}

/** Tells whether nothing that could be named stands before a window of time. */
function leadsWithWindow(words: string, phrases: Phrases): boolean {
  const starts = readQuantity(words, phrases)?.spans.map(({ start }) => start) ?? [];
  return contentOf(words.slice(0, Math.min(words.length, ...starts)), phrases).length === 0;
}

/** "After A or 7 days have passed": either will do, and the time is only a part of the clause. */
function offersElse(words: string, quantity: Quantity, phrases: Phrases): boolean {
  if (says(words, phrases.either)) return true;
  const from = Math.min(...quantity.spans.map(({ start }) => start));
  return (
    phrases.spaced &&
    says(words, phrases.elapsed) &&
    spansOf(words, phrases.joints.or).some(({ end }) => end <= from)
  );
}

/** Drafts "unless it is less than 72 hours old": of a time that is of nothing named, the main clause says of what. */
export function draftWindow(
  words: string,
  main: string,
  phrases: Phrases,
  vocabulary: Vocabulary,
): Reading | undefined {
  const quantity = readQuantity(words, phrases);
  if (quantity?.unit === undefined) return undefined;
  const telling = (phrases.spaced ? tellingWords : contentOf)(quantity.rest, phrases).length;
  const points = spansOf(words, phrases.pronouns).some(({ start }) => start === 0);
  if (telling > (points ? 1 : 0)) return undefined;
  const joints = [phrases.either, phrases.joints.and, phrases.joints.or];
  if (joints.some((pattern) => says(words, pattern))) return partNotRead;
  return draftCondition(`${main} ${words}`, phrases, vocabulary, { fresh: true });
}

/** "Within 7 days after the purchase", "until 30 days after it": what the time counts from is no clause of its own. */
export function keepWindows(clauses: ClauseReading, phrases: Phrases): ClauseReading {
  const windowed = (words: string): boolean => readQuantity(words, phrases)?.unit !== undefined;
  const kept: SubordinateClause[] = [];
  let { main } = clauses;
  let origin = '';
  for (const [index, each] of clauses.subordinates.entries()) {
    const next = clauses.subordinates[index + 1];
    const clause = { ...each, words: `${origin} ${each.words}`.trim() };
    origin = '';
    const last = kept.at(-1);
    const from = `${clause.mark} ${clause.words}`;
    // "구매한 후 7일이 지나면": what the time counts from comes before it.
    if (
      clause.role === 'after' &&
      !windowed(clause.words) &&
      !phrases.spaced &&
      next &&
      windowed(next.words)
    ) {
      origin = `${clause.words} ${clause.mark}`;
      continue;
    }
    // "Wait 24 hours before you can do it" says what for.
    const ahead =
      clause.role === 'before' &&
      phrases.spaced &&
      !says(clause.words, phrases.ability) &&
      endsWithWindow(last?.words ?? main, phrases);
    if ((clause.role !== 'after' && !ahead) || windowed(clause.words)) kept.push(clause);
    else if (last && (isLift(last.role) ? windowed(last.words) : endsWithWindow(last.words, phrases))) {
      kept[kept.length - 1] = { ...last, words: `${last.words} ${from}` };
    } else if (windowed(main)) main = `${main} ${from}`;
    else kept.push(clause);
  }
  return { ...clauses, main, subordinates: kept };
}

/** Tells whether a window of time stands last, so that what follows says from when on or until when it goes. */
function endsWithWindow(words: string, phrases: Phrases): boolean {
  const quantity = readQuantity(words, phrases);
  return quantity?.unit !== undefined && quantity.spans.some(({ end }) => end === words.length);
}
