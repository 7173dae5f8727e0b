import { firstMatch, type Phrases } from '../phrases.ts';
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
 * them: the conjunction that one clause ends with, or that the next begins with, joins them.
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
    const { words, kind, opens } = takeLinks(clause.words, phrases);
    const requirement = read({ ...clause, words });
    const group = groups.at(-1);
    const meant = (said: Join | undefined): Join | undefined =>
      said && (turned(clause) ? opposite[said] : said);
    link = meant(opens) ?? link;
    if (group && link && (group.of.length === 1 || group.join === link)) {
      group.of.push(requirement);
      group.join = link;
    } else groups.push({ of: [requirement], join });
    link = meant(kind);
  }
  const joined = groups.map(({ of, join: each }) => joinRequirements(of, each));
  return joinRequirements(joined, join);
}

function joinRequirements(of: readonly Requirement[], join: Join): Requirement {
  const [first] = of;
  if (first && of.length === 1) return first;
  return { words: of.map(({ words }) => words).join(', '), join, of };
}

const opposite: Record<Join, Join> = { all: 'any', any: 'all' };

/** Takes the conjunctions off both ends of a clause. */
function takeLinks(words: string, phrases: Phrases): { words: string; kind?: Join; opens?: Join } {
  const found: { kind?: Join; opens?: Join } = {};
  let rest = words;
  for (const name of ['and', 'or'] as const) {
    const join = name === 'or' ? 'any' : 'all';
    const last = spansOf(`${rest} `, phrases.joints[name]).at(-1);
    if (last && last.end >= rest.length) {
      found.kind = join;
      rest = tidy(rest.slice(0, last.start));
    }
    const first = firstMatch(` ${rest}`, phrases.joints[name]);
    if (first && first.start <= 1 && first.end <= rest.length && !phrases.spaced) {
      found.opens = join;
      rest = tidy(rest.slice(first.end - 1));
    }
  }
  return { words: rest, ...found };
}
