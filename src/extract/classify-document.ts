import type { Document, Segment } from '../content/document.ts';
import { combineSides, type Disagreement } from './combine-sides.ts';
import { decideLabels, type LabelledSegment, neighbourFeatures } from './decide-labels.ts';
import type { Cues } from './load-cues.ts';
import { readPage, type SegmentReading } from './read-page.ts';
import type { Side } from './side.ts';
import { type LabelWeights, weightsFor } from './weights.ts';

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
export function classifyDocument(document: Document, { side, cues }: ClassifyOptions): Classification {
  if (side !== 'both') return { segments: classifySide(document, side, cues), disagreements: [] };
  const hasText = (key: Side): boolean => document.segments.some((segment) => (segment[key] ?? '') !== '');
  const source = hasText('source') ? classifySide(document, 'source', cues) : undefined;
  const target = hasText('target') ? classifySide(document, 'target', cues) : undefined;
  if (source && target) return combineSides(source, target);
  return { segments: source ?? target ?? [], disagreements: [] };
}

function classifySide(document: Document, side: Side, cues: Cues): LabelledSegment[] {
  const readings = readPage(document, side, cues.tables);
  return labelReadings(document.segments, readings, (language) => weightsFor(language, cues.weights));
}

/** Labels segments in their order: the label of a lead-in and of the item before bear on what follows. */
export function labelReadings(
  segments: readonly Segment[],
  readings: readonly SegmentReading[],
  weightsOf: (language: string) => LabelWeights,
): LabelledSegment[] {
  const labelled: LabelledSegment[] = [];
  segments.forEach((segment, index) => {
    const reading = readings[index] ?? { sentence: undefined, features: [] };
    const near = neighbourFeatures(reading, (at) => labelled[at]?.labels[0]);
    labelled.push(
      decideLabels(
        segment,
        { ...reading, features: [...reading.features, ...near] },
        weightsOf(reading.sentence?.language ?? '*'),
      ),
    );
  });
  return labelled;
}
