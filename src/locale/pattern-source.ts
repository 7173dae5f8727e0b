/** A piece of the source of a regular expression. */
export type PatternPiece =
  /** A character to match; inside a class, the first of a range where there is a `to`. */
  | { kind: 'character'; unit: number; inClass: boolean; to?: number }
  /** `\p{name}` or `\P{name}`. */
  | { kind: 'property'; name: string; negated: boolean; inClass: boolean }
  /** Anything else, which stays as it is. */
  | { kind: 'syntax'; text: string };

const escape =
  /\\(?:(?<case>[pP])\{(?<property>[^}]*)\}|u\{(?<braced>[\dA-Fa-f]+)\}|u(?<four>[\dA-Fa-f]{4})|x(?<two>[\dA-Fa-f]{2})|(?<sign>[\^$.*+?()[\]{}|/\\-])|[^pPux])/uy;

/**
 * Cuts the source of a regular expression with the flag `u` into pieces.
 *
 * @throws SyntaxError where it has a character beyond U+FFFF.
 */
export function splitPattern(source: string): PatternPiece[] {
  const pieces: PatternPiece[] = [];
  let inClass = false;
  for (let at = 0; at < source.length;) {
    const { piece, length } = readPiece(source, at, inClass);
    at += length;
    if (piece.kind === 'syntax') inClass = (inClass || piece.text.startsWith('[')) && piece.text !== ']';
    if (piece.kind === 'character' && inClass && source[at] === '-' && source[at + 1] !== ']') {
      const end = readPiece(source, at + 1, true);
      at += end.length + 1;
      if (end.piece.kind === 'character') piece.to = end.piece.unit;
    }
    pieces.push(piece);
  }
  return pieces;
}

function readPiece(source: string, at: number, inClass: boolean): { piece: PatternPiece; length: number } {
  const letter = source.charAt(at);
  if (letter === '\\') return readEscape(source, at, inClass);
  if (inClass ? letter === ']' : '^$.*+?()[]{}|'.includes(letter)) {
    const text = source.startsWith('[^', at) ? '[^' : letter;
    return { piece: { kind: 'syntax', text }, length: text.length };
  }
  return { piece: character(source.codePointAt(at) ?? 0, inClass), length: 1 };
}

function readEscape(source: string, at: number, inClass: boolean): { piece: PatternPiece; length: number } {
  escape.lastIndex = at;
  const found = escape.exec(source);
  const { case: letter, property: name, braced, four, two, sign } = found?.groups ?? {};
  const text = found?.[0] ?? '';
  const length = text.length;
  if (name !== undefined)
    return { piece: { kind: 'property', name, negated: letter === 'P', inClass }, length };
  const code = braced ?? four ?? two;
  if (code !== undefined) return { piece: character(Number.parseInt(code, 16), inClass), length };
  if (sign !== undefined) return { piece: character(sign.charCodeAt(0), inClass), length };
  return { piece: { kind: 'syntax', text }, length };
}

function character(unit: number, inClass: boolean): PatternPiece {
  if (unit > 0xffff || (unit >= 0xd800 && unit <= 0xdfff))
    throw new SyntaxError(`no characters beyond U+FFFF: ${String.fromCodePoint(unit)}`);
  return { kind: 'character', unit, inClass };
}
