import type { Document, Heading, Segment } from '../content/document.ts';
import { chooseTable } from './choose-table.ts';
import type { Lookup } from '../locale/lookup.ts';
import type { CompiledCues } from './compile-cues.ts';
import { groupOf, pageContext } from './page-context.ts';
import { type ContextReadings, segmentFeatures } from './features.ts';
import { maskLabels, plainText } from './plain-text.ts';
import { readSentence, type SentenceReading } from './read-sentence.ts';
import { type Side, viewSide } from './side.ts';

/** A segment as read on one side: its words, and all that its words and its place tell. */
export interface SegmentReading {
  sentence: SentenceReading | undefined;
  features: string[];
  /** Indexes of the sentence that leads into its list or table, and of the item before it in the same list. */
  lead?: number;
  sibling?: number;
}

/** Reads every segment of a document on one side; a side without text, or without a cue table, has no sentences. */
export function readPage(document: Document, side: Side, tables: Lookup<CompiledCues>): SegmentReading[] {
  const view = viewSide(document, side);
  const read = (text: string): SentenceReading | undefined => {
    const table = text === '' ? undefined : chooseTable(text, view.language, tables);
    return table && readSentence(text, table);
  };
  const sentences = document.segments.map((segment) => read(plainText(maskLabels(view.markdown(segment)))));
  const headings = new Map<Heading, SentenceReading | undefined>();
  const readHeading = (heading: Heading): SentenceReading | undefined => {
    if (!headings.has(heading)) headings.set(heading, read(view.heading(heading)));
    return headings.get(heading);
  };
  const contexts = pageContext(document);
  const procedural = proceduralGroups(document.segments, sentences, contexts);
  return document.segments.map((segment, index) => {
    const context = contexts[index] ?? { first: true, firstOfItem: true, introduction: true };
    const at = (place: number | undefined): SentenceReading | undefined =>
      place === undefined ? undefined : sentences[place];
    const around: ContextReadings = {
      headings: segment.headings.filter((heading) => heading.depth > 1).map(readHeading),
      lead: at(context.lead),
      previous: at(context.previous),
      columnHead: at(context.columnHead),
      rowKey: at(context.rowKey),
      actions: procedural.get(groupOf(segment) ?? '') ?? 0,
    };
    const sentence = sentences[index];
    return {
      sentence,
      ...(context.lead === undefined ? {} : { lead: context.lead }),
      ...(context.sibling === undefined ? {} : { sibling: context.sibling }),
      features: segmentFeatures(segment, view.markdown(segment), sentence, context, around),
    };
  });
}

/** Gives for each list the share of its items that begin with an action. */
function proceduralGroups(
  segments: readonly Segment[],
  sentences: readonly (SentenceReading | undefined)[],
  contexts: readonly { firstOfItem: boolean }[],
): Map<string, number> {
  const counts = new Map<string, { items: number; actions: number }>();
  segments.forEach((segment, index) => {
    const group = groupOf(segment);
    if (group === undefined || !contexts[index]?.firstOfItem) return;
    const count = counts.get(group) ?? { items: 0, actions: 0 };
    count.items += 1;
    const acts = sentences[index]?.matches.some((match) => match.name === 'action' && !match.subordinate);
    if (acts) count.actions += 1;
    counts.set(group, count);
  });
  return new Map([...counts].map(([group, { items, actions }]) => [group, actions / items]));
}
