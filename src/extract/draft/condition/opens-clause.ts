import type { ClauseRole } from '../phrase-table.ts';
import { isCase } from './clause-roles.ts';
import { firstMatch, type Phrases } from '../phrases.ts';
import { spansOf } from './span.ts';

/** Tells whether words begin with the mark of a clause of some role. */
export function opensAs(words: string, phrases: Phrases, fits: (role: ClauseRole) => boolean): boolean {
  return phrases.opening.some(({ role, pattern }) => fits(role) && firstMatch(words, pattern)?.start === 0);
}

/** Tells whether words are a case: "if there is one", "ある場合". */
export function isCaseOf(words: string, phrases: Phrases): boolean {
  // What closes a clause may ask for what goes on after it.
  const closed = `${words}${phrases.comma}`;
  const ends = phrases.closing.some(
    ({ role, pattern }) => isCase(role) && spansOf(closed, pattern).some(({ end }) => end >= words.length),
  );
  return ends || opensAs(words, phrases, isCase);
}
