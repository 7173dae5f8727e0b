import type { Phrases } from '../phrases.ts';
import type { SubordinateClause } from './read-clauses.ts';
import type { Join } from './join-readings.ts';
import type { Requirement } from './requirement.ts';
import { spansOf } from './span.ts';
import { tidy } from './tidy.ts';

/** How clauses come together where no conjunction stands between them, and which of them are read as their opposite. */
export interface Linking {
  join: Join;
  turned: (clause: SubordinateClause) => boolean;
}

/**
 * Joins what the clauses of a sentence require. "If A or if B" breaks a ban by neither, "unless A or unless B" by one of
 * them: the conjunction that one clause ends with joins it to the next.
 */
export function linkClauses(
  clauses: readonly SubordinateClause[],
  phrases: Phrases,
  read: (clause: SubordinateClause) => Requirement,
  { join, turned }: Linking,
): Requirement {
  const groups: { of: Requirement[]; join: Join }[] = [];
  let link: Join | undefined;
  for (const clause of clauses) {
    const { words, kind } = takeLink(clause.words, phrases);
    const requirement = read({ ...clause, words });
    const group = groups.at(-1);
    if (group && link && (group.of.length === 1 || group.join === link)) {
      group.of.push(requirement);
      group.join = link;
    } else groups.push({ of: [requirement], join });
    const opposite: Join = kind === 'all' ? 'any' : 'all';
    link = kind && (turned(clause) ? opposite : kind);
  }
  const joined = groups.map(({ of, join: each }) => joinRequirements(of, each));
  return joinRequirements(joined, join);
}

function joinRequirements(of: readonly Requirement[], join: Join): Requirement {
  const [first] = of;
  if (first && of.length === 1) return first;
  return { words: of.map(({ words }) => words).join(', '), join, of };
}

/** Takes the conjunction off the end of a clause. */
function takeLink(words: string, phrases: Phrases): { words: string; kind?: Join } {
  for (const name of ['and', 'or'] as const) {
    const last = spansOf(`${words} `, phrases.joints[name]).at(-1);
    if (last && last.end >= words.length) {
      return {
        words: tidy(words.slice(0, last.start)),
        kind: name === 'or' ? 'any' : 'all',
      };
    }
  }
  return { words };
}
