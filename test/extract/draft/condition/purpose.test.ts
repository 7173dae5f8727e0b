import { beforeAll, describe, expect, test } from 'vitest';
import { draftPreconditions } from '../../../../src/extract/draft/condition/draft-precondition.ts';
import type { Vocabulary } from '../../../../src/extract/draft/condition/reading.ts';
import { packagedVocabulary, phraseBook } from '../vocabulary.ts';

let vocabulary: Vocabulary;
beforeAll(async () => {
  vocabulary = await packagedVocabulary();
});

function draft(language: string, sentence: string, headings: readonly string[]): unknown[] {
  const phrases = phraseBook.get(language);
  if (!phrases) throw new Error(language);
  return draftPreconditions(sentence, phrases, vocabulary, { headings }).map(({ audience, reading }) => ({
    ...(audience ? { audience } : {}),
    ...('condition' in reading ? { require: reading.condition } : { unread: reading.kind }),
  }));
}

/** A rule with what it is asked for, and a heading that says the same, in each language. */
const purposes = [
  ['en', 'To stop the transfer, you must have a work account.', 'Stop a transfer'],
  ['en', 'Before you stop the transfer, you must have a work account.', 'Stop a transfer'],
  ['ko', '이전을 중지하려면 회사 계정이 있어야 합니다.', '이전 중지'],
  ['zh', '若要停止转移，必须具有工作帐户。', '停止转移'],
  ['ja', '転送を停止するには、職場アカウントが必要です。', '転送の停止'],
  ['ru', 'Чтобы остановить передачу, необходимо иметь рабочую учетную запись.', 'Остановить передачу'],
  [
    'de',
    'Um die Übertragung zu stoppen, müssen Sie über ein Geschäftskonto verfügen.',
    'Übertragung stoppen',
  ],
] as const;

const work = { fact: 'hasWorkAccount', operator: 'equal', value: true };

describe('what a rule is asked for', () => {
  test.each(purposes)('in %s: "%s" asks it of those who do that', (language, sentence) => {
    const [only, ...others] = draft(language, sentence, ['Overview of billing', 'FAQ']);
    expect(others).toEqual([]);
    expect(only).toEqual({
      audience: expect.objectContaining({ operator: 'equal', value: true }),
      require: work,
    });
  });

  test.each(purposes)(
    'in %s: "%s" asks it of everyone below a heading that says so',
    (language, sentence, heading) => {
      expect(draft(language, sentence, ['FAQ', heading])).toEqual([{ require: work }]);
    },
  );

  test.each([
    ['en', 'Before you begin, you must have a work account.'],
    ['en', 'To do so, you must have a work account.'],
    ['ko', '시작 하기 전에 회사 계정이 있어야 합니다.'],
    ['zh', '在开始之前，必须具有工作帐户。'],
    ['ja', '開始する前に、職場アカウントが必要です。'],
    ['ru', 'Прежде чем начать, необходимо иметь рабочую учетную запись.'],
    ['de', 'Bevor Sie beginnen, müssen Sie über ein Geschäftskonto verfügen.'],
  ])('in %s: "%s" asks it of everyone', (language, sentence) => {
    expect(draft(language, sentence, ['FAQ'])).toEqual([{ require: work }]);
  });
});

test('what a case bans is what it is asked for', () => {
  const account = { fact: 'hasPartnerCenterAccount', operator: 'equal', value: false };
  const sentence = 'If you have a Partner Center account, you can’t change the currency.';
  expect(draft('en', sentence, ['Change the currency'])).toEqual([{ require: account }]);
  expect(draft('en', sentence, ['Billing profile'])).toEqual([
    { audience: { fact: 'changeCurrency', operator: 'equal', value: true }, require: account },
  ]);
  const allowed = 'You can change the currency only if you have a Partner Center account.';
  expect(draft('en', allowed, ['Billing profile'])).toEqual([
    {
      audience: { fact: 'changeCurrency', operator: 'equal', value: true },
      require: { ...account, value: true },
    },
  ]);
});

test('a role with what it is for asks it of those who do that', () => {
  const admin = { fact: 'callerRoles', operator: 'contains', value: 'adminAgent' };
  expect(draft('en', 'You must be an admin agent to cancel a purchase.', ['Licenses'])).toEqual([
    { audience: { fact: 'cancelPurchase', operator: 'equal', value: true }, require: admin },
  ]);
});

test('what is not to be is no act that something is asked for', () => {
  const sentence = 'You must have a work account so that the transfer does not fail.';
  expect(draft('en', sentence, ['Licenses'])).toEqual([{ unread: 'unencodable' }]);
});

describe('what asks for something', () => {
  test.each([
    ['en', 'Transferring a subscription requires a work account.'],
    ['ko', '구독 이전에는 회사 계정이 필요합니다.'],
    ['ja', 'サブスクリプションの転送には職場アカウントが必要です。'],
  ])('in %s: "%s" is what that is asked for', (language, sentence) => {
    const yes = { operator: 'equal', value: true };
    expect(draft(language, sentence, ['FAQ'])).toMatchObject([{ audience: yes, require: yes }]);
  });

  test('"only those can", "within 7 days": what is done is what it is asked for, where no name tells it', () => {
    const tool = { fact: 'accessTool', operator: 'equal', value: true };
    expect(draft('en', 'Only partners who have a work account can access the tool.', ['FAQ'])).toMatchObject([
      { audience: tool, require: work },
    ]);
    expect(
      draft('en', 'Only partners who have a work account can access the tool.', ['Access the tool']),
    ).toEqual([{ require: work }]);
    const [window] = draft('zh', '你可以在 7 天内还原用户。', ['常见问题']);
    expect(window).toMatchObject({ audience: { value: true }, require: { value: 7 } });
  });

  test('what someone is to do is no aim of what requires it', () => {
    const [only] = draft('en', 'The certification requires partners to have a work account.', [
      'Certification',
    ]);
    expect(only).toEqual({ require: expect.objectContaining({ value: true }) });
  });
});
