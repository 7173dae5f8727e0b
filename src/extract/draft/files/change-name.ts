import type { DraftChange } from '../draft.ts';
import type { FiledChange } from './draft-file.ts';

/** Gives the name that a proposed change is listed by: another change of the same element has another name. */
export function changeName({
  element,
  evidence,
}: Pick<DraftChange | FiledChange, 'element' | 'evidence'>): string {
  return `${element}@${evidence?.drafted ?? '00000000'}`;
}
