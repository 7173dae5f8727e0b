import type { Segment } from '../../content/document.ts';
import type { Language } from './language.ts';
import { Reading } from './reading.ts';

/** One sentence pair, read on both sides. */
export interface SentencePair {
  segment: Segment;
  source: Reading;
  target: Reading;
}

/** What a check sees: a sentence pair and its neighbours on the page, which may carry what the pair seems to lack. */
export interface CheckContext extends SentencePair {
  neighbours: readonly SentencePair[];
}

/** Reads the sentence pairs of a page that have both sides, in order. */
export function readPairs(
  segments: readonly Segment[],
  english: Language,
  language: Language,
): SentencePair[] {
  return segments.flatMap((segment) =>
    segment.source === undefined || segment.target === undefined
      ? []
      : [
          {
            segment,
            source: new Reading(segment.source, english),
            target: new Reading(segment.target, language),
          },
        ],
  );
}

/** Gives every pair with its neighbours: the two beside it in its block, and what introduces the list that it stands in. */
export function readContexts(pairs: readonly SentencePair[]): CheckContext[] {
  const leadIns = new Map<number, SentencePair | undefined>();
  return pairs.map((pair, index) => {
    const before = pairs[index - 1];
    const { list } = pair.segment.block;
    if (list && !leadIns.has(list.index)) leadIns.set(list.index, before);
    const leadIn = list && leadIns.get(list.index);
    const near = [before, pairs[index + 1]].filter(
      (other): other is SentencePair => other?.segment.block.index === pair.segment.block.index,
    );
    return { ...pair, neighbours: leadIn && !near.includes(leadIn) ? [...near, leadIn] : near };
  });
}
