import type { Condition } from '../../../rules/workflow.ts';
import type { DraftContext } from './drafted-part.ts';
import { findValues } from './fact-words.ts';
import { compareValues } from './known-condition.ts';
import { firstMatch } from '../phrases.ts';

/** Reads as whom someone is to sign in: "sign in as a global admin"; nothing where no role is named. */
export function readSignIn(main: string, { phrases, vocabulary }: DraftContext): Condition | undefined {
  const place = firstMatch(main, phrases.signsInAs);
  if (!place) return undefined;
  const named = findValues(main.slice(place.start, place.end), phrases, vocabulary.words);
  return compareValues(named.filter(({ fact }) => fact.type === 'codes'));
}
