import type { Document, Segment } from '../content/document.ts';

/** What stands around a segment and bears on its reading, as indexes into the segments of the page. */
export interface SegmentContext {
  /** The sentence that leads into the list or table around the segment. */
  lead?: number;
  /** The sentence before it in the same block or list item. */
  previous?: number;
  /** The head of its table column, and the first cell of its row. */
  columnHead?: number;
  rowKey?: number;
  /** The first sentence of the item before it in the same list. */
  sibling?: number;
  /** True for the first sentence of its block. */
  first: boolean;
  /** True for the first sentence of its list item. */
  firstOfItem: boolean;
  /** True before the first section, list and table of the page. */
  introduction: boolean;
}

/** Finds what stands around each segment of a page, in one pass. */
export function pageContext(document: Document): SegmentContext[] {
  const leads = new Map<string, number | undefined>();
  const cells = new Map<string, number>();
  const items = new Map<string, number>();
  const contexts: SegmentContext[] = [];
  let introduction = true;
  document.segments.forEach((segment, index) => {
    const before = document.segments[index - 1];
    const { block } = segment;
    const first = before?.block.index !== block.index;
    const firstOfItem = first && !block.list?.continuation;
    if (block.list || block.table || segment.headings.some(({ depth }) => depth > 1)) introduction = false;
    const context: SegmentContext = { first, firstOfItem, introduction };
    const group = groupOf(segment);
    if (group !== undefined) {
      if (!leads.has(group)) leads.set(group, leadsInto(before, segment) ? index - 1 : undefined);
      const lead = leads.get(group);
      if (lead !== undefined) context.lead = lead;
      if (firstOfItem && block.list) {
        const sibling = items.get(group);
        if (sibling !== undefined) context.sibling = sibling;
        items.set(group, index);
      }
    }
    if (before && (before.block.index === block.index || sameItem(before, segment)))
      context.previous = index - 1;
    if (block.table) {
      const { index: table, row, column } = block.table;
      const columnHead = cells.get(`${table}:0:${column}`);
      const rowKey = cells.get(`${table}:${row}:0`);
      if (row > 0 && columnHead !== undefined) context.columnHead = columnHead;
      if (column > 0 && rowKey !== undefined) context.rowKey = rowKey;
      const cell = `${table}:${row}:${column}`;
      if (!cells.has(cell)) cells.set(cell, index);
    }
    contexts.push(context);
  });
  return contexts;
}

/** Names the list or table that a segment belongs to. */
export function groupOf({ block }: Segment): string | undefined {
  if (block.table) return `table ${block.table.index}`;
  return block.list ? `list ${block.list.index}` : undefined;
}

/** Tells whether a sentence may lead into what follows: not from above a heading, nor out of a table or a box. */
function leadsInto(before: Segment | undefined, segment: Segment): boolean {
  if (!before || before.block.kind === 'heading' || before.block.table) return false;
  if (before.block.quote && !segment.block.quote) return false;
  const inner = (segment.block.list?.position.length ?? 0) > (before.block.list?.position.length ?? 0);
  return before.block.list === undefined || inner;
}

function sameItem(before: Segment, segment: Segment): boolean {
  const [a, b] = [before.block.list, segment.block.list];
  return a !== undefined && b !== undefined && a.index === b.index && a.position.join() === b.position.join();
}
