import type { Condition } from '../../../rules/workflow.ts';
import type { DraftContext } from './drafted-part.ts';
import { findValues } from './fact-words.ts';
import { compareValues, togetherIn } from './known-condition.ts';
import { firstMatch } from '../phrases.ts';
import { spansOf } from './span.ts';

/** Reads as whom someone is to sign in: "sign in as a global admin"; nothing where no role is named. */
export function readSignIn(main: string, { phrases, vocabulary }: DraftContext): Condition | undefined {
  const place = firstMatch(main, phrases.signsInAs);
  if (!place) return undefined;
  const named = findValues(main.slice(place.start, place.end), phrases, vocabulary.words);
  const roles = named.filter(({ fact }) => fact.type === 'codes');
  // "The customer must sign in as …": that is no role of the reader. Where verbs stand last, the subject comes with the role.
  const need = firstMatch(main, phrases.necessity)?.start ?? 0;
  const subject = phrases.topicMarked ? place.start + (roles[0]?.start ?? 0) : Math.min(need, place.start);
  if (spansOf(main, phrases.others).some(({ start }) => start < subject)) return undefined;
  return togetherIn(main, compareValues(roles), phrases);
}
