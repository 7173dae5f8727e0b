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

/** Stands for a label of the user interface whose words were taken out. */
const placeholder = '▢';

/**
 * Takes out the words of the labels that a sentence names, since they say nothing of its meaning ("select **Remove the
 * relationship**"): quoted text, and bold text that begins as a label does. What a sentence begins with, and emphasis
 * in lower case, is left.
 */
export function maskLabels(markdown: string): string {
  const opening = /^[\s>*[\]"“「'-]*/u.exec(markdown)?.[0].length ?? 0;
  const rest = markdown.slice(opening);
  const masked = rest
    .replace(/“[^“”]{1,60}”|「[^「」]{1,60}」|(?<![\p{L}\d])"[^"]{1,60}"(?![\p{L}\d])/gu, placeholder)
    .replace(/\*\*(?=[\p{Lu}\p{Lo}+])[^*]{1,60}\*\*(?!\s?[:：–-])/gu, placeholder);
  // A sentence that is nothing but a label keeps its words.
  return /\p{L}{2}/u.test(masked) ? markdown.slice(0, opening) + masked : markdown;
}

/** Gives the last mark of a text, before what closes it (`**…:**`); empty where it ends without one. */
export function endMark(text: string): string {
  return /([.!?…:。！？：])[\p{Pe}\p{Pf}"'*_\s]{0,6}$/u.exec(text)?.[1] ?? '';
}
