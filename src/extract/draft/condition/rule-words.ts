import { isGate, isLift } from './clause-roles.ts';
import { dropIntent } from './intent.ts';
import { type Phrases, says } from '../phrases.ts';
import { readQuantity } from './quantity.ts';
import { readClauses } from './read-clauses.ts';

/** Tells whether words say that something must or can't be. */
export function saysRule(words: string, phrases: Phrases): boolean {
  return says(words, phrases.necessity) || says(words, phrases.inability);
}

/** Tells whether words require something, or say who alone or how many may. */
export function saysBound(words: string, phrases: Phrases): boolean {
  const alone = [phrases.only, phrases.reserves, phrases.recipients].some((pattern) => says(words, pattern));
  return alone || requires(words, phrases) || readQuantity(words, phrases)?.bounded === true;
}

/** Tells whether a sentence requires something, or says when something may be. */
export function requires(sentence: string, phrases: Phrases): boolean {
  if (saysRule(sentence, phrases)) return true;
  const { subordinates } = dropIntent(readClauses(sentence, phrases), phrases);
  return subordinates.some(({ role }) => isGate(role) || isLift(role));
}
