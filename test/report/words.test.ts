import { expect, test } from 'vitest';
import { createTranslator } from '../../src/locale/translator.ts';
import { elementWords, plainText } from '../../src/report/words.ts';
import type { SourceReport } from '../../src/report/source.ts';

const catalogs = {
  en: { task: { elements: { one: { title: 'English' } } } },
  ko: { task: { elements: { two: { title: '카탈로그' } } } },
};
const translator = createTranslator('ko', catalogs);

function source(more: Partial<SourceReport>): SourceReport {
  return {
    locale: 'ko',
    segment: 'a-1',
    text: '**문장**입니다.',
    source: 'A **sentence**.',
    state: 'fresh',
    quality: 'ok',
    ...more,
  };
}

function words(id: string, ...sources: SourceReport[]): [string, string] {
  const { text, lang } = elementWords(translator, 'task', id, 'title', sources);
  return [text, lang];
}

test('the catalog in the reader’s language, else their page’s sentence, else English', () => {
  expect(words('two', source({}))).toEqual(['카탈로그', 'ko']);
  expect(words('one', source({}))).toEqual(['문장입니다.', 'ko']);
  expect(words('one')).toEqual(['English', 'en']);
  expect(words('none', source({ locale: 'ru', text: 'Предложение.' }))).toEqual(['A sentence.', 'en']);
  expect(words('none')).toEqual(['none', 'en']);
});

test.each<[string, Partial<SourceReport>]>([
  ['a disputed sentence', { quality: 'disputed' }],
  ['one left in English', { quality: 'untranslated', text: 'A sentence.' }],
  ['one that is gone', { state: 'gone' }],
  ['one of a third language', { locale: 'ja' }],
])('%s never speaks for the rule', (_, more) => {
  expect(words('one', source(more))).toEqual(['English', 'en']);
});

test('inline Markdown goes, text stays', () => {
  expect(plainText('Select **[Remove](x.md)** `now` <b>please</b>.')).toBe('Select Remove now please.');
});
