import { verbsOf } from './acts.ts';
import type { DraftContext } from './drafted-part.ts';
import { findJoints } from './joints.ts';
import { findNames, type Name } from './names.ts';
import { findNeed } from './need.ts';
import { says } from '../phrases.ts';
import type { ClauseReading, SubordinateClause } from './read-clauses.ts';
import { contentOf, residueOf } from './residue.ts';
import { overlap, type Span, spansOf } from './span.ts';
import { tidy } from './tidy.ts';

/**
 * Gives back to the main clause the names of its subject that were taken for the end of a phrase before it: where no comma
 * tells where that ends ("Before the transfer all A must be cancelled"), or where the comma is one of a list ("Before the
 * transfer all A, B and C must be cancelled").
 */
export function giveBackSubject(clauses: ClauseReading, context: DraftContext): ClauseReading {
  const { phrases, vocabulary } = context;
  const { main, subordinates } = clauses;
  const need = findNeed(main, phrases);
  const clause = subordinates.find(({ leads }) => leads);
  if (!clause || !need || !phrases.spaced) return clauses;
  const subject = main.slice(0, need.start);
  const names = findNames(clause.words, phrases, vocabulary);
  const last = names.find(({ start }) => isListFrom(start, clause.words, names, context));
  const lacks = clause.runsOn && isPassive(subject, main.slice(need.end), context);
  const cut = last !== undefined && isPhrase(clause, names, context) && goesOn(subject, context);
  if (!lacks && !cut) return clauses;
  if (!last) return { ...clauses, main: '' };
  const rest = { ...clause, words: tidy(clause.words.slice(0, last.start)) };
  return {
    ...clauses,
    main: `${clause.words.slice(last.start)}${lacks ? '' : ','} ${main}`,
    subordinates: subordinates.map((each) => (each === clause ? rest : each)),
  };
}

/** Tells whether nothing but names stands in words from a place on. */
function isListFrom(from: number, words: string, names: readonly Name[], { phrases }: DraftContext): boolean {
  const later = names.map(({ start, end }): Span => ({ start: start - from, end: end - from }));
  return residueOf(words.slice(from), later, phrases).length === 0;
}

/** Tells whether what must be done is said of nothing ("must be cancelled"). */
function isPassive(subject: string, said: string, { phrases }: DraftContext): boolean {
  return (
    contentOf(subject, phrases).length === 0 &&
    says(said, phrases.copulas) &&
    residueOf(said, verbsOf(said, phrases), phrases).length === 0
  );
}

/** Tells whether a clause is none: it has no verb, but more than the names at its end. */
function isPhrase(
  { words, runsOn }: SubordinateClause,
  names: readonly Name[],
  { phrases }: DraftContext,
): boolean {
  const { verbs, absence, having, copulas, pronouns, articles } = phrases;
  // "The transfer" is no verb.
  const nouns = spansOf(words, articles).map(({ end }) => ({ start: end, end: end + 2 }));
  const predicate = [verbs, absence, having, copulas, pronouns]
    .flatMap((pattern) => spansOf(words, pattern))
    .some((span) => ![...names, ...nouns].some((each) => overlap(each, span)));
  return !runsOn && !predicate && contentOf(words.slice(0, names[0]?.start), phrases).length > 0;
}

/** Tells whether a subject goes on with a list: it begins with a name, and a conjunction joins the last. */
function goesOn(subject: string, { phrases, vocabulary }: DraftContext): boolean {
  const names = findNames(subject, phrases, vocabulary);
  const [first] = names;
  const joined = findJoints(subject, phrases, names).some(({ loose }) => !loose);
  return first !== undefined && joined && contentOf(subject.slice(0, first.start), phrases).length === 0;
}
