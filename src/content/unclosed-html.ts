const opening = /<(?:!--|\?|!\[CDATA\[|![a-z])/giu;
const blankLine = /\n[ \t>]*\r?\n/gu;
const lineHead = /^[\s>*+\-\d.)]*$/u;

/**
 * Takes the angle bracket off comments, instructions and the like that the paragraph they stand in does not close.
 *
 * By CommonMark they are text, but the parser looks for the end of each of them up to the end of the paragraph, which
 * takes time with the square of their number. Every offset stays what it was.
 */
export function takeOffUnclosed(text: string): string {
  if (!text.includes('<!') && !text.includes('<?')) return text;
  const nextBlankLine = forwardFinder((from) => {
    blankLine.lastIndex = from;
    return blankLine.exec(text)?.index ?? -1;
  });
  const finders = new Map(
    ['-->', '?>', ']]>', '>'].map((end) => [end, forwardFinder((from) => text.indexOf(end, from))]),
  );
  let lineEnd = -1;
  return text.replace(opening, (tag: string, at: number) => {
    const isFirstOnLine = at > lineEnd;
    if (isFirstOnLine) {
      const lineStart = text.lastIndexOf('\n', at) + 1;
      const next = text.indexOf('\n', at);
      lineEnd = next < 0 ? text.length : next;
      // At the head of a line it begins a block, which may run over blank lines.
      if (lineHead.test(text.slice(lineStart, at))) return tag;
    }
    const closed = finders.get(closingOf(tag))?.(at + tag.length) ?? at;
    return closed < nextBlankLine(at) ? tag : `.${tag.slice(1)}`;
  });
}

function closingOf(tag: string): string {
  if (tag === '<!--') return '-->';
  if (tag === '<?') return '?>';
  return tag.length > 3 ? ']]>' : '>';
}

/** Makes a search from ever later offsets, infinite where nothing is found, that reads the text once in all. */
function forwardFinder(find: (from: number) => number): (from: number) => number {
  let found = -1;
  return (from) => {
    if (found < from) {
      const next = find(from);
      found = next < 0 ? Number.POSITIVE_INFINITY : next;
    }
    return found;
  };
}
