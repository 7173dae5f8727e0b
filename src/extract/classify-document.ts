import type { Document, Segment } from '../content/document.ts';
import { combineSides, type Disagreement } from './combine-sides.ts';
import { decideLabels, type LabelledSegment, neighbourFeatures } from './decide-labels.ts';
import type { Cues } from './load-cues.ts';
import type { Label } from './label.ts';
import { pageReader, type SegmentReading } from './read-page.ts';
import type { Side } from './side.ts';
import { anyLanguage, weightsFor, type WeightSets } from './weights.ts';

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
    const labelAt = segmentLabeller(document.segments, read, cues.weights);
    return (index) => document.segments.slice(index, index + 1).map((segment) => labelAt(segment, index));
  };
  const source = classifySide('source');
  const target = classifySide('target');
  return (index) => {
    if (source && target) return combineSides(source(index), target(index));
    return { segments: source?.(index) ?? target?.(index) ?? [], disagreements: [] };
  };
}

/**
 * Gives what labels single segments, given their readings by index: the labels of the lead-in and of the item before bear
 * on a segment, so they are decided first.
 */
export function segmentLabeller(
  segments: readonly Segment[],
  read: (index: number) => SegmentReading,
  weights: WeightSets,
): (segment: Segment, index: number) => LabelledSegment {
  const labelled = new Map<number, LabelledSegment>();
  const decide = (segment: Segment, index: number): LabelledSegment => {
    const reading = read(index);
    const near = neighbourFeatures(reading, (at) => labelled.get(at)?.labels[0]);
    const set = weightsFor(reading.sentence?.language ?? anyLanguage, weights);
    const decided = decideLabels(segment, { ...reading, features: [...reading.features, ...near] }, set);
    labelled.set(index, decided);
    return decided;
  };
  const bearing = (index: number): number[] => {
    const { lead, sibling } = read(index);
    return [lead, sibling].filter((at): at is number => at !== undefined && !labelled.has(at));
  };
  return (segment, index) => {
    // Not by recursion: a list may be long. What bears on a segment always stands before it.
    const pending = bearing(index);
    for (let at = pending.at(-1); at !== undefined; at = pending.at(-1)) {
      const before = segments[at];
      const open = labelled.has(at) ? [] : bearing(at);
      if (open.length > 0) pending.push(...open);
      else {
        pending.pop();
        if (before && !labelled.has(at)) decide(before, at);
      }
    }
    return labelled.get(index) ?? decide(segment, index);
  };
}
