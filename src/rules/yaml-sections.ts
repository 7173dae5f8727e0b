import { isMap, isScalar, isSeq, type Node, parseDocument, type YAMLSeq } from 'yaml';
import { contentEnd } from './yaml-places.ts';

/** An entry of a list, with the comments that speak of it. Lines end in a line feed. */
export interface YamlEntry {
  /** Comments and empty lines above it. */
  before: string;
  /** From its dash to its last line, with what is said beside and below it. */
  text: string;
}

/** One key of a YAML file with its value; where that is a list in block style, taken apart into its entries. */
export interface YamlSection {
  name: string;
  /** What stands above the first entry, the line of the key included; the whole text where it is no such list. */
  head: string;
  entries: YamlEntry[];
  /** Comments and empty lines after the last entry. */
  tail: string;
}

/**
 * Takes a YAML file of lists apart into lines, so that entries can be moved with their comments while everything else
 * stays byte for byte: `joinSections` gives the text back.
 *
 * A comment above an entry, as far in as its dash, speaks of the entry below; one further in speaks of the entry that
 * it stands in. Comments at the left margin speak of the key below.
 */
export function splitSections(text: string): YamlSection[] {
  const { contents: root, errors } = parseDocument(text);
  if (!isMap(root) || root.flow === true || errors.length > 0)
    return [{ name: '', head: text, entries: [], tail: '' }];
  const lines = new Lines(text);
  const ends = root.items.map(({ key, value }) => lines.after(contentEnd(text, (value ?? key) as Node)));
  const sections: YamlSection[] = [];
  let from = 0;
  root.items.forEach(({ key, value }, index) => {
    const end = index === root.items.length - 1 ? text.length : lines.margin(ends[index] ?? 0);
    const name = isScalar(key) ? String(key.value) : '';
    const isList = isSeq(value) && value.flow !== true && value.items.length > 0;
    sections.push(
      isList
        ? splitList(lines, name, value, from, end)
        : { name, head: text.slice(from, end), entries: [], tail: '' },
    );
    from = end;
  });
  return sections;
}

/** Puts the text of a file together again. */
export function joinSections(sections: readonly YamlSection[]): string {
  return sections
    .map(({ head, entries, tail }) => head + entries.map(({ before, text }) => before + text).join('') + tail)
    .join('');
}

/** Gives the comments of a text, one a line, without what stands before them on their lines. */
export function commentsOf(text: string): string[] {
  const document = parseDocument(text);
  // The places of values tell which `#` begins a comment.
  const values: [number, number][] = [];
  collectScalars(document.contents, values);
  const comments: string[] = [];
  let at = 0;
  for (const line of text.split('\n')) {
    const start = commentStart(line, at, values);
    if (start >= 0) comments.push(line.slice(start).trimEnd());
    at += line.length + 1;
  }
  return comments;
}

function splitList(lines: Lines, name: string, list: YAMLSeq, from: number, end: number): YamlSection {
  const { text } = lines;
  const column = lines.column(list.range?.[0] ?? from);
  const nodes = list.items as Node[];
  const starts = nodes.map((node) => lines.dash(node.range?.[0] ?? from, column));
  let at = lines.aboveFirst(starts[0] ?? from, column, from);
  const head = text.slice(from, at);
  const entries = nodes.map((node, index): YamlEntry => {
    const start = starts[index] ?? at;
    const next = starts[index + 1] ?? end;
    const last = lines.within(lines.after(contentEnd(text, node)), column, next);
    const entry = { before: text.slice(at, start), text: text.slice(start, last) };
    at = last;
    return entry;
  });
  return { name, head, entries, tail: text.slice(at, end) };
}

/** A text as lines, by their offsets. */
class Lines {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }

  start(offset: number): number {
    return this.text.lastIndexOf('\n', offset - 1) + 1;
  }

  after(offset: number): number {
    const end = this.text.indexOf('\n', offset);
    return end < 0 ? this.text.length : end + 1;
  }

  column(offset: number): number {
    return offset - this.start(offset);
  }

  line(start: number): string {
    return this.text.slice(start, this.after(start)).trimEnd();
  }

  /** Gives where the line of an entry's dash begins. */
  dash(offset: number, column: number): number {
    let start = this.start(offset);
    while (start > 0 && !/^\s*-(?:\s|$)/u.test(this.line(start).slice(0, column + 2)))
      start = this.start(start - 1);
    return start;
  }

  /** Gives where the comments above the first entry begin that are as far in as its dash. */
  aboveFirst(start: number, column: number, least: number): number {
    let at = start;
    for (let above = this.start(at - 1); above > least; above = this.start(above - 1)) {
      const line = this.line(above);
      if (!line.trim().startsWith('#') || line.search(/\S/u) < Math.min(1, column)) break;
      at = above;
    }
    return at;
  }

  /** Gives where the comments end that stand further in than a column, from the start of a line on. */
  within(from: number, column: number, limit: number): number {
    let end = from;
    for (let at = from; at < limit; at = this.after(at)) {
      const line = this.line(at);
      if (line === '') continue;
      if (!line.trim().startsWith('#') || line.search(/\S/u) <= column) break;
      end = this.after(at);
    }
    return end;
  }

  /** Gives where the comments at the left margin begin, from the start of a line on. */
  margin(from: number): number {
    let at = from;
    let blank = from;
    while (at < this.text.length) {
      const line = this.line(at);
      if (line !== '' && !/^\s+#/u.test(line)) break;
      at = this.after(at);
      // Empty lines above the next key go with it.
      if (line !== '') blank = at;
    }
    return blank;
  }
}

function collectScalars(node: unknown, found: [number, number][]): void {
  if (isMap(node)) {
    for (const { key, value } of node.items) {
      collectScalars(key, found);
      collectScalars(value, found);
    }
  } else if (isSeq(node)) for (const item of node.items) collectScalars(item, found);
  else if (isScalar(node) && node.range) found.push([node.range[0], node.range[1]]);
}

function commentStart(line: string, at: number, values: readonly [number, number][]): number {
  for (const match of line.matchAll(/(?:^|\s)#/gu)) {
    const start = match.index + match[0].length - 1;
    if (!isInside(at + start, values)) return start;
  }
  return -1;
}

/** Tells whether an offset stands in one of the stretches, which are in order and do not overlap. */
function isInside(offset: number, stretches: readonly [number, number][]): boolean {
  let low = 0;
  let high = stretches.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((stretches[middle]?.[1] ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  return (stretches[low]?.[0] ?? Number.POSITIVE_INFINITY) <= offset;
}
