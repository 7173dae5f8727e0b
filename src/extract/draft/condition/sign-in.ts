import type { Condition } from '../../../rules/workflow.ts';
import type { DraftContext } from './drafted-part.ts';
import { findValues } from './fact-words.ts';
import { compareValues } from './known-condition.ts';
import { firstMatch, says } from '../phrases.ts';

/** Reads as whom someone is to sign in: "sign in as a global admin"; nothing where no role is named. */
export function readSignIn(main: string, { phrases, vocabulary }: DraftContext): Condition | undefined {
  const place = firstMatch(main, phrases.signsInAs);
  if (!place) return undefined;
  const named = findValues(main.slice(place.start, place.end), phrases, vocabulary.words);
  const roles = named.filter(({ fact }) => fact.type === 'codes');
  // "The customer must sign in as …": that is no role of the reader. Where verbs stand last, the subject comes with the role.
  const before = place.start + (phrases.topicMarked ? (roles[0]?.start ?? 0) : 0);
  return says(main.slice(0, before), phrases.others) ? undefined : compareValues(roles);
}
