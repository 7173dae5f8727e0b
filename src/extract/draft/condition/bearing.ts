import { isLift } from './clause-roles.ts';
import type { DraftContext } from './drafted-part.ts';
import { linkClauses } from './link-clauses.ts';
import { type ClauseReading, readClauses, type SubordinateClause } from './read-clauses.ts';
import { readRequirement, type Requirement } from './requirement.ts';

/** Takes apart what someone has or lacks ("customers with A", "활성 구독이 없는 고객"), as clauses of their own. */
export function findBearing(words: string, { phrases }: DraftContext): ClauseReading {
  return readClauses(words, { ...phrases, ...phrases.bearing });
}

/**
 * Reads what someone must have or lack.
 *
 * @param barred True where something is barred to those who have it.
 */
export function requireBearing(
  clauses: readonly SubordinateClause[],
  context: DraftContext,
  barred: boolean,
): Requirement {
  const { phrases } = context;
  const read = ({ role, words, mark }: SubordinateClause): Requirement => {
    if (phrases.spaced) return readRequirement(words, { ...context, turned: isLift(role) !== barred });
    // Where its verb stands beside the name, the clause may have other verbs: "A가 없고 B도 없는 고객".
    const whole = phrases.topicMarked ? `${words}${mark}` : `${mark}${words}`;
    return readRequirement(whole.trim(), { ...context, turned: barred });
  };
  return linkClauses(clauses, phrases, read, {
    join: barred ? 'any' : 'all',
    turned: ({ role }) => (phrases.spaced ? isLift(role) !== barred : barred),
  });
}
