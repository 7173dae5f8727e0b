/**
 * Gives the words of a piece of Markdown: links and images become their text, marks and tags go, entities are read.
 * Every pattern stops at the next opening mark, so that a line of nothing but brackets is still read in linear time.
 */
export function plainText(markdown: string): string {
  return markdown
    .replace(/<[a-z/!][^<>]*>/giu, ' ')
    .replace(/!?\[([^\][]*)\]\([^()]*\)/gu, '$1')
    .replace(/\*\*|__|`|\\(?=[*_])|(?<!\p{L})_|_(?!\p{L})/gu, '')
    .replace(/&nbsp;|&#160;/gu, ' ')
    .replace(/&gt;/gu, '>')
    .replace(/&lt;/gu, '<')
    .replace(/&quot;/gu, '"')
    .replace(/&amp;/gu, '&')
    .replace(/[‘’]/gu, "'")
    .replace(/\s+/gu, ' ')
    .trim();
}

/** Counts the labels of a user interface that a sentence names: its runs of bold or quoted text. */
export function countEmphasis(markdown: string): number {
  return Math.floor((markdown.split('**').length - 1) / 2);
}
