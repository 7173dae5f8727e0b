import { describe, expect, test } from 'vitest';
import { checkCatalogs } from '../../../src/sync/catalogs/check-catalogs.ts';
import type { GlossaryEntry } from '../../../src/sync/catalogs/glossary.ts';

const english = {
  title: 'Remove it',
  left_one: '{{count}} item is left of {{all}}',
  left_other: '{{count}} items are left of {{all}}',
  place: { menu: 'Select “Customers”', site: 'Gmail' },
};
const korean = {
  title: '제거',
  left_other: '{{all}} 중 {{count}}개가 남았습니다',
  place: { menu: '“고객”을 선택합니다', site: 'Gmail' },
};
const russian = {
  title: 'Удалить',
  left_one: 'Остался {{count}} элемент из {{all}}',
  left_few: 'Осталось {{count}} элемента из {{all}}',
  left_many: 'Осталось {{count}} элементов из {{all}}',
  left_other: 'Осталось {{count}} элемента из {{all}}',
  place: { menu: 'Выберите «Клиенты»', site: 'Gmail' },
};
const glossary: GlossaryEntry[] = [
  {
    concept: 'task',
    en: 'task',
    terms: { ko: '제거' },
    never: { ko: ['동의'], ru: ['факт'] },
    key: 'task:title',
  },
];

/** Checks one catalog of three languages, in which some texts take the place of right ones. */
function problemsWith(
  change: { en?: object; ko?: object; ru?: object },
  required?: readonly string[],
): string[] {
  const findings = checkCatalogs(
    {
      en: { task: change.en ?? english },
      ko: { task: change.ko ?? korean },
      ru: { task: change.ru ?? russian },
    },
    {
      locales: ['en', 'ko', 'ru'],
      glossary,
      required: new Map(required ? [['task', { keys: new Set(required) }]] : []),
      names: ['Gmail'],
    },
  );
  return findings.map(({ locale, key, problem, found, expected }) =>
    [locale, key, problem, found ?? expected].join(' ').trim(),
  );
}

test('complete catalogs have no findings', () => {
  expect(problemsWith({})).toEqual([]);
});

describe('keys', () => {
  test('a missing one, nested or not', () => {
    const { title: _, ...rest } = korean;
    expect(problemsWith({ ko: { ...rest, place: { site: 'Gmail' } } })).toEqual([
      'ko place.menu missing-key',
      'ko title missing-key',
    ]);
  });
  test('an extra one, and a value that is no text', () => {
    expect(problemsWith({ ko: { ...korean, more: '더', list: ['하나'] } })).toEqual([
      'ko list not-text',
      'ko more extra-key',
    ]);
  });
  test('a catalog that a language lacks', () => {
    const findings = checkCatalogs(
      { en: { task: english }, ko: {} },
      { locales: ['en', 'ko'], glossary, required: new Map(), names: [] },
    );
    expect(findings).toEqual([{ locale: 'ko', namespace: 'task', key: '', problem: 'missing-catalog' }]);
  });
  test('one that the rules need and English lacks, and one that no rule needs', () => {
    expect(problemsWith({}, ['title', 'left', 'place.menu', 'place.site', 'elements.new.title'])).toEqual([
      'en elements.new.title missing-key',
      'ko elements.new.title missing-key',
      'ru elements.new.title missing-key',
    ]);
    expect(problemsWith({}, ['title', 'left', 'place.menu'])).toEqual([
      'en place.site unused-key',
      'ko place.site unused-key',
      'ru place.site unused-key',
    ]);
  });
  test('names that objects inherit are ordinary keys', () => {
    const hostile = JSON.parse('{"__proto__": "{{x}}", "constructor": "하나"}') as object;
    const { place: _, ...rest } = korean;
    expect(problemsWith({ ko: { ...rest, ...hostile, place: hostile } })).toContain(
      'ko place.__proto__ extra-key',
    );
  });
});

describe('plural forms', () => {
  test('a category that the language has and the catalog lacks', () => {
    const { left_few: _, ...rest } = russian;
    expect(problemsWith({ ru: rest })).toEqual(['ru left_few missing-plural few']);
  });
  test('a category that the language does not have', () => {
    expect(problemsWith({ ko: { ...korean, left_one: '{{all}} 중 {{count}}개가 남았습니다' } })).toEqual([
      'ko left_one extra-plural one',
    ]);
  });
  test('none at all is a missing text in each category', () => {
    const { left_other: _, ...rest } = korean;
    expect(problemsWith({ ko: rest })).toEqual(['ko left_other missing-key']);
  });
  test('a language may count where English does not', () => {
    const en = { size: 'size: {{count}} B' };
    const ru = { size_one: 'размер: {{count}} байт', size_few: 'размер: {{count}} байта' };
    expect(problemsWith({ en, ko: { size: '크기: {{count}}바이트' }, ru })).toEqual([
      'ru size_many missing-plural many',
      'ru size_other missing-plural other',
    ]);
  });
});

describe('texts', () => {
  test.each([
    ['left out', '{{count}}개가 남았습니다', 'ko left_other missing-placeholder all'],
    ['unknown to English', '{{all}} {{count}}개 {{name}}', 'ko left_other extra-placeholder name'],
    ['misspelt', '{{all}} 중 {{count}개', 'ko left_other malformed-placeholder {{all}} 중 {{count}개'],
  ])('a placeholder that is %s', (_, text, problem) => {
    expect(problemsWith({ ko: { ...korean, left_other: text } })).toEqual([problem]);
  });
  test('English may leave the number out of its form for one', () => {
    expect(problemsWith({ en: { ...english, left_one: 'one item is left of {{all}}' } })).toEqual([]);
    expect(problemsWith({ ru: { ...russian, left_one: 'Остался один элемент из {{all}}' } })).toEqual([
      'ru left_one missing-placeholder count',
    ]);
  });
  test.each([
    ['the same as in English', 'Select “Customers”'],
    ['in Latin letters only', 'Choose “Customers”'],
  ])('one that is left in English: %s', (_, menu) => {
    expect(problemsWith({ ko: { ...korean, place: { ...korean.place, menu } } })).toEqual([
      `ko place.menu left-in-english ${menu}`,
    ]);
  });
  test('commands and placeholders are no language', () => {
    const en = { run: '`waymark {{name}}`: {{reason}}' };
    expect(problemsWith({ en, ko: en, ru: en })).toEqual([]);
  });
  test('one that says nothing', () => {
    expect(problemsWith({ ko: { ...korean, title: ' ' } })).toContain('ko title empty-text');
  });
});

describe('words', () => {
  test('one that is never used, in any form, but not as a part of another word', () => {
    const place = { menu: '동의합니다', site: '이동의 방법' };
    expect(problemsWith({ ko: { ...korean, place } })).toEqual(['ko place.menu never-word 동의']);
    expect(problemsWith({ ru: { ...russian, title: 'Эти Факты, контрфакты' } })).toEqual([
      'ru title never-word факт',
    ]);
  });
  test('another term than the one that was chosen', () => {
    expect(problemsWith({ ko: { ...korean, title: '삭제' } })).toEqual(['ko title other-term 삭제']);
  });
});
