import { describe, expect, test } from 'vitest';
import type { Document } from '../../../src/content/document.ts';
import { checkDocument } from '../../../src/sync/check-document.ts';
import { isSameLabel } from '../../../src/sync/page/label-variants.ts';
import { languages, pageOf, type Pair } from '../fidelity/check-sentence.ts';

function codes(locale: string, ...pairs: Pair[]): string[] {
  return checkDocument(pageOf(locale, pairs), { languages }).map(({ code }) => code);
}

const pair = (source: string, target: string): Pair => ({ source, target });

describe('untranslated', () => {
  test.each([
    'Repeat this for each active subscription.',
    'Applies to',
    'From the Dashboard, go to **Customers** > select a customer.',
  ])('finds %s', (text) => {
    expect(codes('ja-JP', pair(text, text))).toEqual(['left-in-english']);
  });

  test.each([
    'Azure Database for MySQL',
    'SubscriptionId',
    '`az login --tenant`',
    'One Contoso Way',
    '12/7/2020',
  ])('leaves %s alone', (text) => {
    expect(codes('ja-JP', pair(text, text))).toEqual([]);
  });
});

describe('list-label', () => {
  test('finds a label that became a word or a letter of another script', () => {
    expect(codes('ko-KR', pair('c.', '다.'))).toEqual(['list-label-translated']);
    expect(codes('ru-RU', pair('a.', 'а.'))).toEqual(['list-label-translated']);
  });

  test('takes another full stop for the same label', () => {
    expect(codes('ja-JP', pair('a.', 'a。'), pair('2)', '2）'))).toEqual([]);
  });
});

describe('link', () => {
  const source = 'See [the guide](https://learn.example/en-us/guide#start).';
  test.each([
    ['link-lost', '가이드를 참조하세요.'],
    ['link-changed', '[가이드](https://learn.example/ko-kr/other)를 참조하세요.'],
    ['link-text-lost', '가이드를 참조하세요. [](https://learn.example/ko-kr/guide#start)'],
  ])('finds %s', (code, target) => {
    expect(codes('ko-KR', pair(source, target))).toEqual([code]);
  });

  test('takes another locale, order and brackets in the text for no change', () => {
    expect(
      codes('ko-KR', pair(source, '[가이드](https://learn.example/ko-kr/guide#start)를 참조하세요.')),
    ).toEqual([]);
    expect(
      codes('ja-JP', pair('Open [one](a.md) or [two](b.md).', '[ [2] ](b.md) または [1](a.md) を開きます。')),
    ).toEqual([]);
  });
});

test('placeholder: finds what was translated or lost, and nothing else', () => {
  expect(codes('ru-RU', pair('Hello {name}', 'Здравствуйте, {имя}'))).toEqual(['placeholder-lost']);
  expect(codes('ru-RU', pair('Hello {name}', 'Здравствуйте, {nom}'))).toEqual(['placeholder-changed']);
  expect(codes('ru-RU', pair('Use `az login` with {{id}}', 'Используйте `az login` с {{id}}'))).toEqual([]);
});

