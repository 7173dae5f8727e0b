import { foldCase } from './fold-case.ts';
import { type PatternPiece, splitPattern } from './pattern-source.ts';
import { hasProperty, hasPropertyText, plainBlockOf, writeUnit, writeUnits } from './unit-class.ts';

const units = 0x1_0000;

/** Kinds of characters that are told apart even where no pattern names them; each has one unit to stand for it. */
const kinds = ['cased', 'letter', 'number', 'sign'] as const;
type Kind = (typeof kinds)[number];

/** The properties that whole kinds have; of any other one every character is kept. */
const kindsWith: Readonly<Record<string, readonly Kind[]>> = {
  L: ['cased', 'letter'],
  Lu: ['cased'],
  N: ['number'],
};

/**
 * The characters that the patterns of one language tell apart.
 *
 * V8 takes milliseconds to compile an expression with `\p{L}` and the flags `iu`, and a language has hundreds of them.
 * So the text is folded first: to small letters, and whatever no pattern names to one letter, number or sign for all
 * of its kind. On such a text `\p{L}` is a class of a few ranges, neither flag is needed, and an expression compiles
 * in microseconds. It matches in the same places, since a folded text is as long as the text; only bounded repetitions
 * count a character beyond U+FFFF as two.
 */
export class Alphabet {
  readonly #kept = new Uint8Array(units);
  readonly #folded = new Uint16Array(units);
  readonly #classes = new Map<string, string>();
  readonly #standing: Record<Kind, number>;

  /** @param sources Every pattern that will be asked for, or the parts that it is joined from. */
  constructor(sources: Iterable<string>) {
    for (const source of sources) for (const piece of splitPattern(source)) this.#keep(piece);
    const chosen = new Set<number>();
    const choose = (kind: Kind): number => {
      let unit = 0x80;
      while (this.#kept[unit] === 1 || chosen.has(unit) || foldCase(unit) !== unit || kindOf(unit) !== kind)
        unit += 1;
      chosen.add(unit);
      return unit;
    };
    this.#standing = {
      cased: choose('cased'),
      letter: choose('letter'),
      number: choose('number'),
      sign: choose('sign'),
    };
  }

  /** Folds a text; the answer has its length. */
  fold(text: string): string {
    const folded = new Uint16Array(text.length);
    for (let at = 0; at < text.length; at += 1) {
      const unit = text.charCodeAt(at);
      const pair = unit >= 0xd800 && unit < 0xdc00 ? (text.codePointAt(at) ?? unit) : unit;
      if (pair > 0xffff) {
        folded[at] = folded[at + 1] = this.#standing[kindOf(pair)];
        at += 1;
      } else folded[at] = this.#folded[unit] || this.#learn(unit);
    }
    return decode(folded);
  }

  /** Compiles a pattern, written as for the flags `iu`, to match folded texts. */
  compile(source: string, flags: '' | 'g' | 'y'): RegExp {
    return new RegExp(
      splitPattern(source)
        .map((piece) => this.#write(piece))
        .join(''),
      flags,
    );
  }

  #keep(piece: PatternPiece): void {
    if (piece.kind === 'character') {
      const { unit: first, to: last = first } = piece;
      if (isOfOneBlock(first, last)) this.#keepUnit(first);
      else for (const unit of foldedUnits(first, last)) this.#keepUnit(unit);
    }
    if (piece.kind !== 'property' || Object.hasOwn(kindsWith, piece.name)) return;
    for (let unit = 0; unit < units; unit += 1)
      if (hasProperty(piece.name, unit)) this.#kept[foldCase(unit)] = 1;
  }

  /** Keeps a unit, and with a letter the letters around it: a class of them is then a few ranges. */
  #keepUnit(unit: number): void {
    if (this.#kept[unit] === 1) return;
    const block = plainBlockOf(unit);
    this.#kept.fill(1, block?.from ?? unit, (block?.to ?? unit) + 1);
    if (block || unit < 0x80 || !hasProperty('L', unit)) return;
    for (const step of [-1, 1])
      for (let next = unit + step; this.#kept[next] === 0 && hasProperty('L', next); next += step)
        this.#kept[next] = 1;
  }

  #learn(unit: number): number {
    const folded = foldCase(unit);
    const known =
      folded < 0x80 ||
      this.#kept[folded] === 1 ||
      (folded < 0x100 && kindOf(folded) === 'sign') ||
      /\s/u.test(String.fromCharCode(folded));
    return (this.#folded[unit] = known ? folded : this.#standing[kindOf(folded)]);
  }

  #write(piece: PatternPiece): string {
    if (piece.kind === 'syntax') return piece.text;
    if (piece.kind === 'property') {
      const members = this.#classOf(piece.name, piece.negated);
      return piece.inClass ? members : `[${members}]`;
    }
    const { unit: first, to: last = first, inClass } = piece;
    if (!inClass) return writeUnit(foldCase(first));
    if (isOfOneBlock(first, last)) return `${writeUnit(first)}-${writeUnit(last)}`;
    return writeUnits(foldedUnits(first, last));
  }

  #classOf(name: string, negated: boolean): string {
    const key = `${negated ? '^' : ''}${name}`;
    const known = this.#classes.get(key);
    if (known !== undefined) return known;
    const standing = new Set((kindsWith[name] ?? []).map((kind) => this.#standing[kind]));
    const others = new Set(Object.values(this.#standing));
    const members: number[] = [];
    for (let unit = 0; unit < units; unit += 1) {
      const has = others.has(unit)
        ? standing.has(unit)
        : (unit < 0x80 || this.#kept[unit] === 1) && hasProperty(name, unit);
      if (has !== negated) members.push(unit);
    }
    const written = writeUnits(members);
    this.#classes.set(key, written);
    return written;
  }
}

function kindOf(character: number): Kind {
  const text = String.fromCodePoint(character);
  if (hasPropertyText('Lu', text)) return 'cased';
  if (hasPropertyText('L', text)) return 'letter';
  return hasPropertyText('N', text) ? 'number' : 'sign';
}

function isOfOneBlock(first: number, last: number): boolean {
  const block = plainBlockOf(first);
  return block !== undefined && block === plainBlockOf(last);
}

function foldedUnits(first: number, last: number): number[] {
  return Array.from({ length: last - first + 1 }, (_, index) => foldCase(first + index));
}

const longestCall = 8192;

function decode(folded: Uint16Array): string {
  let text = '';
  for (let at = 0; at < folded.length; at += longestCall)
    text += String.fromCharCode(...folded.subarray(at, at + longestCall));
  return text;
}
