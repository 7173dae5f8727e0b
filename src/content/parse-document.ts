import { compareDiagnostics, type Diagnostic } from '../diagnostic/diagnostic.ts';
import { LineIndex } from '../diagnostic/line-index.ts';
import { findControl } from '../diagnostic/visible-text.ts';
import { digestBytes } from './digest.ts';
import { articleOf, type Document, longestSegment, type Segment, segmentLength } from './document.ts';
import { documentLocale } from './document-locale.ts';
import { readFrontMatter } from './front-matter.ts';
import { plainSegments } from './plain-segments.ts';
import { isSideBySide, scanSpanPairs } from './side-by-side.ts';
import { sideBySideSegments } from './side-by-side-segments.ts';

/**
 * Parses one page.
 *
 * @param text The text of the file; a byte order mark at its head does not count in columns.
 * @param path The path to name in findings, with `/` between parts; article and, if need be, locale come from it.
 */
export function parseDocument(text: string, path: string): Document {
  const body = text.startsWith('\ufeff') ? text.slice(1) : text;
  const lines = new LineIndex(body);
  const { frontMatter, diagnostics } = readFrontMatter(body, path);
  const found = documentLocale(frontMatter, path);
  const locale = found ?? 'und';
  if (found === undefined) diagnostics.push({ code: 'unknown-locale', severity: 'warning', path });
  diagnostics.push(...controlCharacters(body, lines, path));

  const digest = digestBytes(text);
  const sideBySide = isSideBySide(body);
  const scan = sideBySide ? scanSpanPairs(body, lines, path) : { pairs: [], diagnostics: [] };
  const segments = sideBySide
    ? sideBySideSegments(body, scan.pairs, lines)
    : plainSegments(body, { locale, digest }, lines);
  if (segments.length === 0) diagnostics.push({ code: 'no-segments', severity: 'warning', path });
  diagnostics.push(...segments.flatMap((segment) => tooLong(segment, path)));
  return {
    path,
    article: articleOf(path),
    locale,
    layout: sideBySide ? 'side-by-side' : 'plain',
    frontMatter,
    digest,
    segments,
    diagnostics: [...diagnostics, ...scan.diagnostics].toSorted(compareDiagnostics),
  };
}

/** Reports the first control character of each page; showing it would be acting on it. */
function controlCharacters(text: string, lines: LineIndex, path: string): Diagnostic[] {
  const offset = findControl(text);
  if (offset < 0) return [];
  const code = (text.codePointAt(offset) ?? 0).toString(16).toUpperCase().padStart(4, '0');
  const at = lines.position(offset);
  return [{ code: 'control-character', severity: 'warning', path, at, values: { found: `U+${code}` } }];
}

/** Reports a segment that is too long to be compared. */
function tooLong(segment: Segment, path: string): Diagnostic[] {
  const found = segmentLength(segment);
  if (found <= longestSegment) return [];
  const values = { id: segment.id, found, limit: longestSegment };
  return [{ code: 'segment-too-long', severity: 'warning', path, at: segment.at, values }];
}
