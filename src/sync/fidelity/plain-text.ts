const anchors = /<a\s[^<>]*>|<\/a>|<[a-z/][^<>]{0,200}>/giu;
const comments = /<!--[^<>]*-->/gu;
const links = /!?\[([^[\]]*)\]\((?:[^()\s]|\([^()\s]*\))*\)/gu;
const emphasis = /\*{1,3}|(?<![\p{L}\p{N}])_{1,2}|_{1,2}(?![\p{L}\p{N}])|`+/gu;
const entities: Record<string, string> = { nbsp: ' ', amp: '&', lt: '<', gt: '>', quot: '"' };

/**
 * Gives the words of a segment without Markdown and HTML, with one kind of quotation mark, apostrophe and space,
 * so that cues are found whatever stands between them.
 */
export function plainText(text: string): string {
  return text
    .replace(comments, ' ')
    .replace(anchors, '')
    .replace(links, '$1')
    .replace(/&(nbsp|amp|lt|gt|quot);/gu, (entity, name: string) => entities[name] ?? entity)
    .replace(/\\(?=[\p{P}\p{S}])/gu, '')
    .replace(emphasis, '')
    .normalize('NFKC')
    .replace(/[‘’ʼ`´]/gu, "'")
    .replace(/[“”„«»]/gu, '"')
    .replace(/\s+/gu, ' ')
    .trim();
}
