import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { Alphabet } from '../../src/locale/alphabet.ts';
import { makeAlphabet } from '../../src/locale/make-alphabet.ts';

const folders = ['src/extract/cues/', 'src/extract/draft/phrases/', 'src/sync/fidelity/languages/'];
const tables = folders.flatMap((folder) =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.yaml'))
    .map((name) => ({
      path: `${folder}${name}`,
      table: parse(readFileSync(folder + name, 'utf8')) as unknown,
    })),
);

const edge = String.raw`[\p{L}\p{N}_]`;
const bounded = (source: string): string => `(?<!${edge})(?:${source})(?!${edge})`;

/** Lists the patterns of a table, written out: the members of all its lists, and the names of its mappings. */
function patternsOf(value: unknown): string[] {
  if (Array.isArray(value))
    return value.flatMap((each) => (typeof each === 'string' ? each : patternsOf(each)));
  if (typeof value === 'object' && value !== null) return Object.values(value).flatMap(patternsOf);
  return [];
}

const compiles = (source: string): boolean => {
  try {
    return new RegExp(source, 'iu').source !== '';
  } catch {
    return false;
  }
};

const matches = (text: string, pattern: RegExp): string[] =>
  Array.from(text.matchAll(pattern), (found) => `${found.index}+${found[0].length}`);

/** Letters, marks and signs that a folding could take for others. */
const odd = Array.from('ſKİıßẞéÈñŁłΣςσµÅ½²①٣ⅷªǅ\u00a0\u2003’“–…・、。あア漢가각Яяй한\u0301\u2028\n_-., 1a');

describe('a folded text', () => {
  const alphabet = new Alphabet(makeAlphabet([String.raw`да\p{L}{1,3}`, '[à-ü]', String.raw`\p{N}`]));

  it('has the length of the text', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary', maxLength: 40 }),
        (text) => alphabet.fold(text).length === text.length,
      ),
    );
    expect(alphabet.fold('İ🙂𠮷ẞ')).toHaveLength(6);
  });

  it('tells apart what a pattern names, and folds its case', () => {
    expect(alphabet.fold('ДА Àß')).toBe(alphabet.fold('да àß'));
    expect(alphabet.fold('да')).not.toBe(alphabet.fold('дб'));
  });

  it('is of one letter wherever no pattern tells letters apart', () => {
    expect(alphabet.fold('ω')).toBe(alphabet.fold('λ'));
    expect(alphabet.fold('漢')).toBe(alphabet.fold('가'));
    expect(alphabet.fold('ω')).not.toBe(alphabet.fold('–'));
  });

  it('can be as long as a text can be', () => {
    expect(alphabet.fold('я'.repeat(100_000))).toHaveLength(100_000);
  });
});

describe('a compiled pattern', () => {
  it('refuses a character beyond U+FFFF, which a text folds away', () => {
    expect(() => makeAlphabet(['𠮷'])).toThrow(SyntaxError);
  });

  it.each([
    [String.raw`[^\p{L}]`, 'a1漢ω.'],
    [String.raw`\P{L}`, 'a1漢ω.'],
    [String.raw`[\p{L}\d"-]{2,3}`, 'ab"-9 é–漢'],
    [String.raw`\p{Lu}`, 'aBß漢9'],
    [String.raw`\p{Script=Han}`, 'aあ漢가'],
    [String.raw`\p{P}`, 'a.、“9'],
    [String.raw`[A-ZÀ-Þ]\u00df|\x41`, 'aßéß A'],
    [String.raw`\.[\-]\/`, '.-/'],
  ])('%s matches as it does with `iu`', (source, text) => {
    const alphabet = new Alphabet(makeAlphabet([source]));
    expect(matches(alphabet.fold(text), new RegExp(alphabet.narrow(source), 'g'))).toEqual(
      matches(text, new RegExp(source, 'giu')),
    );
  });

  it.each(tables)('of $path matches as it does with `iu`', ({ table }) => {
    const patterns = patternsOf(table)
      .map((pattern) => pattern.replaceAll('~', String.raw`\p{L}*`))
      .filter(compiles);
    const alphabet = new Alphabet(makeAlphabet(patterns));
    const words = patterns.flatMap((pattern) => pattern.match(/[\p{L}\p{N}' -]{2,}/gu) ?? []);
    const texts = fc
      .array(fc.oneof(fc.constantFrom(...words), fc.constantFrom(...odd), fc.constantFrom(' ', ', ')), {
        maxLength: 12,
      })
      .map((parts) => parts.join(''));
    // The lists together, and each pattern of a sample by itself.
    const sources = [patterns.join('|'), ...patterns.filter((_, index) => index % 97 === 0)];
    for (const source of sources.flatMap((each) => [each, bounded(each)])) {
      const plain = new RegExp(source, 'giu');
      const compiled = new RegExp(alphabet.narrow(source), 'g');
      fc.assert(
        fc.property(texts, (text) => {
          expect(matches(alphabet.fold(text), compiled)).toEqual(matches(text, plain));
        }),
        { numRuns: 25, seed: 1 },
      );
    }
  });
});
