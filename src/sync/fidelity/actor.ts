import type { Defect } from '../finding.ts';
import type { CheckContext } from './context.ts';
import { actorNames, type ActorName, type ActorRole } from './language.ts';
import type { Reading } from './reading.ts';

/** Pages address partners and users as "you", and translations name them, or the other way round. */
const interchangeable: readonly (readonly ActorName[])[] = [
  ['you', 'partner', 'user'],
  ['customer', 'user'],
];

/**
 * Compares who does, and who is allowed, made or kept from doing. In sentences of several clauses only who must not or
 * cannot do something is compared: each clause has its own actor, and which belongs to which is not known here.
 */
export function checkActor(context: CheckContext): Defect[] {
  const { source, target } = context;
  const barred = shiftedActor(source, target, ['barred']);
  if (barred) return [{ check: 'actor', code: 'actor-shifted', severity: 'error', values: barred }];
  if (source.has('subordinate')) return [];
  const shifted = shiftedActor(source, target, ['agent', 'causee']);
  return shifted ? [{ check: 'actor', code: 'actor-shifted', severity: 'warning', values: shifted }] : [];
}

function shiftedActor(
  source: Reading,
  target: Reading,
  roles: readonly ActorRole[],
): { cue: string; found: string } | undefined {
  const doers = doersIn(source, roles);
  const [doer] = doers;
  if (!doer) return undefined;
  const found = doersIn(target, roles);
  if (found.some((other) => doers.some((each) => isSame(each.name, other.name)))) return undefined;
  const other = found.find(
    ({ name }) =>
      name !== 'user' && (mentions(source, name) || !doers.some((each) => mentions(target, each.name))),
  );
  return other && { cue: doer.words, found: other.words };
}

interface Doer {
  name: ActorName;
  /** How the sentence says it. */
  words: string;
}

function doersIn(reading: Reading, roles: readonly ActorRole[]): Doer[] {
  return actorNames.flatMap((name) => {
    const [mark] = roles.flatMap((role) => reading.findActor(name, role));
    return mark ? [{ name, words: mark.text.trim() }] : [];
  });
}

function mentions(reading: Reading, name: ActorName): boolean {
  return reading.findActor(name, 'mention').length > 0;
}

function isSame(a: ActorName, b: ActorName): boolean {
  return a === b || interchangeable.some((names) => names.includes(a) && names.includes(b));
}
