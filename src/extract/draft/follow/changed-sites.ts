import { languageOf } from '../../../content/document-index.ts';
import type { Document, Segment } from '../../../content/document.ts';
import { segmentDigests } from '../../../rules/pin-state.ts';
import type { Pin } from '../../../rules/workflow.ts';
import { type ToldBody, toldBody } from '../draft.ts';
import { type DraftSide, readableWords } from '../statements.ts';
import type { EarlierWords } from './earlier-words.ts';
import type { OpenElement } from './follow-elements.ts';

/** A sentence that took the place of the one that a pin was put on. */
export interface ChangedPlace {
  pin: Pin;
  document: Document;
  segment: Segment;
}

/** What an element says, or a variant of it, with the sentences under it whose words changed. */
export interface ChangedSite {
  open: OpenElement;
  /** Number of the variant; undefined for the condition in force. */
  variant: number | undefined;
  says: ToldBody;
  places: ChangedPlace[];
}

/** Lists what elements say where the words changed that it was drafted from: the English, where that is read. */
export function changedSites(elements: readonly OpenElement[], side: DraftSide): ChangedSite[] {
  return elements.flatMap((open) => {
    const { element } = open.placed;
    const variants = 'variants' in element ? (element.variants as object[] | undefined) : undefined;
    const sites = [undefined, ...(variants ?? []).keys()].map((variant): ChangedSite => {
      const places = open.open.flatMap(({ pin, variant: other, page: { document }, found: segment }) =>
        segment && other === variant && saysElse(pin, segment, side) ? [{ pin, document, segment }] : [],
      );
      const says = toldBody(variant === undefined ? element : (variants?.[variant] ?? {}));
      return { open, variant, says, places };
    });
    return sites.filter(({ places }) => places.length > 0);
  });
}

/** Gives the words that a sentence is drafted from and their language, as they are and as far as known as they were. */
export function wordsOf(
  { pin, document, segment }: ChangedPlace,
  side: DraftSide,
  words: EarlierWords,
): { now: string; was: string | undefined; language: string } {
  const english = readsEnglish(segment, side);
  const was = english ? words.source(pin) : words.target(pin);
  const now = english ? segment.source : (segment.target ?? segment.source);
  return {
    now: readableWords(now ?? ''),
    was: was === undefined ? undefined : readableWords(was),
    language: english ? 'en' : languageOf(document.locale),
  };
}

function saysElse(pin: Pin, segment: Segment, side: DraftSide): boolean {
  const { source, target } = segmentDigests(segment);
  return readsEnglish(segment, side) ? source !== pin.source : target !== pin.target;
}

function readsEnglish({ source }: Segment, side: DraftSide): boolean {
  return side !== 'target' && source !== undefined && source !== '';
}