describe('emphasis', () => {
  test.each([
    ['ko-KR', 'emphasis-particle', 'Select **Customers**.', '**고객을** 선택합니다.'],
    ['ja-JP', 'emphasis-cut', 'Select **Suspended**', '[ **中断] を選択します**'],
    ['ja-JP', 'emphasis-displaced', 'Open the **Next** tab.', '左側 **のメニューから** 開きます。'],
    [
      'ko-KR',
      'emphasis-displaced',
      'Then select **Sign In**.',
      '비밀번호를 입력한 **다음, 로그인을** 선택합니다.',
    ],
    ['ko-KR', 'emphasis-particle', 'Select **Text to Columns**.', '**텍스트에서 열로를** 선택합니다.'],
    ['ru-RU', 'emphasis-fewer', 'Select **Yes** in **Options**.', 'Выберите **Да** в параметрах.'],
    ['ko-KR', 'emphasis-cut', 'The **ChargeType** (new) column', '요금 **유형(ChargeType** 신규) 열'],
    [
      'ko-KR',
      'emphasis-not-shown',
      'Data is **cleaned up (fully)** then.',
      '데이터는 **정리(cleaned up)**됩니다.',
    ],
    ['ko-KR', 'emphasis-not-shown', 'Select **Submit**.', '** 제출** 을 선택합니다.'],
    ['ru-RU', 'emphasis-lost', 'Select **Submit**.', 'Нажмите кнопку отправки.'],
    ['ru-RU', 'emphasis-unbalanced', 'Select **Submit**.', 'Нажмите **Отправить.'],
    ['ko-KR', 'emphasis-empty', 'Select **Submit**.', '제출** **을 선택합니다.'],
  ])('%s %s', (locale, code, source, target) => {
    expect(codes(locale, pair(source, target))).toEqual([code]);
  });

  test.each([
    ['zh-CN', 'Select **Sign in** and **Next**.', '选择“登录”和“下一步”。'],
    ['ja-JP', 'Select **Submit**.', '[送信] を選択します。'],
    ['ko-KR', 'Select **Submit**.', '**제출** 을 선택합니다.'],
    ['ru-RU', 'Select **Submit**.', 'Нажмите кнопку **Отправить**.'],
    ['ja-JP', 'Select **From file**.', '[ **ファイルから** ] を選択します。'],
    // Stressed words, cells and links are no names that bold has to show.
    ['zh-CN', 'You can renew **only after** it expires.', '只能在到期后续订。'],
    ['zh-CN', '**Tab**', '标签'],
    ['zh-CN', 'Go to the [**Welcome page**](a.md) first.', '首先转到[欢迎页](a.md)。'],
  ])('%s leaves house style and right bold alone', (locale, source, target) => {
    expect(codes(locale, pair(source, target))).toEqual([]);
  });
});

test('emphasis: a particle in bold throughout a page is one finding, with how often', () => {
  const names = ['고객을', '구독을', '설정을'].map((name) =>
    pair('Select **Customers**.', `**${name}** 선택합니다.`),
  );
  const displaced = pair('Open the **Next** tab.', '왼쪽 **에서 다음** 탭을 엽니다.');
  const emphasis = (page: Document): [string, Record<string, unknown>][] =>
    checkDocument(page, { languages })
      .filter(({ check }) => check === 'emphasis')
      .map(({ code, values }) => [code, values]);
  expect(emphasis(pageOf('ko-KR', names.slice(0, 2))).map(([code]) => code)).toEqual([
    'emphasis-particle',
    'emphasis-particle',
  ]);
  expect(emphasis(pageOf('ko-KR', [...names, displaced]))).toEqual([
    ['emphasis-particle-habit', { found: '고객을', count: 3 }],
    ['emphasis-displaced', expect.anything()],
  ]);
});

describe('label-inconsistent', () => {
  test('reports a label once for a page, with both translations', () => {
    const page = pageOf('ko-KR', [
      pair('Select **Designated support**.', '**지정된 지원** 선택'),
      pair('Open **Designated support**.', '**지정된 지원** 열기'),
      pair('Close **Designated support**.', '**전담 고객 센터** 닫기'),
      pair('Save **Designated support**.', '**전담 고객 센터** 저장'),
    ]);
    const found = checkDocument(page, { languages });
    expect(found.map(({ code, segment, values }) => ({ code, segment, values }))).toEqual([
      {
        code: 'label-inconsistent',
        segment: '00000-103',
        values: { cue: 'Designated support', usual: '지정된 지원', found: '전담 고객 센터' },
      },
    ]);
  });

  test.each([
    ['ko', '고객', '고객을'],
    ['ko', '사용자 및 라이선스', '사용자및 라이선스'],
    ['ja', '送信', '[送信]'],
    ['ru', 'Возможность', 'возможности'],
    ['ru', 'Косвенные посредники', 'косвенных посредников'],
    ['ja', 'Customers (顧客)', '顧客'],
  ])('%s takes %s and %s for one label', (language, a, b) => {
    expect(isSameLabel(a, b, language)).toBe(true);
  });

  test.each([
    ['ko', '고객', '거래처'],
    ['ru', 'Возможность', 'Сделка'],
    ['zh', '新订阅', '新建订阅'],
  ])('%s takes %s and %s for two labels', (language, a, b) => {
    expect(isSameLabel(a, b, language)).toBe(false);
  });
});

test('structure: finds Markdown that the translation broke', () => {
  expect(codes('ko-KR', pair('See [this](a.md).', '[이것] (a.md)을 참조하세요.'))).toContain(
    'markdown-broken',
  );
});
