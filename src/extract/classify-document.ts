import type { Document } from '../content/document.ts';
import { combineSides, type Disagreement } from './combine-sides.ts';
import { decideLabels, type LabelledSegment } from './decide-labels.ts';
import type { Cues } from './load-cues.ts';
import type { Label } from './label.ts';
import { pageReader } from './read-page.ts';
import type { Side } from './side.ts';
import { weightsFor } from './weights.ts';

/** Options of classifying a document. */
export interface ClassifyOptions {
  /** Which text to read: English, the translation, or both weighed against each other. */
  side: Side | 'both';
  cues: Cues;
}

/** The labels of a document's segments, in the order of the segments. */
export interface Classification {
  segments: LabelledSegment[];
  /** With `both`, the segments that the two sides label differently. */
  disagreements: Disagreement[];
}

/**
 * Labels every segment of a document by gold/GUIDELINE.md. One side is read as if the other were not there.
 *
 * With `both`, a side on which a page has no text (a plain page) is left out.
 */
export function classifyDocument(document: Document, options: ClassifyOptions): Classification {
  const classify = segmentClassifier(document, options);
  const each = document.segments.map((_, index) => classify(index));
  return {
    segments: each.flatMap(({ segments }) => segments),
    disagreements: each.flatMap(({ disagreements }) => disagreements),
  };
}

/** Gives the labels of single segments of a document by their id, as `classifyDocument` does, each when asked for. */
export function labelReader(
  document: Document,
  options: ClassifyOptions,
): (id: string) => readonly Label[] | undefined {
  const classify = segmentClassifier(document, options);
  const places = new Map(document.segments.map(({ id }, index) => [id, index]));
  return (id) => {
    const index = places.get(id);
    return index === undefined ? undefined : classify(index).segments[0]?.labels;
  };
}

function segmentClassifier(
  document: Document,
  { side, cues }: ClassifyOptions,
): (index: number) => Classification {
  const hasText = (key: Side): boolean => document.segments.some((segment) => (segment[key] ?? '') !== '');
  const classifySide = (key: Side): ((index: number) => LabelledSegment[]) | undefined => {
    if (side === 'both' ? !hasText(key) : side !== key) return undefined;
    const read = pageReader(document, key, cues.tables);
    return (index) =>
      document.segments.slice(index, index + 1).map((segment) => {
        const reading = read(index);
        return decideLabels(segment, reading, weightsFor(reading.sentence?.language ?? '*', cues.weights));
      });
  };
  const source = classifySide('source');
  const target = classifySide('target');
  return (index) => {
    if (source && target) return combineSides(source(index), target(index));
    return { segments: source?.(index) ?? target?.(index) ?? [], disagreements: [] };
  };
}
