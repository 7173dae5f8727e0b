import { expect, test } from 'vitest';
import { draftText } from './draft-text.ts';

const work = { fact: 'hasWorkAccount', operator: 'equal', value: true };

test.each([
  ['en-US', "You can't remove the account.", 'This restriction applies to trials only.'],
  ['ko-KR', '계정을 제거할 수 없습니다.', '이 제한은 평가판에만 적용됩니다.'],
  ['zh-CN', '无法删除帐户。', '此限制仅适用于试用版。'],
  ['ja-JP', 'アカウントを削除することはできません。', 'この制限は試用版にのみ適用されます。'],
  ['ru-RU', 'Нельзя удалить учетную запись.', 'Это ограничение применяется только к пробным версиям.'],
  ['de-DE', 'Sie können das Konto nicht löschen.', 'Diese Einschränkung gilt nur für Testversionen.'],
])('%s: a rule that the next sentence narrows is not taken for one of everyone', (locale, rule, next) => {
  const reason = (lines: readonly string[]): unknown =>
    draftText(locale, lines, () => true).find(({ evidence }) => rule.includes(evidence.text))?.body['reason'];
  expect(reason([`${rule} ${next}`])).toMatch(/case that other words/u);
  expect(reason([rule, '', next])).toBeUndefined();
});

test.each([
  ['en-US', 'If you are a global admin, you must sign in.', 'Also, you must have a work account.'],
  ['ko-KR', '글로벌 관리자인 경우 로그인해야 합니다.', '또한 회사 계정이 있어야 합니다.'],
  ['zh-CN', '如果你是全局管理员，则必须登录。', '另外，必须有工作帐户。'],
  [
    'ja-JP',
    'グローバル管理者である場合は、サインインする必要があります。',
    'また、職場アカウントが必要です。',
  ],
  [
    'ru-RU',
    'Если вы глобальный администратор, необходимо войти.',
    'Также необходима рабочая учетная запись.',
  ],
  [
    'de-DE',
    'Wenn Sie globaler Administrator sind, müssen Sie sich anmelden.',
    'Außerdem müssen Sie ein Geschäftskonto haben.',
  ],
])('%s: what goes on with a case is not asked of everyone', (locale, told, rule) => {
  const last = (lines: readonly string[]): unknown => draftText(locale, lines, () => true).at(-1)?.body;
  expect(last([`${told} ${rule}`])).not.toHaveProperty('require');
  expect(last([told, '', rule])).toHaveProperty('require');
});

test.each([
  ['en-US', 'The process goes through several stages:', 'Purchase of the plan'],
  ['ko-KR', '프로세스는 여러 과정을 거칩니다:', '플랜 구매'],
  ['zh-CN', '该流程经过几个阶段：', '购买计划'],
  ['ja-JP', 'このプロセスはいくつかの段階で進みます:', 'プランの購入'],
  ['ru-RU', 'Процесс проходит в несколько этапов:', 'Покупка плана'],
  ['de-DE', 'Der Vorgang läuft in mehreren Stufen ab:', 'Kauf des Plans'],
])('%s: what a list is of is asked of nobody where its lead-in does not ask', (locale, lead, item) => {
  const [element] = draftText(locale, [lead, '', `- ${item}`], ({ block }) => block.list !== undefined);
  expect(element?.section).toBe('unencodable');
});

test('a lead-in tells what its items are asked for, and in which case', () => {
  const bodies = (lead: string, item: string): unknown[] =>
    draftText(
      'en-US',
      ['# Set up billing', '', lead, '', `- ${item}`],
      ({ block }) => block.list !== undefined,
    ).map(({ body }) => body);
  const of = (fact: string): unknown => ({ fact, operator: 'equal', value: true });
  expect(bodies('To stop the transfer, you need:', 'A work account')).toEqual([
    { audience: of('stopTransfer'), require: work },
  ]);
  expect(bodies('To set up billing, you need:', 'A work account')).toEqual([{ require: work }]);
  expect(bodies('If you create a new app, provide the following:', 'Reply URL: where users sign in')).toEqual(
    [{ audience: of('createNewApp'), require: of('replyUrl') }],
  );
});

test('the rows of a table of requirements are asked of everyone, those of another of whom they name', () => {
  const cells = (header: string): unknown[] =>
    draftText(
      'en-US',
      [`| ${header} | Description |`, '| - | - |', '| Support | You must have a work account. |'],
      ({ block: { table } }) => table?.column === 1 && !table.header,
    ).map(({ body }) => body['require'] ?? body['reason']);
  expect(cells('Requirement')).toEqual([work]);
  expect(cells('Role')).toEqual([expect.stringMatching(/case that other words/u)]);
});

test('roles that items each need for something of their own are no ways of which one is enough', () => {
  const items = [
    'See it in portal A. The *Global admin* role is required.',
    'See it in portal B. The *Admin agent* role is required.',
  ];
  const drafted = draftText(
    'en-US',
    ['After the purchase:', '', ...items.map((item) => `- ${item}`)],
    ({ source }) => source?.includes('required') === true,
  );
  expect(drafted.map(({ section }) => section)).toEqual(['unencodable', 'unencodable']);
});

test.each([
  ['en-US', 'The following services require an approval:', 'Storage'],
  ['ko-KR', '다음 서비스는 승인이 필요합니다.', '스토리지'],
  ['zh-CN', '以下服务需要批准：', '存储'],
  ['ja-JP', '次のサービスは承認が必要です。', 'ストレージ'],
  ['ru-RU', 'Для следующих служб требуется утверждение:', 'Хранилище'],
  ['de-DE', 'Die folgenden Dienste erfordern eine Genehmigung:', 'Speicher'],
])('%s: what something is asked of is not what is asked', (locale, lead, item) => {
  const [element] = draftText(locale, [lead, '', `- ${item}`], ({ block }) => block.list !== undefined);
  expect(element?.section).toBe('unencodable');
});

test('a bullet that is no item of a list is not taken for a rule', () => {
  const lines = ['If sign-in fails, it could mean one of the following:', '', '• The account is not active'];
  const drafted = draftText('en-US', lines, ({ source }) => source?.startsWith('•') === true);
  expect(drafted.map(({ section }) => section)).toEqual(['unencodable']);
});

test('what access is needed for is required of nobody', () => {
  const items = (lead: string): unknown[] =>
    draftText(
      'en-US',
      [lead, '', '- Suspend the subscription.'],
      ({ block }) => block.list !== undefined,
    ).map(({ section }) => section);
  expect(items('Agents need explicit access to:')).toEqual(['unencodable']);
  expect(items('You need to:')).toEqual(['preconditions']);
});

test('of ways that are each for other people none is drafted', () => {
  const lines = [
    'You need one of the following:',
    '',
    '- You must have a work account.',
    '- Indirect resellers must have a Partner Center account.',
  ];
  const drafted = draftText('en-US', lines, ({ block }) => block.list !== undefined);
  expect(drafted.map(({ section }) => section)).toEqual(['unencodable', 'unencodable']);
});
