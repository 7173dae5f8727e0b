import type { Kind } from './alphabet.ts';

/** A stretch of code units, `to` inclusive. */
export interface Block {
  from: number;
  to: number;
}

/** Blocks of nothing but letters without case, which are most letters: they need not be asked one by one. */
const plainBlocks: readonly Block[] = [
  { from: 0x3400, to: 0x4dbf },
  { from: 0x4e00, to: 0x9fff },
  { from: 0xac00, to: 0xd7a3 },
];

/** Gives the block of letters without case that a code unit stands in: a Hangul syllable, a Chinese character. */
export function plainBlockOf(unit: number): Block | undefined {
  return unit < 0x3400 ? undefined : plainBlocks.find(({ from, to }) => from <= unit && unit <= to);
}

const properties = new Map<string, RegExp>();

/** Tells whether a character, by its code point, has a Unicode property, or is the other case of one that has it. */
export function hasProperty(name: string, character: number): boolean {
  if (plainBlockOf(character) && (name === 'L' || name === 'Lu' || name === 'N')) return name === 'L';
  let pattern = properties.get(name);
  if (!pattern) properties.set(name, (pattern = new RegExp(`\\p{${name}}`, 'iu')));
  return pattern.test(String.fromCodePoint(character));
}

/** Tells of what kind a character is, by its code point. */
export function kindOf(character: number): Kind {
  if (hasProperty('Lu', character)) return 'cased';
  if (hasProperty('L', character)) return 'letter';
  return hasProperty('N', character) ? 'number' : 'sign';
}

/** Writes one code unit so that it stands for itself in a regular expression, by default inside a class. */
export function writeUnit(unit: number, inClass = true): string {
  const letter = String.fromCharCode(unit);
  const signs = inClass ? '^\\]-' : '^$\\.*+?()[]{}|/';
  return signs.includes(letter) ? `\\${letter}` : letter;
}

/** Writes code units as what stands between the brackets of a class. */
export function writeUnits(units: readonly number[]): string {
  const sorted = [...new Set(units)].toSorted((a, b) => a - b);
  let text = '';
  for (let from = 0, to = 0; from < sorted.length; from = to + 1) {
    for (to = from; sorted[to + 1] === (sorted[to] ?? 0) + 1;) to += 1;
    const [first = 0, last = 0] = [sorted[from], sorted[to]];
    const short = last - first < 2;
    text += short
      ? sorted
          .slice(from, to + 1)
          .map((unit) => writeUnit(unit))
          .join('')
      : `${writeUnit(first)}-${writeUnit(last)}`;
  }
  return text;
}
