import type { Diagnostic } from '../diagnostic/diagnostic.ts';
import type { LineIndex } from '../diagnostic/line-index.ts';

/** A pair of spans: `start` and `end` are offsets of the whole pair in the text of the page. */
export interface SpanPair {
  id: string;
  target: string;
  source: string;
  start: number;
  end: number;
}

const opening = '<span data-ttu-id="';
const sourceOpening = '</span><span class="sxs-lookup"><span data-stu-id="';
const sourceIdOpening = '<span data-stu-id="';
const closing = '</span></span>';
// A sentence ends its paragraph at a blank line, so a pair that runs over one has lost its end.
const blankLine = /\r?\n[ \t>]*\r?\n/u;

/** Tells whether a page has target and source side by side. */
export function isSideBySide(text: string): boolean {
  return text.includes(opening) || text.includes(sourceIdOpening);
}

/**
 * Finds the span pairs of a side-by-side page by one forward scan.
 *
 * A pair that is not whole is reported as `unbalanced-span` and left out; the scan goes on at the next opening.
 * A second pair with the id of an earlier one is reported as `duplicate-segment` and kept.
 */
export function scanSpanPairs(
  text: string,
  lines: LineIndex,
  path: string,
): { pairs: SpanPair[]; diagnostics: Diagnostic[] } {
  const pairs: SpanPair[] = [];
  const diagnostics: Diagnostic[] = [];
  const seen = new Map<string, number>();
  const report = (code: string, at: number, id: string, extra: Partial<Diagnostic> = {}): void => {
    const position = lines.position(at);
    diagnostics.push({
      code,
      severity: 'warning',
      path,
      at: position,
      excerpt: lines.line(position.line),
      values: { id },
      ...extra,
    });
  };

  let start = text.indexOf(opening);
  let readUpTo = 0;
  while (start >= 0) {
    for (const at of findAll(text.slice(readUpTo, start), sourceIdOpening)) {
      report('orphan-source-span', readUpTo + at, idAt(text, readUpTo + at + sourceIdOpening.length));
    }
    const next = text.indexOf(opening, start + opening.length);
    const pair = readPair(text.slice(start, next < 0 ? text.length : next), start);
    if (typeof pair === 'string') {
      report('unbalanced-span', start, pair);
      readUpTo = next;
    } else {
      const earlier = seen.get(pair.id);
      if (earlier === undefined) seen.set(pair.id, start);
      else
        report('duplicate-segment', start, pair.id, {
          related: [{ path, at: lines.position(earlier), code: 'first-here' }],
        });
      pairs.push(pair);
      readUpTo = pair.end;
    }
    start = next;
  }
  if (readUpTo >= 0) {
    for (const at of findAll(text.slice(readUpTo), sourceIdOpening)) {
      report('orphan-source-span', readUpTo + at, idAt(text, readUpTo + at + sourceIdOpening.length));
    }
  }
  return { pairs, diagnostics };
}

function findAll(text: string, wanted: string): number[] {
  const found: number[] = [];
  for (let at = text.indexOf(wanted); at >= 0; at = text.indexOf(wanted, at + 1)) found.push(at);
  return found;
}

/** Reads the pair that a piece of the page (one opening up to the next) begins with; its id alone when it is not whole. */
function readPair(piece: string, start: number): SpanPair | string {
  const id = idAt(piece, opening.length);
  const targetStart = opening.length + id.length + 2;
  if (id === '' || !piece.startsWith('">', targetStart - 2)) return id;
  const middle = `${sourceOpening}${id}">`;
  const targetEnd = piece.indexOf(middle, targetStart);
  if (targetEnd < 0) return id;
  const sourceStart = targetEnd + middle.length;
  const sourceEnd = piece.indexOf(closing, sourceStart);
  if (sourceEnd < 0) return id;
  const target = piece.slice(targetStart, targetEnd);
  const source = piece.slice(sourceStart, sourceEnd);
  if (blankLine.test(target) || blankLine.test(source) || hasLooseSpan(target) || hasLooseSpan(source))
    return id;
  return { id, target, source, start, end: start + sourceEnd + closing.length };
}

/** Tells whether a side holds more or fewer `<span …>` than `</span>`: a tag of the pair itself is missing. */
function hasLooseSpan(side: string): boolean {
  if (!side.includes('span')) return false;
  return (side.match(/<span[\s>]/gu)?.length ?? 0) !== (side.match(/<\/span>/gu)?.length ?? 0);
}

function idAt(text: string, at: number): string {
  const end = text.indexOf('"', at);
  // Ids are a few letters; a longer run is a tag that was never closed.
  return end < 0 || end - at > 64 ? '' : text.slice(at, end);
}
