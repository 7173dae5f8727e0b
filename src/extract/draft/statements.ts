import { digestText } from '../../content/digest.ts';
import { languageOf } from '../../content/document-index.ts';
import type { Document, Segment } from '../../content/document.ts';
import { compareText } from '../../diagnostic/diagnostic.ts';
import { segmentDigests } from '../../rules/pin-state.ts';
import type { Pin } from '../../rules/workflow.ts';
import type { Label } from '../label.ts';
import { plainText } from '../plain-text.ts';

/** A document with the labels of its segments, in their order. */
export interface LabelledDocument {
  document: Document;
  segments: { id: string; labels: Label[]; confidence: number; cue: string }[];
}

/** One place where a statement stands. */
export interface Occurrence {
  document: Document;
  segment: Segment;
  labels: Label[];
  confidence: number;
  cue: string;
}

/** The same sentence in all the languages it was read in. */
export interface Statement {
  /** The same for the same sentence, whatever the language; never shown. */
  key: string;
  occurrences: [Occurrence, ...Occurrence[]];
}

/** Which text of a page is read. */
export type DraftSide = 'source' | 'target' | 'both';

/** Letters that are read of a text; what is longer is no sentence. */
const longest = 1500;

/** Orders documents so that what is drafted does not depend on the order they were given in: the newest first. */
export function orderDocuments<T extends { document: Document }>(documents: readonly T[]): T[] {
  return documents.toSorted(
    (a, b) =>
      compareText(b.document.frontMatter.published ?? '', a.document.frontMatter.published ?? '') ||
      compareText(a.document.locale, b.document.locale) ||
      compareText(a.document.path, b.document.path),
  );
}

/** Joins the sentences of one article's pages: by their English, else by their place on a page of the same edition. */
export function groupStatements(documents: readonly LabelledDocument[]): Statement[] {
  const statements = new Map<string, Statement>();
  for (const { document, segments } of orderDocuments(documents)) {
    const keys = statementKeys(document);
    document.segments.forEach((segment, index) => {
      const labelled = segments[index];
      const key = keys[index];
      if (!labelled || key === undefined) return;
      const { labels, confidence, cue } = labelled;
      const occurrence: Occurrence = { document, segment, labels, confidence, cue };
      const known = statements.get(key);
      if (known) known.occurrences.push(occurrence);
      else statements.set(key, { key, occurrences: [occurrence] });
    });
  }
  return [...statements.values()];
}

/**
 * Names the sentences of a page across languages and editions. English sentences are named by their words and turn; a
 * page without English by the edition that it is a translation of and the place in it.
 */
function statementKeys(document: Document): string[] {
  const seen = new Map<string, number>();
  const perBlock = new Map<number, number>();
  for (const { block } of document.segments) perBlock.set(block.index, (perBlock.get(block.index) ?? 0) + 1);
  const turns = new Map<number, number>();
  return document.segments.map((segment) => {
    const { block } = segment;
    const turn = (turns.get(block.index) ?? 0) + 1;
    turns.set(block.index, turn);
    const bare = segment.source === undefined || segment.source === '';
    if (bare && document.frontMatter.sourceHash !== undefined) {
      const place = [perBlock.size, block.index, perBlock.get(block.index), turn].join(':');
      return `edition ${document.frontMatter.sourceHash} ${place}`;
    }
    // Bold and links differ between editions that say the same.
    const base = digestText(plainText((bare ? segment.target : segment.source) ?? ''));
    const number = (seen.get(base) ?? 0) + 1;
    seen.set(base, number);
    return `${base} ${number}`;
  });
}

/** Gives the labels that at least half of a statement's pages agree on, in the order of the first page. */
export function agreedLabels({ occurrences }: Statement): Label[] {
  const all = [...new Set(occurrences.flatMap(({ labels }) => labels))];
  return all.filter(
    (label) => occurrences.filter(({ labels }) => labels.includes(label)).length * 2 >= occurrences.length,
  );
}

/** Gives the words that a statement is drafted from with their language: the English unless only targets are read. */
export function statementText(
  { occurrences }: Statement,
  side: DraftSide,
): { text: string; language: string } {
  const [first] = occurrences;
  const source = occurrences.find(({ segment }) => (segment.source ?? '') !== '')?.segment.source;
  if (side !== 'target' && source !== undefined) return { text: readableWords(source), language: 'en' };
  const language = languageOf(first.document.locale);
  return { text: readableWords(first.segment.target ?? first.segment.source ?? ''), language };
}

/** Gives the headings above a statement, outermost first, in the language that it is drafted from. */
export function statementHeadings({ occurrences }: Statement, side: DraftSide): string[] {
  const inSource = occurrences.find(({ segment }) => (segment.source ?? '') !== '');
  const [first] = occurrences;
  const { segment } = side !== 'target' && inSource ? inSource : first;
  return segment.headings.map(({ source, target }) =>
    readableWords(side !== 'target' && inSource ? (source ?? '') : target),
  );
}

/** Gives the words of a text that drafts are made from. */
export function readableWords(text: string): string {
  return plainText(text).slice(0, longest);
}

/** Makes the pins of a statement, one for each page that it stands on. */
export function statementPins({ occurrences }: Statement): Pin[] {
  return occurrences.map(pinOf).toSorted(comparePins);
}

/** Pins a segment as it reads now. */
export function pinOf({ document, segment }: Pick<Occurrence, 'document' | 'segment'>): Pin {
  return { locale: languageOf(document.locale), segment: segment.id, ...segmentDigests(segment) };
}

/** Orders pins by locale and segment. */
export function comparePins(a: Pin, b: Pin): number {
  return compareText(a.locale, b.locale) || compareText(a.segment, b.segment);
}
