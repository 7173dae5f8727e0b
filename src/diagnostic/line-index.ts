import type { Position } from './diagnostic.ts';

/** Turns offsets into lines and columns; `\n`, `\r\n` and a lone `\r` end a line, as in CommonMark. */
export class LineIndex {
  readonly #text: string;
  readonly #starts: number[] = [0];
  #last: { number: number; text: string } | undefined;

  constructor(text: string) {
    this.#text = text;
    for (let at = 0; at < text.length; at += 1) {
      const code = text.charCodeAt(at);
      if (code === 10 || (code === 13 && text.charCodeAt(at + 1) !== 10)) this.#starts.push(at + 1);
    }
  }

  /** Gives the position of an offset in UTF-16 code units; offsets past the end give the end. */
  position(offset: number): Position {
    let low = 0;
    let high = this.#starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.#starts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return { line: low + 1, column: Math.min(offset, this.#text.length) - (this.#starts[low] ?? 0) + 1 };
  }

  /** Gives the text of a line, numbered from 1, without its ending; empty when there is no such line. */
  line(number: number): string {
    // Many findings on one long line ask for it again and again.
    if (this.#last?.number === number) return this.#last.text;
    const start = this.#starts[number - 1];
    if (start === undefined) return '';
    const text = this.#text.slice(start, this.#starts[number] ?? this.#text.length).replace(/[\r\n]+$/u, '');
    this.#last = { number, text };
    return text;
  }
}
