import { draftCondition } from './draft-condition.ts';
import { tellingWords } from './naming.ts';
import type { BoundName } from '../phrase-table.ts';
import { type Phrases, says } from '../phrases.ts';
import { readQuantity } from './quantity.ts';
import type { ClauseReading, SubordinateClause } from './read-clauses.ts';
import { isGranted } from './propose-condition.ts';
import { partNotRead, type Reading, type Vocabulary } from './reading.ts';

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
  // "After 7 days" alone does not say of what.
  const named = tellingWords(quantity.rest, phrases).length > 0;
  return draftCondition(named ? words : `${main} ${words}`, phrases, vocabulary, { fresh: true, open });
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
    if (clause.role !== 'after' || windowed(clause.words)) kept.push(clause);
    else if (last && (last.role === 'until' || last.role === 'before') && windowed(last.words)) {
      kept[kept.length - 1] = { ...last, words: `${last.words} ${from}` };
    } else if (windowed(main)) main = `${main} ${from}`;
    else kept.push(clause);
  }
  return { ...clauses, main, subordinates: kept };
}
