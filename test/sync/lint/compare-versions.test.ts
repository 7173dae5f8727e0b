import { leaveOut } from '../../left-out.ts';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import type { Document } from '../../../src/content/document.ts';
import { parseDocument } from '../../../src/content/parse-document.ts';
import { loadLanguages } from '../../../src/sync/fidelity/load-languages.ts';
import { compareVersions } from '../../../src/sync/lint/compare-versions.ts';
import { makePage, type Pair } from './made-pages.ts';

const languages = await loadLanguages();

function compare(before: readonly Pair[], now: readonly Pair[], locale = 'ko-KR'): string[] {
  const page = (sentences: readonly Pair[]): Document => parseDocument(makePage(sentences, locale), 'a.md');
  return compareVersions(page(now), page(before), languages).map(({ defect }) => defect.check);
}

describe('a translation that stayed', () => {
  const target = '관리자에게 문의하세요.';
  test.each<[string, string, string]>([
    ['case and Markdown', 'Contact the administrator.', 'Contact the **Administrator**.'],
    ['articles', 'Contact the administrator.', 'Contact your administrator.'],
    ['contractions', 'If you cannot sign in, contact us.', "If you can't sign in, contact us."],
    ['the word for a click', 'Click Save.', 'Select Save.'],
    ['plurals', 'Contact the administrators.', 'Contact the administrator.'],
  ])('is left alone where the source changed only in %s', (_, before, now) => {
    expect(compare([[before, target]], [[now, target]])).toEqual([]);
  });

  test.each<[string, string, string]>([
    ['a number', 'Wait for 3 days.', 'Wait for 5 days.'],
    ['a negation', 'You can contact us.', "You can't contact us."],
    ['another word', 'Contact the administrator.', 'Contact the reseller.'],
    ['an alternative', 'Contact a reseller or a customer.', 'Contact a customer.'],
  ])('is found where the source changed %s', (_, before, now) => {
    expect(compare([[before, target]], [[now, target]])).toEqual(['stale-target']);
  });

  test('is left alone where it serves two sources', () => {
    const kept: Pair = ['Wait for 3 days.', target];
    expect(compare([kept], [kept, ['Wait for 5 days.', target]])).toEqual([]);
  });

  test('is left alone where it is still English', () => {
    expect(
      compare([['Wait for 3 days.', 'Wait for 3 days.']], [['Wait for 5 days.', 'Wait for 5 days.']]),
    ).toEqual([]);
  });
});

describe('a translation that was reworded', () => {
  test.each<[string, string, string, string, string[]]>([
    [
      'ru-RU',
      'You can’t resell this offer.',
      'Вы не можете перепродавать это предложение.',
      'Вы можете перепродавать это предложение.',
      ['retranslated'],
    ],
    [
      'ru-RU',
      'You can’t resell this offer.',
      'Вы не можете перепродавать это предложение.',
      'Вы не можете перепродать данное предложение.',
      [],
    ],
    ['ja-JP', 'Wait for 3 days.', '3 日間待ちます。', '5 日間待ちます。', ['retranslated']],
    ['ja-JP', 'Wait for 3 days.', '3 日間待ちます。', '3 日お待ちください。', []],
    [
      'zh-CN',
      'You must pay before June 1.',
      '必须在 6 月 1 日之前付款。',
      '必须在 6 月 1 日之后付款。',
      ['retranslated'],
    ],
    ['zh-CN', 'You must pay before June 1.', '必须在 6 月 1 日之前付款。', '您必须在 6 月 1 日前付款。', []],
  ])('%s: %s %s → %s', (locale, source, before, now, expected) => {
    expect(compare([[source, before]], [[source, now]], locale)).toEqual(expected);
  });

  test('is compared with the earlier sentence at the same place', () => {
    const source = 'Wait for 3 days.';
    const before: Pair[] = [
      [source, '3일 동안 기다립니다.'],
      [source, '3일간 대기합니다.'],
    ];
    expect(
      compare(before, [
        [source, '3일간 기다립니다.'],
        [source, '3일 대기합니다.'],
      ]),
    ).toEqual([]);
  });
});

test('an empty page and a page of another language are no fault', () => {
  const empty = parseDocument('', 'ko/a.md');
  expect(compareVersions(empty, empty, languages)).toEqual([]);
  expect(compare([['Wait.', 'Attendez.']], [['Wait.', 'Patientez 3 jours.']], 'fr-FR')).toEqual([]);
});

const history = fileURLToPath(
  new URL('../../../../shared/corpus/history/remove-a-relationship/', import.meta.url),
);

test('over the published versions of a page, few rewordings are reported', () => {
  if (!existsSync(history)) {
    leaveOut('versions of a page since 2017 (no shared/ folder)');
    return;
  }
  let compared = 0;
  const found = readdirSync(history).flatMap((locale) => {
    const pages = readdirSync(`${history}${locale}`)
      .toSorted()
      .map((name) => parseDocument(readFileSync(`${history}${locale}/${name}`, 'utf8'), `${locale}/${name}`));
    return pages.slice(1).flatMap((page, index) => {
      compared += page.segments.length;
      const before = pages[index];
      return before
        ? compareVersions(page, before, languages).map(({ defect }) => ({ locale, ...defect }))
        : [];
    });
  });
  expect(compared).toBeGreaterThan(1500);
  expect(found.length).toBeLessThan(compared / 200);
  // The sentence on future purchases was right until August 2020, and the title of 2017 kept an alternative.
  expect(found).toContainEqual(
    expect.objectContaining({ locale: 'ru-RU', code: 'retranslated-broken', severity: 'error' }),
  );
  expect(found).toContainEqual(expect.objectContaining({ locale: 'ko-KR', check: 'stale-target' }));
});
