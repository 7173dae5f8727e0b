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
 * only chooses among equals, or names the sentence that was changed. A page that still has the English sentence has
 * reworded its translation; only where it does not is the pair looked for in other articles.
 *
 * @param article The article of the workflow, for pins that name none.
 */
export function resolvePin(pin: Pin, article: string, documents: DocumentIndex): ResolvedPin {
  const document = documents.find(pin.locale, pin.article ?? article);
  const fresh = document && withId(pin, findPairs(document, pin));
  if (fresh) return { pin, state: 'fresh', document, segment: fresh };
  const reworded = document && withId(pin, findSource(document, pin.source));
  if (reworded) return { pin, state: 'changed', document, segment: reworded, changed: 'target' };
  for (const other of documents.inLanguage(pin.locale)) {
    const segment = other === document ? undefined : findPairs(other, pin)[0];
    if (segment) return { pin, state: 'moved', document: other, segment };
  }
  if (!document) return { pin, state: 'gone' };
  const segment = findTarget(document, pin.target) ?? document.segments.find(({ id }) => id === pin.segment);
  if (!segment) return { pin, state: 'gone', document };
  return { pin, state: 'changed', document, segment, changed: changedSide(pin, segment) };
}

/** Tells which side of a sentence pair reads otherwise than a pin says. */
export function changedSide(
  pin: Pick<Pin, 'source' | 'target'>,
  segment: Segment,
): 'source' | 'target' | 'both' {
  const digests = segmentDigests(segment);
  if (digests.source === pin.source) return 'target';
  return digests.target === pin.target ? 'source' : 'both';
}

/** Lists the segments of a document that have an English sentence, by its digest. */
export function findSource(document: Document, source: string): readonly Segment[] {
  return bySource(document).get(source) ?? [];
}

function findPairs(document: Document, pin: Pin): Segment[] {
  // What a plain page lacks has the digest of nothing, so there the other side must decide.
  const segments = pin.source === nothing ? document.segments : findSource(document, pin.source);
  return segments.filter((segment) => {
    const digests = segmentDigests(segment);
    return digests.target === pin.target && digests.source === pin.source;
  });
}

function findTarget(document: Document, target: string): Segment | undefined {
  if (target === nothing) return undefined;
  return document.segments.find((segment) => segmentDigests(segment).target === target);
}

function withId(pin: Pin, segments: readonly Segment[]): Segment | undefined {
  return segments.find(({ id }) => id === pin.segment) ?? segments[0];
}

const nothing = digestText('');
const sourcesOf = new WeakMap<Document, Map<string, Segment[]>>();

function bySource(document: Document): Map<string, Segment[]> {
  let sources = sourcesOf.get(document);
  if (!sources) {
    sources = new Map();
    for (const segment of document.segments) {
      if (segment.source === undefined) continue;
      const { source } = segmentDigests(segment);
      const list = sources.get(source);
      if (list) list.push(segment);
      else sources.set(source, [segment]);
    }
    sourcesOf.set(document, sources);
  }
  return sources;
}
