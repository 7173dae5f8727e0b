import { describe, expect, test } from 'vitest';

import { draftPreconditions } from '../../../src/extract/draft/condition/draft-precondition.ts';

import { draftText } from './draft-text.ts';
import { packagedVocabulary, phraseBook } from './vocabulary.ts';

const vocabulary = await packagedVocabulary();

/** Drafts the items of a list, as preconditions; the conditions, or `?` where there is none. */
function draftList(locale: string, lead: string, items: readonly string[]): unknown[] {
  const elements = draftText(locale, [lead, '', ...items.map((item) => `- ${item}`)], () => true);
  return elements.map(({ section, body }) => (section === 'unencodable' ? '?' : body['require']));
}

const gone = { fact: 'activeSubscriptionCount', operator: 'equal', value: 0 };
const noneReserved = { fact: 'azureReservationCount', operator: 'equal', value: 0 };
const work = { fact: 'hasWorkAccount', operator: 'equal', value: true };
const partnerCenter = { fact: 'hasPartnerCenterAccount', operator: 'equal', value: true };

describe.each([
  [
    'en-US',
    "You can't remove the relationship if:",
    "You can't remove the relationship if any of the following is true:",
    ['There are active subscriptions.', 'There are Azure reservations.'],
  ],
  [
    'ko-KR',
    '다음과 같은 경우 관계를 제거할 수 없습니다.',
    '다음 조건에서는 관계를 제거할 수 없습니다.',
    ['활성 구독이 있습니다.', 'Azure 예약이 있습니다.'],
  ],
  [
    'zh-CN',
    '在以下情况下，无法删除关系：',
    '如果存在以下任一情况，则无法删除关系：',
    ['有活动订阅。', '有 Azure 预留。'],
  ],
  [
    'ja-JP',
    '次の場合、リレーションシップを削除できません。',
    '次のいずれかに該当する場合、リレーションシップを削除できません。',
    ['アクティブなサブスクリプションがあります。', 'Azure の予約があります。'],
  ],
  [
    'ru-RU',
    'Нельзя удалить связь в следующих случаях:',
    'Связь нельзя удалить, если:',
    ['Есть активные подписки.', 'Есть резервирования Azure.'],
  ],
])('%s: of the cases in which something is barred', (locale, first, second, items) => {
  test.each([first, second])('none may hold: %s', (lead) => {
    expect(draftList(locale, lead, items)).toEqual([gone, noneReserved]);
  });
});

test('what a lead-in denies of those it lists is not drafted as if it were required', () => {
  expect(
    draftList('en-US', "The following customers can't buy:", ['They have active subscriptions.']),
  ).toEqual(['?']);
  expect(
    draftList('en-US', 'These circumstances are exclusions from approval:', [
      'There are active subscriptions.',
    ]),
  ).toEqual(['?', '?']);
  expect(
    draftList('en-US', "You can't leave if all of the following are true:", [
      'There are active subscriptions.',
    ]),
  ).toEqual(['?']);
});

test('what lifts a ban is required', () => {
  expect(draftList('en-US', "You can't leave unless:", ['You have a work account.'])).toEqual([work]);
});

test.each([
  [
    'en-US',
    'You need one of the following accounts:',
    ['You have a work account.', 'You have a Partner Center account.'],
  ],
  ['ko-KR', '다음 계정 중 하나가 필요합니다.', ['회사 계정이 있습니다.', '파트너 센터 계정이 있습니다.']],
  ['zh-CN', '你需要以下帐户之一：', ['有工作帐户。', '有合作伙伴中心帐户。']],
  [
    'ja-JP',
    '次のアカウントのいずれかが必要です。',
    ['職場アカウントがあります。', 'パートナー センター アカウントがあります。'],
  ],
  [
    'ru-RU',
    'Нужна одна из следующих учетных записей:',
    ['Есть рабочая учетная запись.', 'Есть учетная запись Центра партнеров.'],
  ],
])('%s: of a list of which one is enough, any will do', (locale, lead, items) => {
  expect(draftList(locale, lead, items)).toEqual([{ any: [work, partnerCenter] }]);
});

