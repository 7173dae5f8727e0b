import type { FidelityCheckName } from '../finding.ts';
import type { ActorRole, CueName, Language } from '../fidelity/language.ts';
import { actorNames } from '../fidelity/language.ts';
import { findNumbers, impliedNumbers } from '../fidelity/numbers.ts';
import { Reading } from '../fidelity/reading.ts';

/** What two wordings in one language may differ in, in the order of how much it matters. */
export const dimensions = ['polarity', 'modality', 'deadline', 'actor', 'number', 'order', 'scope'] as const;

/** One of the things that a rewording may change. */
export type Dimension = Extract<FidelityCheckName, (typeof dimensions)[number]>;

/** Cue groups that tell wordings apart; groups made to be generous, such as `ability`, do not. */
const cues: Readonly<Record<'modality' | 'deadline' | 'order' | 'scope', readonly CueName[]>> = {
  modality: ['obligation', 'exemption', 'possibleObligation'],
  deadline: ['before', 'later', 'noLater', 'until', 'within', 'atLeast', 'atMost'],
  order: ['first'],
  scope: ['only', 'unless', 'orStrict'],
};

/** The generous forms of cues that are strict: what may stand for them in the other wording. */
const generousForms: Partial<Record<CueName, CueName>> = { later: 'after', orStrict: 'or' };

/** In English, which is not translated here, the generous groups tell as well. */
const englishScope: readonly CueName[] = [...cues.scope, 'or', 'everyItem', 'except'];

/** Tells in what that decides about a rule two wordings in one language differ. */
export function readingDifferences(before: string, now: string, language: Language): Dimension[] {
  // A list label or a lone name has nothing to differ in.
  if (!isSentence(before) && !isSentence(now)) return [];
  const old = new Reading(before, language);
  const current = new Reading(now, language);
  const differ: Record<Dimension, () => boolean> = {
    polarity: () => old.count('negation') !== current.count('negation'),
    modality: () => differsInCues(cues.modality, old, current),
    deadline: () => differsInCues(cues.deadline, old, current),
    actor: () => (['agent', 'causee'] as const).some((role) => otherActors(role, old, current)),
    number: () => lacksNumbers(old, current) || lacksNumbers(current, old),
    order: () => differsInCues(cues.order, old, current),
    scope: () => differsInCues(language.table.language === 'en' ? englishScope : cues.scope, old, current),
  };
  return dimensions.filter((dimension) => differ[dimension]());
}

/** Tells whether a sentence speaks of a dimension that words must stand for; polarity, actors and numbers always may. */
export function speaksOf(text: string, dimension: Dimension, language: Language): boolean {
  if (dimension === 'polarity' || dimension === 'actor' || dimension === 'number') return true;
  const reading = new Reading(text, language);
  return cues[dimension].some((name) => reading.has(name));
}

function isSentence(text: string): boolean {
  return (text.match(/\p{L}/gu)?.length ?? 0) > 3;
}

/** Tells whether both sides name an actor, and not the same: the languages are free to leave one out. */
function otherActors(role: ActorRole, a: Reading, b: Reading): boolean {
  const named = (reading: Reading): string[] =>
    actorNames.filter((name) => reading.findActor(name, role).length > 0);
  const there = named(b);
  return there.length > 0 && named(a).length > 0 && !named(a).some((name) => there.includes(name));
}

/** Tells whether one side has a cue and the other lacks even the generous form of it. */
function differsInCues(names: readonly CueName[], a: Reading, b: Reading): boolean {
  return names.some((name) => {
    const generous = generousForms[name] ?? name;
    return (a.has(name) && !b.has(generous)) || (b.has(name) && !a.has(generous));
  });
}

function lacksNumbers(a: Reading, b: Reading): boolean {
  const there = new Set([...findNumbers(b).flatMap(({ values }) => values), ...impliedNumbers(b)]);
  return findNumbers(a).some(({ values }) => !values.some((value) => there.has(value)));
}
