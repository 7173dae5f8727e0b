import { expect, test } from 'vitest';
import { DocumentIndex } from '../../src/content/document-index.ts';
import { digestText } from '../../src/content/digest.ts';
import { parseDocument } from '../../src/content/parse-document.ts';
import { resolvePin } from '../../src/rules/pin-state.ts';
import type { Pin } from '../../src/rules/workflow.ts';

function page(article: string, sentences: [string, string, string][]): ReturnType<typeof parseDocument> {
  const spans = sentences.map(
    ([id, target, source]) =>
      `<span data-ttu-id="${id}">${target}</span><span class="sxs-lookup"><span data-stu-id="${id}">${source}</span></span>`,
  );
  return parseDocument(spans.join('\n\n'), `content/ko/${article}.md`);
}

const pin: Pin = { locale: 'ko', segment: 'a-1', source: digestText('First.'), target: digestText('먼저.') };

function state(
  ...documents: ReturnType<typeof parseDocument>[]
): [string, string | undefined, string | undefined] {
  const found = resolvePin(pin, 'page', new DocumentIndex(documents));
  return [found.state, found.segment?.id, found.changed];
}

test('the same words under the same id are fresh', () => {
  expect(state(page('page', [['a-1', '먼저.', 'First.']]))).toEqual(['fresh', 'a-1', undefined]);
});

test('ids live as long as a version: the same words under a new id are fresh', () => {
  expect(
    state(
      page('page', [
        ['b-1', '다른 문장.', 'Other.'],
        ['b-9', '먼저.', 'First.'],
      ]),
    ),
  ).toEqual(['fresh', 'b-9', undefined]);
});

test('white space and Unicode forms are no change', () => {
  expect(state(page('page', [['a-1', '먼저.'.normalize('NFD'), ' First. ']]))[0]).toBe('fresh');
});

test.each<[string, [string, string, string], string]>([
  ['the translation', ['a-1', '나중에.', 'First.'], 'target'],
  ['the source', ['a-1', '먼저.', 'Later.'], 'source'],
  ['both', ['a-1', '나중에.', 'Later.'], 'both'],
  ['the translation, under a new id', ['z-1', '나중에.', 'First.'], 'target'],
])('%s reads otherwise', (_, sentence, changed) => {
  expect(state(page('page', [sentence]))).toEqual(['changed', sentence[0], changed]);
});

test('a sentence that another article took over is moved', () => {
  expect(
    state(page('page', [['a-2', '다른.', 'Other.']]), page('next', [['c-3', '먼저.', 'First.']])),
  ).toEqual(['moved', 'c-3', undefined]);
});

test('otherwise it is gone, and so it is without the page', () => {
  expect(state(page('page', [['a-2', '다른.', 'Other.']]))[0]).toBe('gone');
  expect(state()[0]).toBe('gone');
});
