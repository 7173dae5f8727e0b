import { knownCondition } from './known-condition.ts';
import type { BoundName } from '../phrase-table.ts';
import { denies } from './negation.ts';
import type { Phrases } from '../phrases.ts';
import { proposeCondition } from './propose-condition.ts';
import { partNotRead, type Reading, type Vocabulary } from './reading.ts';

/**
 * Drafts the condition that one requirement states: on a fact of the vocabulary where it accounts for all the words, else
 * on a proposed fact named after the words.
 *
 * @param words The requirement with its subject, as plain text.
 * @param options.fresh True to propose a fact whatever the vocabulary has.
 * @param options.open What a window of time without a bound means; else a limit.
 * @param options.turned True where the opposite is required.
 * @param options.listed True where the words join several things that stay together.
 * @param options.doubtful True where they may join several things.
 */
export function draftCondition(
  words: string,
  phrases: Phrases,
  vocabulary: Vocabulary,
  {
    fresh = false,
    listed = false,
    doubtful = false,
    turned = false,
    open,
  }: {
    fresh?: boolean;
    listed?: boolean;
    doubtful?: boolean;
    turned?: boolean;
    open?: BoundName | undefined;
  } = {},
): Reading {
  const known = fresh || listed ? undefined : knownCondition(words, phrases, vocabulary);
  if (known) return { kind: 'condition', condition: known, proposed: [] };
  const proposed = proposeCondition(words, phrases, { open, turned });
  if (proposed.kind !== 'condition') return proposed;
  // Of "no A and B" or "at least 2 A and B", one fact for both would not say which is meant.
  const counted = proposed.proposed.some(({ type }) => type === 'integer');
  const unclear = (listed && denies(words, phrases)) || ((listed || doubtful) && counted);
  return unclear ? partNotRead : proposed;
}
