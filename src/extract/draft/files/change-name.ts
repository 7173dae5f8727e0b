import type { Pin } from '../../../rules/workflow.ts';
import { type ChangedVariant, type DraftChange, type ToldBody, toldBody } from '../draft.ts';
import { digestBody } from '../digest-body.ts';
import type { FiledChange } from './draft-file.ts';
import { digestPins } from './merge-pins.ts';

/** Gives the name that a proposed change is listed by: another change of the same element has another name. */
export function changeName({
  element,
  evidence,
}: Pick<DraftChange | FiledChange, 'element' | 'evidence'>): string {
  return `${element}@${evidence?.pinned ?? evidence?.drafted ?? '00000000'}`;
}

/** Digests what an element is to say by a change: one that still has it was not edited. */
export function digestChange(
  body: ToldBody,
  { unencodable, variants }: Pick<DraftChange, 'unencodable' | 'variants'>,
): string {
  return digestBody('changes', { ...toldBody(body), unencodable, variants: variants?.map(toldBody) });
}

/** Digests the sentences that a change pins an element and its variants to. */
export function digestChangePins({
  pins,
  variants = [],
}: {
  pins: readonly Pin[];
  variants?: readonly ChangedVariant[];
}): string {
  return digestPins([...pins, ...variants.flatMap((variant) => variant.pins)]);
}
