import { isLift } from './clause-roles.ts';
import { draftCondition } from './draft-condition.ts';
import { type DraftContext, type DraftedPart, withAudience } from './drafted-part.ts';
import { turnReading } from './join-readings.ts';
import { draftLapse } from './lapse.ts';
import { linkClauses } from './link-clauses.ts';
import { findNames } from './names.ts';
import { denies } from './negation.ts';
import { nothing } from '../phrases.ts';
import { readQuantity } from './quantity.ts';
import { readClauses, type SubordinateClause } from './read-clauses.ts';
import { partNotRead } from './reading.ts';
import { readRequirement, type Requirement, separate } from './requirement.ts';
import { overlap, type Span, spansOf } from './span.ts';
import { readActors, splitActors } from './subject.ts';
import { tidy } from './tidy.ts';

/** "You can't X if A", "X isn't possible unless A": what breaks the ban is required. */
export function draftBan(
  main: string,
  ban: Span,
  clauses: readonly SubordinateClause[],
  context: DraftContext,
): DraftedPart[] {
  const { phrases, vocabulary } = context;
  const banned = tidy(`${main.slice(0, ban.start)} ${main.slice(ban.end)}`);
  const actors = splitActors(main, ban, context);
  if (clauses.length === 0) return draftBareBan(main, ban, context);
  const limit = readQuantity(banned, phrases);
  if (limit && !limit.bounded) return [{ words: main, reading: partNotRead }];
  const readClause = (clause: SubordinateClause): Requirement => {
    const { role, words } = clause;
    const after = role === 'after';
    const lapse = draftLapse(clause, banned, phrases, vocabulary, after ? 'moreThan' : 'atLeast');
    if (lapse) return { words, reading: after ? turnReading(lapse, vocabulary.facts) : lapse };
    return readRequirement(words, { ...context, turned: !isLift(role) });
  };
  // The ban holds where all clauses hold together, so that it is enough to break one of them.
  const required = linkClauses(clauses, phrases, readClause, {
    join: 'any',
    turned: ({ role }) => !isLift(role),
  });
  // "You can't add more than 50 users unless A": fewer are no matter.
  const reading =
    limit && turnReading(draftCondition(banned, phrases, vocabulary, { fresh: true }), vocabulary.facts);
  const whole: Requirement = reading
    ? { words: `${required.words}, ${main}`, join: 'any', of: [required, { words: main, reading }] }
    : required;
  return withAudience(separate(whole), actors?.who);
}

/**
 * "You can't have A", "customers with A can't be removed": without a clause, what someone bears breaks the ban, else all
 * that the ban speaks of.
 */
function draftBareBan(main: string, ban: Span, context: DraftContext): DraftedPart[] {
  const { phrases, vocabulary } = context;
  const marks = { ...phrases, ...phrases.bearing };
  const stretches = [main.slice(0, ban.start), main.slice(ban.end)].map((words) => readClauses(words, marks));
  const bearing = stretches.flatMap(({ subordinates }) => subordinates);
  const parts = bearing.length > 0 ? draftClauseBan(bearing, context) : [];
  const known = parts.some(({ reading }) => reading.kind === 'condition' && reading.proposed.length === 0);
  if (known) {
    const subject = stretches[0]?.main ?? '';
    return withAudience(parts, readActors(subject, phrases, vocabulary));
  }
  const banned = `${main.slice(0, ban.start)} ${main.slice(ban.end)}`;
  if (denies(banned.replace(phrases.noneOf, ' '), phrases)) {
    return [{ words: main, reading: partNotRead }];
  }
  const words = tidy(banned);
  // "There must not be any A nor B": what goes with the ban denies no more.
  const plain = { ...phrases, negation: nothing };
  // "You can't cancel a subscription" bans the deed; it is no matter how many there are.
  if (saysDeed(words, context)) {
    const reading = draftCondition(words, plain, vocabulary, { fresh: true, turned: true });
    return [{ words: main, reading: turnReading(reading, vocabulary.facts) }];
  }
  return separate(readRequirement(words, { ...context, phrases: plain, turned: true, banned: true })).map(
    (part) => ({
      ...part,
      words: main,
    }),
  );
}

function saysDeed(words: string, { phrases, vocabulary }: DraftContext): boolean {
  const names = findNames(words, phrases, vocabulary);
  return [phrases.absence, phrases.verbs]
    .flatMap((pattern) => spansOf(words, pattern))
    .some((verb) => !names.some((name) => overlap(name, verb)));
}

function draftClauseBan(clauses: readonly SubordinateClause[], context: DraftContext): DraftedPart[] {
  const read = ({ role, words }: SubordinateClause): Requirement =>
    readRequirement(words, { ...context, turned: !isLift(role) });
  return separate(
    linkClauses(clauses, context.phrases, read, { join: 'any', turned: ({ role }) => !isLift(role) }),
  );
}
