import type { AlphabetData, Kind } from './alphabet.ts';
import { foldCase } from './fold-case.ts';
import { type PatternPiece, splitPattern } from './pattern-source.ts';
import { type Block, hasProperty, kindOf, plainBlockOf, writeUnit, writeUnits } from './unit-class.ts';

const units = 0x1_0000;

/** The properties that whole kinds have; of any other one every character is kept. */
const kindsWith: ReadonlyMap<string, readonly Kind[]> = new Map([
  ['L', ['cased', 'letter']],
  ['Lu', ['cased']],
  ['N', ['number']],
]);

/**
 * Finds the characters that patterns tell apart.
 *
 * @param sources Every pattern that will be compiled, or the parts that it is joined from.
 */
export function makeAlphabet(sources: Iterable<string>): AlphabetData {
  const kept = new KeptUnits();
  const properties = new Set(kindsWith.keys());
  for (const source of sources) {
    for (const piece of splitPattern(source)) {
      if (piece.kind === 'character') kept.addCharacters(piece);
      if (piece.kind === 'property') properties.add(piece.name);
    }
  }
  for (const name of properties) if (!kindsWith.has(name)) kept.addProperty(name);
  const standing = kept.unused();
  const classes = [...properties].map((name) => {
    const standIns = (kindsWith.get(name) ?? []).map((kind) => standing[kind]);
    return [name, kept.writeClass(name, standIns)] as const;
  });
  return { kept: kept.ranges(), standing, classes: Object.fromEntries(classes) };
}

/** The code units that are kept as they are, and the blocks of which all are. */
class KeptUnits {
  readonly #kept = new Uint8Array(units).fill(1, 0, 0x80);
  readonly #blocks = new Set<Block>();

  addCharacters({ unit: first, to: last = first }: PatternPiece & { kind: 'character' }): void {
    const block = plainBlockOf(first);
    if (block && block === plainBlockOf(last)) this.#addLetters(first);
    else for (let unit = first; unit <= last; unit += 1) this.#addLetters(foldCase(unit));
  }

  addProperty(name: string): void {
    for (let unit = 0; unit < units; unit += 1) if (hasProperty(name, unit)) this.#kept[foldCase(unit)] = 1;
  }

  /** Adds a unit, and with a letter the letters around it: a class of them is then a few ranges. */
  #addLetters(unit: number): void {
    if (this.#kept[unit] === 1) return;
    const block = plainBlockOf(unit);
    if (block) {
      this.#kept.fill(1, block.from, block.to + 1);
      this.#blocks.add(block);
      return;
    }
    this.#kept[unit] = 1;
    if (!hasProperty('L', unit)) return;
    for (const step of [-1, 1])
      for (let next = unit + step; this.#kept[next] === 0 && hasProperty('L', next); next += step)
        this.#kept[next] = 1;
  }

  /** Chooses for each kind a unit of it that is not kept. */
  unused(): Record<Kind, number> {
    const choose = (kind: Kind): number => {
      for (let unit = 0x80; unit < units; unit += 1)
        if (this.#kept[unit] === 0 && kindOf(unit) === kind && foldCase(unit) === unit) return unit;
      throw new RangeError(`every ${kind} is kept`);
    };
    return {
      cased: choose('cased'),
      letter: choose('letter'),
      number: choose('number'),
      sign: choose('sign'),
    };
  }

  /** Writes the members of a class: what is kept and has a property, and what stands for others that have it. */
  writeClass(name: string, standIns: readonly number[]): string {
    const members = [...standIns];
    this.#kept.forEach((kept, unit) => {
      if (kept === 1 && !this.#inBlock(unit) && hasProperty(name, unit)) members.push(unit);
    });
    const blocks = [...this.#blocks].filter(({ from }) => hasProperty(name, from));
    return [writeUnits(members), ...blocks.map(({ from, to }) => `${writeUnit(from)}-${writeUnit(to)}`)].join(
      '',
    );
  }

  ranges(): number[][] {
    const ranges: number[][] = [];
    for (let unit = 0; unit < units; unit += 1) {
      if (this.#kept[unit] === 0) continue;
      const from = unit;
      while (this.#kept[unit + 1] === 1) unit += 1;
      ranges.push([from, unit]);
    }
    return ranges;
  }

  #inBlock(unit: number): boolean {
    const block = plainBlockOf(unit);
    return block !== undefined && this.#blocks.has(block);
  }
}
