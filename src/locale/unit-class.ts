const properties = new Map<string, RegExp>();

/** Blocks of nothing but letters without case, which are most letters: they need not be asked one by one. */
const plainBlocks = [
  { from: 0x3400, to: 0x4dbf },
  { from: 0x4e00, to: 0x9fff },
  { from: 0xac00, to: 0xd7a3 },
];

/** Tells whether a UTF-16 code unit has a Unicode property, or is the other case of one that has it. */
export function hasProperty(name: string, unit: number): boolean {
  if (plainBlockOf(unit) && (name === 'L' || name === 'Lu' || name === 'N')) return name === 'L';
  return hasPropertyText(name, String.fromCharCode(unit));
}

/** Gives the block of letters without case that a code unit stands in: a Hangul syllable, a Chinese character. */
export function plainBlockOf(unit: number): { from: number; to: number } | undefined {
  return unit < 0x3400 ? undefined : plainBlocks.find(({ from, to }) => from <= unit && unit <= to);
}

/** Tells whether a text has a character of a Unicode property, or of the other case of one. */
export function hasPropertyText(name: string, text: string): boolean {
  let pattern = properties.get(name);
  if (!pattern) properties.set(name, (pattern = new RegExp(`\\p{${name}}`, 'iu')));
  return pattern.test(text);
}

/** Writes one code unit so that it stands for itself in a regular expression. */
export function writeUnit(unit: number): string {
  const letter = String.fromCharCode(unit);
  return '^$\\.*+?()[]{}|/-'.includes(letter) ? `\\${letter}` : letter;
}

/** Writes code units as what stands between the brackets of a class. */
export function writeUnits(units: readonly number[]): string {
  const sorted = [...new Set(units)].toSorted((a, b) => a - b);
  let text = '';
  for (let from = 0, to = 0; from < sorted.length; from = to + 1) {
    for (to = from; sorted[to + 1] === (sorted[to] ?? 0) + 1;) to += 1;
    const [first = 0, last = 0] = [sorted[from], sorted[to]];
    text +=
      last - first < 2
        ? sorted
            .slice(from, to + 1)
            .map(writeUnit)
            .join('')
        : `${writeUnit(first)}-${writeUnit(last)}`;
  }
  return text;
}
