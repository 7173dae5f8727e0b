import { expect, test } from 'vitest';
import { createTranslator } from '../../src/locale/translator.ts';

const catalogs = {
  en: {
    n: {
      only: 'English only',
      count_one: '{{count}} thing',
      count_other: '{{count}} things',
      say: 'says {{what}}',
    },
  },
  ru: {
    n: {
      count_one: '{{count}} вещь',
      count_few: '{{count}} вещи',
      count_many: '{{count}} вещей',
      count_other: '{{count}} вещи',
      say: '{{what}}',
    },
  },
};

test('Russian has its four plural forms', () => {
  const { translate } = createTranslator('ru', catalogs);
  expect([1, 2, 5, 21, 1.5].map((count) => translate('n:count', { count }))).toEqual([
    '1 вещь',
    '2 вещи',
    '5 вещей',
    '21 вещь',
    '1.5 вещи',
  ]);
});

test('a text that the language lacks is English and says so; one that nobody has is its key', () => {
  const { translate, lookup } = createTranslator('ru', catalogs);
  expect([translate('n:only'), lookup('n:only'), translate('n:nowhere')]).toEqual([
    '[en] English only',
    undefined,
    'n:nowhere',
  ]);
});

test('values are shown as they are: no nesting, no markup, no second look', () => {
  const { translate } = createTranslator('ru', catalogs);
  for (const what of ['$t(n:only)', '{{count}}', '<b>&amp;</b>', '__proto__'])
    expect(translate('n:say', { what })).toBe(what);
});

test('what is no text in a catalog is no text to a reader', () => {
  const { translate, lookup } = createTranslator('en', { en: { n: { list: ['a'], group: { key: 'b' } } } });
  expect([translate('n:list'), translate('n:group'), lookup('n:list')]).toEqual([
    'n:list',
    'n:group',
    undefined,
  ]);
});
