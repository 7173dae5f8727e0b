import { createHash } from 'node:crypto';
import type { MarkedPart } from '../mark-words.ts';
import { escapeXml } from '../xml.ts';
import { pageScript } from './page-script.ts';
import { pageStyle } from './page-style.ts';

/** What stands on a page. */
export interface Page {
  /** BCP 47 language of the words. */
  lang: string;
  title: string;
  /** HTML of the body. */
  body: string;
}

/**
 * Writes a page that needs nothing but itself: style and script stand in it and nothing else may run or load, so that
 * even text that slipped through the escaping could not act.
 */
export function writePage({ lang, title, body }: Page): string {
  const policy = [
    "default-src 'none'",
    `style-src '${hash(pageStyle)}'`,
    `script-src '${hash(pageScript)}'`,
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
  return `<!doctype html>
<html lang="${escapeXml(lang)}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${escapeXml(policy)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${escapeXml(title)}</title>
<style>${pageStyle}</style>
</head>
<body>
${body}
<script>${pageScript}</script>
</body>
</html>
`;
}

/** Writes a text with its marked pieces, tagged with its language. */
export function writeMarked(
  parts: readonly MarkedPart[],
  lang: string,
  mark: 'mark' | 'del' | 'ins' = 'mark',
): string {
  const pieces = parts.map(({ text, marked }) =>
    marked ? `<${mark}>${escapeXml(text)}</${mark}>` : escapeXml(text),
  );
  return `<span lang="${escapeXml(lang)}">${pieces.join('')}</span>`;
}

/** A choice that filters the items of a page by one of their `data-` values. */
export interface Filter {
  /** Name of the `data-` value. */
  name: string;
  label: string;
  options: readonly { value: string; text: string }[];
}

/** Writes the row of filters with a search box, a button that clears them, and the count of what is shown. */
export function writeFilters(
  filters: readonly Filter[],
  words: { heading: string; all: string; search: string; clear: string; shown: string },
): string {
  const selects = filters
    .filter(({ options }) => options.length > 1)
    .map(({ name, label, options }) => {
      const choices = [`<option value="">${escapeXml(words.all)}</option>`].concat(
        options.map(({ value, text }) => `<option value="${escapeXml(value)}">${escapeXml(text)}</option>`),
      );
      return `<label>${escapeXml(label)} <select data-filter="${escapeXml(name)}">${choices.join('')}</select></label>`;
    });
  return `<form class="filters" aria-label="${escapeXml(words.heading)}">
${selects.join('\n')}
<label>${escapeXml(words.search)} <input type="search" data-search></label>
<button type="reset">${escapeXml(words.clear)}</button>
<output aria-live="polite" data-shown="${escapeXml(words.shown)}"></output>
</form>`;
}

function hash(text: string): string {
  return `sha256-${createHash('sha256').update(text).digest('base64')}`;
}
