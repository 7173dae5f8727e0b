import type { LineIndex } from '../diagnostic/line-index.ts';
import type { Leaf, TextBlock } from './structure.ts';
import type { InlineKind, Segment } from './document.ts';
import { HeadingTrail, headingAnchor, headingText } from './heading-trail.ts';
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

/** A number before a sentence, such as `**Step 1.**`. */
const enumerator = /^[^\p{L}\p{N}]{0,8}(?:\p{L}{1,12} )?\p{N}{1,3}\.[^\p{L}\p{N}]{0,8}$/u;

/** Abbreviations that stand before what they belong to, and so end no sentence. */
const abbreviation =
  /(?<!\p{L})(?:e\. ?g|i\. ?e|vs|Mr|Mrs|Dr|z|z\. ?B|d\. ?h|i\. ?d|i\. ?d\. ?R|[Gg]gf|bzw|[Vv]gl|Nr|Abs|[Сс]м|[Нн]апр|[Рр]ис|[Сс]тр|т\. ?е)\.\s*$/u;

/** Characters at the end of a piece that the longest abbreviation and the space after it take. */
const abbreviationReach = 16;

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

/**
 * Cuts a block into sentences. Nothing in an address, in code or in a name ("https://…?id=1", ".NET", "./folder") ends one,
 * marks of emphasis stay with the sentence they close, and a number at the front ("**Step 1.** …") with the sentence after it.
 */
function splitSentences(readable: string, sentences: Intl.Segmenter): { segment: string; index: number }[] {
  const masked = readable
    .replace(/\]\([^()\s]*|`[^`]*`|https?:\/\/[^\s)>\]]*/gu, (address) =>
      address.replaceAll(/[^[\]()`]/g, 'x'),
    )
    .replace(/\.(?=[\p{L}\p{N}/\\])/gu, 'x')
    .replace(/(?<=[.!?。！？])[*_]{1,3}/gu, (marks) => ')'.repeat(marks.length));
  const pieces: { segment: string; index: number }[] = [];
  let open = false;
  let end = '';
  for (const { segment, index } of sentences.segment(masked)) {
    const text = readable.slice(index, index + segment.length);
    const before = open ? pieces.at(-1) : undefined;
    if (before) before.segment += text;
    else pieces.push({ segment: text, index });
    // Only the end is read, so that a piece that goes on and on costs no more.
    end = `${before ? end : ''}${text}`.slice(-abbreviationReach);
    open = abbreviation.test(end) || (index === 0 && enumerator.test(text));
  }
  return pieces;
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