test.each([
  ['en-US', 'If you are a global admin:', 'There are no active subscriptions.'],
  ['ko-KR', '글로벌 관리자인 경우:', '활성 구독이 없습니다.'],
  ['zh-CN', '如果你是全局管理员：', '没有活动订阅。'],
  ['ja-JP', 'グローバル管理者である場合:', 'アクティブなサブスクリプションがありません。'],
  ['ru-RU', 'Если вы являетесь глобальным администратором:', 'Нет активных подписок.'],
  ['de-DE', 'Wenn Sie globaler Administrator sind:', 'Es gibt keine aktiven Abonnements.'],
])('%s: an item that is no rule is for the case that its lead-in tells', (locale, lead, item) => {
  const [element] = draftText(locale, [lead, '', `- ${item}`], ({ block }) => block.list !== undefined);
  expect(element?.body).toEqual({
    audience: { fact: 'callerRoles', operator: 'contains', value: 'globalAdmin' },
    require: gone,
  });
});

test('of a list of what may be, and of one that a lead-in denies something of, nothing is required', () => {
  for (const lead of [
    'You can view the following information:',
    'Roles can be given at these levels:',
    "The credit isn't for:",
    'It does not matter for:',
  ])
    expect(draftList('en-US', lead, ['The resource level'])).toContain('?');
});

test('an item of a list leads into no other item beside it', () => {
  const picture = ':::image type="content" source="form.png" alt-text="A form.":::';
  const lines = ['- If you are a global admin:', '', picture, '', '- You must have a work account.'];
  const drafted = draftText('en-US', lines, ({ source }) => source?.includes('must') === true);
  expect(drafted.map(({ body }) => body)).toEqual([{ require: work }]);
});

test.each([
  ['en-US', 'The permissions of the role include:', 'View the orders'],
  ['ko-KR', '역할에 부여되는 권한은 다음을 포함합니다.', '주문 보기'],
  ['zh-CN', '该角色附带的权限包括：', '查看订单'],
  ['ja-JP', 'このロールのアクセス許可には次のものが含まれます。', '注文の表示'],
  ['ru-RU', 'Разрешения этой роли включают следующее:', 'Просмотр заказов'],
  ['de-DE', 'Die Berechtigungen dieser Rolle umfassen:', 'Bestellungen anzeigen'],
])('%s: what a role entitles to is required of nobody', (locale, lead, item) => {
  const [element] = draftText(locale, [lead, '', `- ${item}`], ({ block }) => block.list !== undefined);
  expect(element?.section).toBe('unencodable');
});

test.each([
  ['en-US', "We're considering the following changes:", 'You must have a work account.'],
  ['ko-KR', '다음과 같은 변경을 고려하고 있습니다.', '회사 계정이 있어야 합니다.'],
  ['zh-CN', '我们正在考虑以下更改：', '必须有工作帐户。'],
  ['ja-JP', '以下の変更が検討されています。', '職場アカウントが必要です。'],
  ['ru-RU', 'Рассматриваются следующие изменения:', 'Необходима рабочая учетная запись.'],
  ['de-DE', 'Die folgenden Änderungen sind geplant:', 'Sie müssen ein Geschäftskonto haben.'],
])('%s: what is not in force yet is required of nobody', (locale, lead, item) => {
  const [element] = draftText(locale, [lead, '', `- ${item}`], ({ block }) => block.list !== undefined);
  expect(element?.body['reason']).toMatch(/asks for nothing/u);
});

test.each([
  ['en-US', 'An account is set up by default.'],
  ['ko-KR', '계정은 기본적으로 설정됩니다.'],
  ['zh-CN', '帐户默认已设置。'],
  ['ja-JP', 'アカウントは既定で設定されます。'],
  ['ru-RU', 'Учетная запись есть по умолчанию.'],
  ['de-DE', 'Das Konto ist standardmäßig eingerichtet.'],
])('%s: a sentence that nothing leads into must itself ask for something', (locale, sentence) => {
  const reasonOf = (lines: readonly string[]): unknown =>
    draftText(locale, lines, ({ block }) => block.kind !== 'heading')[0]?.body['reason'];
  expect(reasonOf([sentence])).toMatch(/asks for nothing/u);
  expect(reasonOf([`- ${sentence}`]) ?? '').not.toMatch(/asks for nothing/u);
});

