import type { LineIndex } from '../diagnostic/line-index.ts';
import type { Segment } from './document.ts';
import { HeadingTrail, headingAnchor, headingText } from './heading-trail.ts';
import type { SpanPair } from './side-by-side.ts';
import { type Leaf, listTextBlocks, parseMarkdown } from './structure.ts';

/**
 * Makes the segments of a side-by-side page.
 *
 * Each span pair is lifted out and a single letter left in its place before the Markdown is parsed: the parser reads
 * a fraction of the bytes, what stands inside a span cannot change the structure around it, and a `<span>` alone on
 * its line does not begin an HTML block.
 */
export function sideBySideSegments(text: string, pairs: readonly SpanPair[], lines: LineIndex): Segment[] {
  const mark = unusedLetter(text);
  const { lifted, offsets } = liftPairs(text, pairs, mark);
  const segments: Segment[] = [];
  const trail = new HeadingTrail();
  let next = 0;
  const take = (end: number): number[] => {
    const from = next;
    while (next < offsets.length && (offsets[next] ?? 0) < end) next += 1;
    return Array.from({ length: next - from }, (_, index) => from + index);
  };

  const blocks = listTextBlocks(parseMarkdown(lifted));
  blocks.forEach((textBlock, blockIndex) => {
    const headings = trail.above(textBlock.block.depth);
    const end = blocks[blockIndex + 1]?.start ?? lifted.length;
    const taken = take(end);
    for (const index of taken) {
      const pair = pairs[index];
      if (!pair) continue;
      const leaf = leafAt(textBlock.leaves, offsets[index] ?? 0);
      segments.push({
        id: pair.id,
        source: pair.source,
        target: pair.target,
        at: lines.position(pair.start),
        range: { start: pair.start, end: pair.end },
        translated: isTranslated(pair.source, pair.target),
        headings,
        block: {
          ...textBlock.block,
          inline: leaf?.inline ?? [],
          ...(leaf?.link === undefined ? {} : { link: leaf.link }),
        },
      });
    }
    if (textBlock.block.depth !== undefined) {
      const raw = lifted.slice(textBlock.start, textBlock.end);
      const side = (key: 'source' | 'target'): string => {
        let index = 0;
        return headingText(raw.replaceAll(mark, () => pairs[taken[index++] ?? -1]?.[key] ?? ''));
      };
      const anchor = headingAnchor(raw);
      trail.enter({
        depth: textBlock.block.depth,
        ...(anchor === undefined ? {} : { anchor }),
        source: side('source'),
        target: side('target'),
      });
    }
  });
  return segments;
}

/** Tells whether a target is more than a copy of its source; what has no word to translate counts as translated. */
function isTranslated(source: string, target: string): boolean {
  if (target.trim() === '') return source.trim() === '';
  return source.trim() !== target.trim() || !/\p{L}{2,}/u.test(source);
}

/** Finds a letter of the private use area that the page does not use, so that marks cannot be confused with text. */
function unusedLetter(text: string): string {
  for (let code = 0xe000; code <= 0xf8ff; code += 1) {
    const letter = String.fromCharCode(code);
    if (!text.includes(letter)) return letter;
  }
  return '\ufdd0';
}

function liftPairs(
  text: string,
  pairs: readonly SpanPair[],
  mark: string,
): { lifted: string; offsets: number[] } {
  const pieces: string[] = [];
  const offsets: number[] = [];
  let from = 0;
  let length = 0;
  for (const pair of pairs) {
    pieces.push(text.slice(from, pair.start), mark);
    length += pair.start - from;
    offsets.push(length);
    length += mark.length;
    from = pair.end;
  }
  pieces.push(text.slice(from));
  return { lifted: pieces.join(''), offsets };
}

function leafAt(leaves: readonly Leaf[], offset: number): Leaf | undefined {
  return leaves.find((leaf) => leaf.start <= offset && offset < leaf.end);
}
