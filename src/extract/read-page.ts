import type { Document, Heading, Segment } from '../content/document.ts';
import { chooseTable } from './choose-table.ts';
import type { Lookup } from '../locale/lookup.ts';
import type { CompiledCues } from './compile-cues.ts';
import { type CueName, cueNames } from './cue-table.ts';
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

/**
 * Gives what reads single segments of a document on one side, by their index: of the page, it reads what bears on them.
 * A side without text, or without a cue table, has no sentences.
 */
export function pageReader(
  document: Document,
  side: Side,
  tables: Lookup<CompiledCues>,
): (index: number) => SegmentReading {
  const view = viewSide(document, side);
  const { segments } = document;
  const read = (text: string): SentenceReading | undefined => {
    const table = text === '' ? undefined : chooseTable(text, view.language, tables);
    return table && readSentence(text, table);
  };
  const readAt = once((index: number) => {
    const segment = segments[index];
    return segment && read(plainText(maskLabels(view.markdown(segment))));
  });
  const readHeading = once((heading: Heading) => read(view.heading(heading)));
  const contexts = pageContext(document);
  const items = listItems(segments, contexts);
  const sharesOf = once((group: string) => {
    const stated = (items.get(group) ?? []).map((index) => new Set(statedCues(readAt(index))));
    if (stated.length < 2) return new Map<CueName, number>();
    return new Map(
      cueNames.map((name) => [name, stated.filter((cues) => cues.has(name)).length / stated.length]),
    );
  });
  const at = (place: number | undefined): SentenceReading | undefined =>
    place === undefined ? undefined : readAt(place);
  return once((index: number) => {
    const segment = segments[index];
    if (!segment) return { sentence: undefined, features: [] };
    const context = contexts[index] ?? { first: true, firstOfItem: true, introduction: true };
    const group = groupOf(segment);
    const around: ContextReadings = {
      headings: segment.headings.filter((heading) => heading.depth > 1).map(readHeading),
      lead: at(context.lead),
      previous: at(context.previous),
      columnHead: at(context.columnHead),
      rowKey: at(context.rowKey),
      shares: group === undefined ? new Map() : sharesOf(group),
    };
    const sentence = readAt(index);
    return {
      sentence,
      ...(context.lead === undefined ? {} : { lead: context.lead }),
      ...(context.sibling === undefined ? {} : { sibling: context.sibling }),
      features: segmentFeatures(segment, view.markdown(segment), sentence, context, around),
    };
  });
}

function statedCues(sentence: SentenceReading | undefined): CueName[] {
  return (sentence?.matches ?? []).flatMap(({ name, subordinate }) => (subordinate ? [] : name));
}

/** Lists for each list and table the segments that its items begin with. */
function listItems(
  segments: readonly Segment[],
  contexts: readonly { firstOfItem: boolean }[],
): Map<string, number[]> {
  const items = new Map<string, number[]>();
  segments.forEach((segment, index) => {
    const group = groupOf(segment);
    if (group === undefined || !contexts[index]?.firstOfItem) return;
    const known = items.get(group);
    if (known) known.push(index);
    else items.set(group, [index]);
  });
  return items;
}

/** Makes a function that is asked only once for each value. */
function once<Value, Answer>(ask: (value: Value) => Answer): (value: Value) => Answer {
  const answers = new Map<Value, Answer>();
  return (value) => {
    if (answers.has(value)) return answers.get(value) as Answer;
    const answer = ask(value);
    answers.set(value, answer);
    return answer;
  };
}
