import type { Segment } from '../../content/document.ts';
import { type ActorName, honorific, type Language } from './language.ts';
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
  /** Whom the polite word of the target language stands for on this page; undefined where the page does not tell. */
  honorific?: ActorName;
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

/**
 * Gives every pair with its neighbours: the two beside it in its block, what introduces the list that it stands in,
 * and for such an introduction the items of the list.
 */
export function readContexts(pairs: readonly SentencePair[]): CheckContext[] {
  const leadIns = new Map<number, SentencePair>();
  const items = new Map<SentencePair, SentencePair[]>();
  pairs.forEach((pair, index) => {
    const { list } = pair.segment.block;
    if (!list) return;
    const leadIn = leadIns.get(list.index) ?? pairs[index - 1];
    if (!leadIn) return;
    leadIns.set(list.index, leadIn);
    if (leadIn.segment.block.list?.index === list.index) return;
    const known = items.get(leadIn);
    if (known) known.push(pair);
    else items.set(leadIn, [pair]);
  });
  const meant = readHonorific(pairs);
  return pairs.map((pair, index) => {
    const { block } = pair.segment;
    const leadIn = block.list && leadIns.get(block.list.index);
    const near = [pairs[index - 1], pairs[index + 1]].filter(
      (other): other is SentencePair => other?.segment.block.index === block.index,
    );
    const around = new Set([...near, ...(leadIn ? [leadIn] : []), ...introduced(pair, items)]);
    return {
      ...pair,
      neighbours: [...around].filter((other) => other !== pair),
      ...(meant ? { honorific: meant } : {}),
    };
  });
}

/** Gives the items of the list that a sentence ending in a colon introduces. */
function introduced(
  pair: SentencePair,
  items: ReadonlyMap<SentencePair, SentencePair[]>,
): readonly SentencePair[] {
  return pair.source.text.endsWith(':') ? (items.get(pair) ?? []) : [];
}

/** How many sentences have to agree on whom a polite word means, with none against. */
const agreeing = 2;

/** Tells whom a polite word stands for by the sentences whose source names only the reader or only the customer. */
function readHonorific(pairs: readonly SentencePair[]): ActorName | undefined {
  const counts = { you: 0, customer: 0 };
  for (const { source, target } of pairs) {
    if (target.findActor(honorific, 'mention').length === 0) continue;
    const [you, customer] = (['you', 'customer'] as const).map(
      (name) => source.findActor(name, 'mention').length > 0,
    );
    if (you && !customer) counts.you += 1;
    if (customer && !you) counts.customer += 1;
  }
  if (counts.you > 0 && counts.customer > 0) return undefined;
  return counts.you >= agreeing ? 'you' : counts.customer >= agreeing ? 'customer' : undefined;
}
