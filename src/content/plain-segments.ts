import type { LineIndex } from '../diagnostic/line-index.ts';
import type { Leaf, TextBlock } from './structure.ts';
import type { InlineKind, Segment } from './document.ts';
import { HeadingTrail, headingAnchor, headingText } from './heading-trail.ts';
import { splitSentences } from './split-sentences.ts';
import { listTextBlocks, parseMarkdown } from './structure.ts';

/** Options of reading a plain page. */
interface PlainPage {
  /** BCP 47 tag of the language of the text. */
  locale: string;
  /** Digest of the page, of which segment ids are made. */
  digest: string;
}

/** A line that the site replaces by something else, or a picture over several; what stands beside it is text. */
const directive = /^[ \t>]*(?::::image\b[^]{0,2000}?:::|(?::::|\[!(?:INCLUDE|VIDEO|DIV|CODE)\b)[^\n]*)/gimu;

/** Makes the segments of a page of one language: one a sentence, in headings and table cells one a block. */
export function plainSegments(text: string, page: PlainPage, lines: LineIndex): Segment[] {
  const sentences = new Intl.Segmenter(page.locale === 'und' ? 'en' : page.locale, {
    granularity: 'sentence',
  });
  const english = page.locale === 'en' || page.locale.startsWith('en-');
  const segments: Segment[] = [];
  const trail = new HeadingTrail();

  for (const textBlock of listTextBlocks(parseMarkdown(text))) {
    if (textBlock.block.kind === 'code' || textBlock.block.kind === 'html') continue;
    const readable = blankOutMarks(text.slice(textBlock.start, textBlock.end));
    const whole = textBlock.block.kind === 'heading' || textBlock.block.kind === 'table-cell';
    const pieces = whole ? [{ segment: readable, index: 0 }] : splitSentences(readable, sentences);
    const headings = trail.above(textBlock.block.depth);
    for (const piece of pieces) {
      const sentence = piece.segment.replace(/\s+/gu, ' ').trim();
      if (!/[\p{L}\p{N}]/u.test(sentence)) continue;
      const start = textBlock.start + piece.index + (piece.segment.length - piece.segment.trimStart().length);
      const end = textBlock.start + piece.index + piece.segment.trimEnd().length;
      const around = inlineAround(textBlock.leaves, start, end);
      segments.push({
        id: `${page.digest.slice(0, 5)}-${String(segments.length + 1).padStart(3, '0')}`,
        ...(english ? { source: sentence } : { target: sentence }),
        at: lines.position(start),
        range: { start, end },
        translated: true,
        headings,
        block: { ...textBlock.block, ...around },
      });
    }
    enterHeading(trail, textBlock, text.slice(textBlock.start, textBlock.end), english);
  }
  return segments;
}

function enterHeading(trail: HeadingTrail, textBlock: TextBlock, raw: string, english: boolean): void {
  if (textBlock.block.depth === undefined) return;
  const anchor = headingAnchor(raw);
  const target = headingText(raw);
  trail.enter({
    depth: textBlock.block.depth,
    ...(anchor === undefined ? {} : { anchor }),
    ...(english ? { source: target } : {}),
    target,
  });
}

/** Puts spaces over line ends with their quote marks, NOTE labels, anchors and comments, so that offsets stay true. */
function blankOutMarks(raw: string): string {
  return raw
    .replace(directive, blank)
    .replace(/^\s*\[![A-Za-z]+\]/u, blank)
    .replace(/\r?\n[ \t>]*/gu, blank)
    .replace(/<a\s+(?:name|id)="[^"]*"\s*(?:\/>|>\s*<\/a>)/giu, blank)
    .replace(/<!--[^<>]*-->|<br\s*\/?>/giu, blank);
}

function blank(marks: string): string {
  return ' '.repeat(marks.length);
}

/** Gives the inline Markdown that every leaf between two offsets stands in. */
function inlineAround(
  leaves: readonly Leaf[],
  start: number,
  end: number,
): { inline: InlineKind[]; link?: string } {
  const inside = leaves.filter((leaf) => leaf.start < end && leaf.end > start);
  const [first] = inside;
  if (!first) return { inline: [] };
  const inline = first.inline.filter((kind, depth) => inside.every((leaf) => leaf.inline[depth] === kind));
  const shared = first.link !== undefined && inside.every((leaf) => leaf.link === first.link);
  return shared && first.link !== undefined ? { inline, link: first.link } : { inline };
}