test('a sentence under a heading that names requirements asks for what it says', () => {
  const [element] = draftText('en-US', ['## Prerequisites', '', 'You have a work account.'], ({ block }) => {
    return block.kind !== 'heading';
  });
  expect(element?.body).toEqual({ require: work });
});

test('an item after a list within the list is led in by the sentence above both', () => {
  const items = ['One of these agreements:\n  - Reseller agreement', 'A Partner Center account'];
  expect(draftList('en-US', 'You must have:', items)).toContainEqual(partnerCenter);
});

test('an item that must not hold is cleaned as any other sentence is', () => {
  const phrases = phraseBook.get('en');
  if (!phrases) throw new Error('no English phrases');
  const [part] = draftPreconditions('You don’t have a work account.', phrases, vocabulary, {
    bearing: 'turned',
  });
  expect(part?.reading).toMatchObject({ condition: work });
});

describe('a cell that only sets a limit', () => {
  /** Drafts the second cells of a table, as preconditions; the conditions, or why there is none. */
  function draftRows(locale: string, rows: readonly (readonly [string, string])[]): unknown[] {
    const lines = ['| A | B |', '| - | - |', ...rows.map(([key, limit]) => `| ${key} | ${limit} |`)];
    const elements = draftText(locale, lines, ({ block: { table } }) => table?.column === 1 && !table.header);
    return elements.map(({ body }) => body['require'] ?? body['reason']);
  }

  test.each([
    [
      'en-US',
      [
        ['Last name', 'Up to 50'],
        ['City', 'Up to 50'],
        ['Street', '80-character limit'],
      ],
    ],
    [
      'ko-KR',
      [
        ['성', '50자로 제한'],
        ['도시', '50자로 제한'],
        ['거리', '80자 제한'],
      ],
    ],
    [
      'ja-JP',
      [
        ['姓', '50 文字の制限'],
        ['市区町村', '50 文字の制限'],
        ['番地', '80 文字の制限'],
      ],
    ],
    [
      'zh-CN',
      [
        ['姓氏', '50 个字符的限制'],
        ['城市', '50 个字符的限制'],
        ['街道', '80 个字符的限制'],
      ],
    ],
    [
      'ru-RU',
      [
        ['Фамилия', 'Не более 50'],
        ['Город', 'Не более 50'],
        ['Улица', 'Ограничение в 80 символов'],
      ],
    ],
    [
      'de-DE',
      [
        ['Nachname', 'Höchstens 50'],
        ['Ort', 'Höchstens 50'],
        ['Straße', 'Höchstens 80'],
      ],
    ],
  ] as const)('is a limit of what the first cell of its row names, in %s', (locale, rows) => {
    const drafted = draftRows(locale, rows) as { fact: string; operator: string; value: number }[];
    expect(drafted.map(({ operator, value }) => [operator, value])).toEqual([
      ['lessThanInclusive', 50],
      ['lessThanInclusive', 50],
      ['lessThanInclusive', 80],
    ]);
    expect(new Set(drafted.map(({ fact }) => fact)).size).toBe(3);
  });

  test.each([
    ['Not required', 'Up to 50'],
    ['Cancel a subscription (no refund). Ask first.', 'Up to 50'],
  ])('is read by itself beside a first cell that is no name: %s', (key, limit) => {
    expect(draftRows('en-US', [[key, limit]])).toEqual(['Names nothing that a fact could stand for.']);
  });

  test.each([
    ['1', 'Up to 50'],
    ['5 users', 'Up to 50'],
  ])('is no condition beside a number: %s', (key, limit) => {
    expect(draftRows('en-US', [[key, limit]])).toEqual([
      expect.stringMatching(/nothing is taken from a part/u),
    ]);
  });

  test.each([
    ['en-US', 'Template', 'work account', 'You must have a work account.'],
    ['ko-KR', '템플릿', '회사 계정', '회사 계정이 있어야 합니다.'],
    ['ja-JP', 'テンプレート', '職場アカウント', '職場アカウントが必要です。'],
    ['zh-CN', '模板', '工作帐户', '必须有工作帐户。'],
    ['ru-RU', 'Шаблон', 'рабочая учетная запись', 'Необходима рабочая учетная запись.'],
    ['de-DE', 'Vorlage', 'Geschäftskonto', 'Sie müssen ein Geschäftskonto haben.'],
  ])('%s: a rule holds for what its row names, unless it names that itself', (locale, key, name, rule) => {
    expect(draftRows(locale, [[key, rule]])).toEqual([expect.stringMatching(/^Holds for a case/u)]);
    expect(draftRows(locale, [[name, rule]])).toEqual([work]);
  });

  test('that is part of a rule holds for what its row names', () => {
    const rule = 'You must renew within 30 days.';
    expect(draftRows('en-US', [['Silver plan', rule]])).toEqual([
      expect.stringMatching(/^Holds for a case/u),
    ]);
  });

  test('with a verb of its own is read by itself', () => {
    const [required] = draftRows('en-US', [['Plan', 'You can add up to 50 users.']]);
    expect(required).toEqual({ fact: 'numberOfAddUsers', operator: 'lessThanInclusive', value: 50 });
  });
});

