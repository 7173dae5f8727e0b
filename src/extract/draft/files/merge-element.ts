import type { DraftElement } from '../draft.ts';
import { digestBody } from '../digest-body.ts';
import type { FiledElement } from './draft-file.ts';
import { digestWords, isRetold, wordsOf } from './evidence-words.ts';
import type { DraftMatch } from './match-drafts.ts';
import { digestPins, mergePins } from './merge-pins.ts';

/** What the entry of an element is to say once it was brought into step. */
export interface MergedElement {
  value: Record<string, unknown>;
  /** True where what a person made of it stays. */
  kept: boolean;
  /** True where the sentence changed under what a person wrote. */
  changedUnder: boolean;
}

/**
 * Brings an element of a draft file into step with the draft of its sentence: what a person edited stays, but for its pins
 * and what tells whether it was edited.
 *
 * @param raw The entry as the file has it.
 * @param by How the two were found to be the same.
 * @param locales Languages of the pages that were read.
 */
export function mergeElement(
  known: FiledElement,
  drafted: DraftElement,
  { raw, by, locales }: { raw: Record<string, unknown>; by: DraftMatch['by']; locales: readonly string[] },
): MergedElement {
  const edited = isElementEdited(known);
  const retold = isRetold(known.evidence);
  const read = digestWords(drafted.evidence.text);
  const reworded = by === 'words' || (known.evidence?.read ?? read) !== read;
  // A person's own entry, or one that was set aside, keeps what it says of itself.
  const own = known.evidence === undefined || known.state === 'rejected';
  const { workflow: _, ...follows } = elementFields({ ...drafted, id: known.id });
  const place = known.workflow === undefined ? {} : { workflow: known.workflow };
  const value: Record<string, unknown> = edited || own ? { ...raw } : { ...follows, ...place };
  const pinned = digestPins(drafted.pins);
  if (known.evidence && own) value['evidence'] = { ...known.evidence, pinned };
  else if (known.evidence) {
    const told = edited && !reworded ? known.evidence : drafted.evidence;
    // What was edited once stays so, should the page come to say the same for a while.
    const drafting = edited ? known.evidence.drafted : told.drafted;
    const words = retold ? wordsOf(known.evidence) : {};
    value['evidence'] = { ...told, ...words, drafted: drafting, pinned, read };
  }
  value['pins'] = mergePins(known.pins, arePinsEdited(known), drafted.pins, locales);
  return { value, kept: edited || own, changedUnder: !own && (edited || retold) && reworded };
}

/** Gives the fields of a new element's entry, in the order in which they are written. */
export function elementFields({
  id,
  workflow,
  body,
  evidence,
  pins,
}: Omit<DraftElement, 'section'>): Record<string, unknown> {
  return {
    id,
    state: 'draft',
    ...(workflow === undefined ? {} : { workflow }),
    ...body,
    evidence: { ...evidence, pinned: digestPins(pins), read: digestWords(evidence.text) },
    pins,
  };
}

/** Tells whether a person wrote or changed what an element says. */
export function isElementEdited({ section, body, evidence }: FiledElement): boolean {
  return evidence === undefined || digestBody(section, body) !== evidence.drafted;
}

/** Tells whether pins are a person's; what a person wrote without having it drafted has no evidence. */
export function arePinsEdited({ pins, evidence }: FiledElement): boolean {
  return !evidence || (evidence.pinned !== undefined && digestPins(pins) !== evidence.pinned);
}
