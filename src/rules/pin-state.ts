import type { DocumentIndex } from '../content/document-index.ts';
import { digestText } from '../content/digest.ts';
import type { Document, Segment } from '../content/document.ts';
import type { Pin } from './workflow.ts';

/**
 * How a pin stands to the documents: `fresh` where the article still says both sentences word for word, `moved` where
 * another article does, `changed` where its sentence or translation reads otherwise, `gone` where neither is found.
 */
export type PinState = 'fresh' | 'moved' | 'changed' | 'gone';

/** A pin with what was found of it. */
export interface ResolvedPin {
  pin: Pin;
  state: PinState;
  document?: Document;
  segment?: Segment;
  /** Which side reads otherwise, for `changed`. */
  changed?: 'source' | 'target' | 'both';
}

const digestsOf = new WeakMap<Segment, { source: string; target: string }>();

/** Gives the digests of both sides of a segment; an absent side counts as empty. */
export function segmentDigests(segment: Segment): { source: string; target: string } {
  let digests = digestsOf.get(segment);
  if (!digests) {
    digests = { source: digestText(segment.source ?? ''), target: digestText(segment.target ?? '') };
    digestsOf.set(segment, digests);
  }
  return digests;
}

/**
 * Finds what a pin was put on. Segment ids live only as long as a version of the page, so digests decide and the id
 * only chooses among equals, or names the sentence that was changed.
 *
 * @param article The article of the workflow, for pins that name none.
 */
export function resolvePin(pin: Pin, article: string, documents: DocumentIndex): ResolvedPin {
  const document = documents.find(pin.locale, pin.article ?? article);
  const same = (segment: Segment): boolean => {
    const digests = segmentDigests(segment);
    return digests.source === pin.source && digests.target === pin.target;
  };
  if (document) {
    const byId = document.segments.find((segment) => segment.id === pin.segment);
    const fresh = byId && same(byId) ? byId : document.segments.find(same);
    if (fresh) return { pin, state: 'fresh', document, segment: fresh };
  }
  for (const other of documents.inLanguage(pin.locale)) {
    const segment = other === document ? undefined : other.segments.find(same);
    if (segment) return { pin, state: 'moved', document: other, segment };
  }
  if (document) {
    const segment = findChanged(pin, document);
    if (segment) return { pin, state: 'changed', document, segment, changed: changedSide(pin, segment) };
    return { pin, state: 'gone', document };
  }
  return { pin, state: 'gone' };
}

function findChanged(pin: Pin, document: Document): Segment | undefined {
  return (
    document.segments.find((segment) => segment.id === pin.segment) ??
    document.segments.find((segment) => segmentDigests(segment).source === pin.source) ??
    document.segments.find((segment) => segmentDigests(segment).target === pin.target)
  );
}

function changedSide(pin: Pin, segment: Segment): 'source' | 'target' | 'both' {
  const digests = segmentDigests(segment);
  if (digests.source === pin.source) return 'target';
  return digests.target === pin.target ? 'source' : 'both';
}