test.each([
  ['en-US', "If the agreement isn't confirmed:", "You can't create new orders."],
  ['ko-KR', '계약이 확인되지 않은 경우:', '새 주문을 만들 수 없습니다.'],
  ['ja-JP', '契約が確認されていない場合:', '新しい注文を作成することはできません。'],
  ['zh-CN', '如果未确认协议：', '无法创建新订单。'],
  ['ru-RU', 'Если соглашение не подтверждено:', 'Вы не можете создавать новые заказы.'],
  ['de-DE', 'Wenn die Vereinbarung nicht bestätigt ist:', 'Sie können keine neuen Bestellungen erstellen.'],
])('%s: an item under a case holds in that case', (locale, lead, item) => {
  const [required] = draftList(locale, lead, [item]) as { fact: string; value: unknown }[];
  expect(required).toMatchObject({ operator: 'equal', value: true });
  expect(required?.fact).toMatch(/agreement|contract|confirm|soglasheni|vereinbarung/iu);
});

test.each([
  ['en-US', 'You need one of the following:', ['You have a work account.', 'See the policies below.']],
  ['ko-KR', '다음 중 하나가 필요합니다.', ['회사 계정이 있습니다.', '아래 요구 사항을 충족해야 합니다.']],
  ['ja-JP', '次のいずれかが必要です。', ['職場アカウントがあります。', '次の要件を満たす必要があります。']],
  ['zh-CN', '你需要以下之一：', ['有工作帐户。', '满足以下要求。']],
])('%s: of a list of which one is enough, none is drafted where one is not', (locale, lead, items) => {
  expect(draftList(locale, lead, items)).toEqual(['?', '?']);
});

test.each([
  ['en-US', 'If signing in fails, it may mean one of the following:', "You aren't a global admin."],
  ['ko-KR', '로그인이 실패하면 다음 중 하나를 의미할 수 있습니다.', '글로벌 관리자가 아닙니다.'],
  ['ja-JP', 'サインインに失敗した場合は、次のいずれかの意味があります。', 'グローバル管理者ではありません。'],
  ['zh-CN', '如果登录失败，则可能是以下各项之一：', '租户不处于活动状态'],
  [
    'ru-RU',
    'Если вход не выполняется, это может означать одно из следующего:',
    'Вы не глобальный администратор.',
  ],
  [
    'de-DE',
    'Wenn die Anmeldung fehlschlägt, kann das eine der folgenden Ursachen haben:',
    'Sie sind kein globaler Administrator.',
  ],
])('%s: an item that is a cause of failure is not required', (locale, lead, item) => {
  expect(draftList(locale, lead, [item])).toEqual(['?']);
});
