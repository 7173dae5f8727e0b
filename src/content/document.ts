import type { Diagnostic, Position } from '../diagnostic/diagnostic.ts';

/** What a page is made of: target and source side by side in spans, or one language's text alone. */
export type Layout = 'side-by-side' | 'plain';

/** The innermost Markdown block that a segment stands in. */
export type BlockKind =
  'heading' | 'paragraph' | 'list-item' | 'block-quote' | 'table-cell' | 'code' | 'html';

/** Inline Markdown that encloses a whole segment. */
export type InlineKind = 'strong' | 'emphasis' | 'delete' | 'link' | 'image' | 'code';

/** A heading above a segment, outermost first in a path. */
export interface Heading {
  /** 1 to 6. */
  depth: number;
  /** Name of the `<a name="…">` that the publisher puts before headings; it stays English in every locale. */
  anchor?: string;
  /** English text; absent on a plain page of another language. */
  source?: string;
  /** The text in the document's own language. */
  target: string;
}

/** Where in the structure of its document a segment stands. */
export interface Block {
  kind: BlockKind;
  /** Number of the leaf block (paragraph, heading, cell) in the document, from 0; its segments share it. */
  index: number;
  /** 1 to 6, for a heading. */
  depth?: number;
  /** The list item around the segment. */
  list?: {
    ordered: boolean;
    /** Numbers from 1 of the items, outermost list first: [2, 1] is the first item inside the second. */
    position: number[];
    /** True where the segment stands in a later block of the item than its first. */
    continuation: boolean;
    /** Number of the innermost list in the document, from 0. */
    index: number;
  };
  /** The block quote around the segment; `alert` is the NOTE of `[!NOTE]`, upper case. */
  quote?: { alert?: string };
  /** The table cell around the segment: row 0 is the header, columns from 0. */
  table?: { row: number; column: number; header: boolean; index: number };
  /** Inline Markdown around the whole segment, outermost first. */
  inline: InlineKind[];
  /** Destination of the link around the whole segment. */
  link?: string;
}

/** The smallest aligned piece of text: a sentence, a list item, a table cell, a heading. */
export interface Segment {
  /** Id on the page (`8a2c7-112`); on plain pages made from the page's digest and the segment's number. */
  id: string;
  /** English text with its inline Markdown; absent on a plain page of another language. */
  source?: string;
  /** Text in the document's language with its inline Markdown; absent on a plain English page. */
  target?: string;
  /** Where the segment begins in the file. */
  at: Position;
  /** Offsets of the segment in the text of the file, in UTF-16 code units, `end` exclusive. */
  range: { start: number; end: number };
  /** False where the target is still the English sentence, or is empty. */
  translated: boolean;
  /** Headings above, outermost first. A heading's own segment does not list itself. */
  headings: Heading[];
  block: Block;
}

/** Characters that a side of a segment may have to be compared: no honest sentence comes near, and work stays linear. */
export const longestSegment = 10_000;

/** Gives how long the longer side of a segment is, in UTF-16 code units. */
export function segmentLength({ source = '', target = '' }: Segment): number {
  return Math.max(source.length, target.length);
}

/** What the front matter of a page says of its origin; fields are absent where it does not. */
export interface FrontMatter {
  title?: string;
  description?: string;
  /** Day the version was handed over, YYYY-MM-DD (`ms.lasthandoff`, else `ms.date`). */
  published?: string;
  /** `ms.openlocfilehash`: the same on all translations of one English version. */
  sourceHash?: string;
  /** `ms.contentlocale`, as written. */
  locale?: string;
  /** `HT` (human) or `MT` (machine), as written. */
  translationType?: string;
}

/** Gives the article that a page at a path is a version of: its file name without `.md`. */
export function articleOf(path: string): string {
  return (path.split('/').at(-1) ?? path).replace(/\.md$/iu, '');
}

/** One locale's version of an article. */
export interface Document {
  /** Path as given, with `/` between parts. */
  path: string;
  /** File name without `.md`. */
  article: string;
  /** BCP 47 tag in canonical case (`ko-KR`); `und` where nothing tells, with a finding. */
  locale: string;
  layout: Layout;
  frontMatter: FrontMatter;
  /** Digest of the bytes of the file. */
  digest: string;
  segments: Segment[];
  /** Findings about the page itself, ordered by place. */
  diagnostics: Diagnostic[];
}
