import type { Document } from '../content/document.ts';

/**
 * Tells whether a page has sentences and none of them could be read on the side that was asked for.
 *
 * @param labelled What its segments were labelled with, in their order.
 */
export function isUnjudged(document: Document, labelled: readonly { confidence: number }[]): boolean {
  const confidences = document.segments.flatMap(({ block, source, target }, index) =>
    block.kind !== 'heading' && /\p{L}{2}|\p{Lo}/u.test(`${source ?? ''} ${target ?? ''}`)
      ? [labelled[index]?.confidence ?? 0]
      : [],
  );
  return confidences.length > 0 && confidences.every((confidence) => confidence === 0);
}
