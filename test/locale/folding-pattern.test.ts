import { expect, it } from 'vitest';
import { Alphabet } from '../../src/locale/alphabet.ts';
import { FoldingPattern } from '../../src/locale/folding-pattern.ts';
import { makeAlphabet } from '../../src/locale/make-alphabet.ts';

const source = String.raw`(\d{1,3}|zwölf) (?:Tage|\p{L}{2}n)`;
const alphabet = new Alphabet(makeAlphabet([source]));
const folding = new FoldingPattern(alphabet.narrow(source), 'dg', alphabet);
const plain = new RegExp(source, 'giu');
const text = 'ZWÖLF TAGE, 30 ωωN und zwei Tage: Zwölf Tage';

it.each([
  ['searches', (pattern: RegExp) => text.search(pattern)],
  [
    'finds every match',
    (pattern: RegExp) => Array.from(text.matchAll(pattern), ({ 0: found, index }) => [found, index]),
  ],
  [
    'gives the groups as they stand',
    (pattern: RegExp) => Array.from(text.matchAll(pattern), ([, group]) => group),
  ],
  ['replaces', (pattern: RegExp) => text.replace(pattern, (found, number: string) => `<${found}|${number}>`)],
  ['splits', (pattern: RegExp) => text.split(pattern)],
  ['tests', (pattern: RegExp) => Array.from('ab', () => pattern.test(text))],
])('a folding pattern %s as a plain one does', (_, use) => {
  expect(use(folding)).toEqual(use(plain));
});
