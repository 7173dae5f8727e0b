import type { Defect } from '../finding.ts';
import type { CheckContext } from './context.ts';
import { actorNames, type ActorName } from './language.ts';
import type { Reading } from './reading.ts';

/** Pages address partners and users as "you", and translations name them, or the other way round. */
const interchangeable: readonly (readonly ActorName[])[] = [
  ['you', 'partner', 'user'],
  ['customer', 'user'],
];

/**
 * Compares who does, and who is allowed, made or kept from doing. Sentences of several clauses are left alone: each
 * clause has its own actor, and which belongs to which is not known here.
 */
export function checkActor(context: CheckContext): Defect[] {
  const { source, target } = context;
  if (source.has('subordinate')) return [];
  const doers = doersIn(source);
  const [doer] = doers;
  if (!doer) return [];
  const found = doersIn(target);
  if (found.some((other) => doers.some((each) => isSame(each.name, other.name)))) return [];
  const other = found.find(
    ({ name }) =>
      name !== 'user' && (mentions(source, name) || !doers.some((each) => mentions(target, each.name))),
  );
  return other === undefined
    ? []
    : [
        {
          check: 'actor',
          code: 'actor-shifted',
          severity: 'warning',
          values: { cue: doer.words, found: other.words },
        },
      ];
}

interface Doer {
  name: ActorName;
  /** How the sentence says it. */
  words: string;
}

function doersIn(reading: Reading): Doer[] {
  return actorNames.flatMap((name) => {
    const mark = reading.findActor(name, 'agent')[0] ?? reading.findActor(name, 'causee')[0];
    return mark ? [{ name, words: mark.text.trim() }] : [];
  });
}

function mentions(reading: Reading, name: ActorName): boolean {
  return reading.findActor(name, 'mention').length > 0;
}

function isSame(a: ActorName, b: ActorName): boolean {
  return a === b || interchangeable.some((names) => names.includes(a) && names.includes(b));
}
