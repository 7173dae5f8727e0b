import { stripControls } from '../diagnostic/visible-text.ts';

/** Escapes text so that Markdown and the HTML inside it show it as it is, on one line. */
export function escapeMarkdown(text: string): string {
  return stripControls(text)
    .replace(/\s+/gu, ' ')
    .replace(/&/gu, '&amp;')
    .replace(/</gu, '&lt;')
    .replace(/>/gu, '&gt;')
    .replace(/[\\`*_[\]|~]/gu, String.raw`\$&`);
}

/** Writes a link to a web address; other addresses are not made clickable. */
export function markdownLink(text: string, url: string | undefined): string {
  if (url === undefined || !/^https:\/\/[^\s<>()]+$/u.test(url)) return escapeMarkdown(text);
  return `[${escapeMarkdown(text)}](${url})`;
}
