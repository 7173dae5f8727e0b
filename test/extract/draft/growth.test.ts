import { expect, it } from 'vitest';
import { classifyDocument } from '../../../src/extract/classify-document.ts';
import { draftPages } from '../../../src/extract/draft/draft-pages.ts';
import { loadCues } from '../../../src/extract/load-cues.ts';
import { countWork } from '../../count-work.ts';
import { plainPage } from '../made-page.ts';
import { packagedVocabulary, phraseBook } from './vocabulary.ts';

const cues = await loadCues();
const vocabulary = await packagedVocabulary();

/** Counts the work of drafting a page, without that of labelling it. */
function workOfDrafting(text: string): number {
  const document = plainPage(text, 'en');
  const labelled = { document, ...classifyDocument(document, { side: 'source', cues }) };
  return countWork(() => draftPages([labelled], [], { side: 'source', phrases: phraseBook, vocabulary }));
}

const numbered = (length: number, piece: (number: number) => string): string =>
  Array.from({ length }, (_, number) => piece(number)).join('');

it.each([
  [
    'sections',
    (number: number) => `## Part ${number}\n\nYou must cancel license ${number} if it is active.\n\n`,
  ],
  ['items of one list', (number: number) => `- You must cancel license ${number}.\n`],
  ['steps of one list', (number: number) => `1. Select **Item ${number}**.\n`],
  ['the same sentence', () => 'You must be an owner, unless you only read.\n\n'],
  ['clauses of one sentence', (number: number) => `if you must cancel ${number}, and `],
  ['numbers of one sentence', () => 'at most 3 or 4 days, '],
])('the work of drafting grows no faster than the number of %s', (_, piece) => {
  const once = workOfDrafting(numbered(30, piece));
  const fourTimes = workOfDrafting(numbered(120, piece));
  expect(once).toBeGreaterThan(0);
  expect(fourTimes / once).toBeLessThan(5);
});

it('no more of a sentence is read than a sentence can be', () => {
  const long = workOfDrafting('if you must cancel a license, '.repeat(1000));
  const longer = workOfDrafting('if you must cancel a license, '.repeat(4000));
  expect(longer / long).toBeLessThan(4.2);
});
