import { beforeAll, describe, expect, test } from 'vitest';
import type { Vocabulary } from '../../../../src/extract/draft/condition/reading.ts';
import { draftPreconditions } from '../../../../src/extract/draft/condition/draft-precondition.ts';
import { packagedVocabulary, phraseBook } from '../vocabulary.ts';

let vocabulary: Vocabulary;
beforeAll(async () => {
  vocabulary = await packagedVocabulary();
});

/** Gives what a sentence is drafted as: conditions, or the kind of what is none. */
function draft(sentence: string, language = 'en'): unknown[] {
  const phrases = phraseBook.get(language);
  if (!phrases) throw new Error(language);
  return draftPreconditions(sentence, phrases, vocabulary).map(({ reading }) =>
    reading.kind === 'condition' ? reading.condition : reading.kind,
  );
}

const none = (fact: string): object => ({ fact, operator: 'equal', value: 0 });
const is = (fact: string, value: unknown): object => ({ fact, operator: 'equal', value });

describe('what a sentence requires', () => {
  test('drafts each of several requirements', () => {
    expect(
      draft(
        'To close the account, you must cancel all Azure reservations and suspend every active subscription.',
      ),
    ).toEqual([none('azureReservationCount'), none('activeSubscriptionCount')]);
  });

  test('reads a ban with "if" as its opposite', () => {
    expect(draft("You can't leave the program if there are active subscriptions.")).toEqual([
      none('activeSubscriptionCount'),
    ]);
  });

  test.each([
    ["You can't order unless your company has a Partner Center account.", true],
    ["Until you have a Partner Center account, you won't be able to order.", true],
    ['Only after you have a Partner Center account can you order.', true],
    ['You can order as long as you have a Partner Center account.', true],
    ["You can't order if you have a Partner Center account.", false],
    ['You can order unless you have a Partner Center account.', false],
  ])('keeps the logic of: %s', (sentence, value) => {
    expect(draft(sentence)).toEqual([is('hasPartnerCenterAccount', value)]);
  });

  test.each([
    ['You must use two tenants to enroll as a reseller and a provider, respectively.', 'en'],
    ["If you're late, you can still renew the order.", 'en'],
    ["Customers must ensure no inactive or canceled items are selected, or the transfer can't begin.", 'en'],
    ['If you transfer only a subscription (no active reservations), you must sign the agreement.', 'en'],
    ['Sie müssen sich mit Konto A und Konto B jeweils als Händler und Anbieter anmelden.', 'de'],
    ['Если срок прошёл, вы всё равно можете продлить заказ.', 'ru'],
    ['기한이 지나면 여전히 주문을 갱신할 수 있습니다.', 'ko'],
    ['期限を過ぎた場合、それでも注文を更新できます。', 'ja'],
    ['如果已过期，你仍可续订订单。', 'zh'],
  ])('leaves to a person how the parts bear on each other in: %s', (sentence, language) => {
    expect(draft(sentence, language)).toEqual(['unencodable']);
  });

  test.each([
    ["You can't return the order after 7 days.", 'lessThanInclusive', 7],
    ['You can reopen the order only after 30 days.', 'greaterThanInclusive', 30],
    ["You can't reopen the order until 30 days have passed.", 'greaterThanInclusive', 30],
    ['You can return the order only within 7 days after the delivery.', 'lessThanInclusive', 7],
    ["You can't reopen the order before 24 days have passed.", 'greaterThanInclusive', 24],
    ['You can return the order until 30 days have passed.', 'lessThanInclusive', 30],
  ])('turns no time round: %s', (sentence, operator, value) => {
    expect(draft(sentence)).toEqual([{ fact: expect.stringMatching(/^daysOf[A-Z]/u), operator, value }]);
  });

  test('takes time counted from an event for one condition in Russian too', () => {
    expect(draft('Вернуть заказ можно только в течение 7 дней после доставки.', 'ru')).toEqual([
      { fact: expect.stringMatching(/^daysOf/u), operator: 'lessThanInclusive', value: 7 },
    ]);
  });

  test.each([
    ['Вернуть заказ после 7 дней нельзя.', 'ru', 'lessThanInclusive', 7],
    ['Вернуть заказ можно только через 30 дней.', 'ru', 'greaterThanInclusive', 30],
    ['구매 후 7일이 지나면 주문을 취소할 수 없습니다.', 'ko', 'lessThanInclusive', 7],
    ['购买 7 天后无法取消订单。', 'zh', 'lessThanInclusive', 7],
  ])('turns no time round in other languages: %s', (sentence, language, operator, value) => {
    expect(draft(sentence, language)).toEqual([
      { fact: expect.stringMatching(/^daysOf/u) as string, operator, value },
    ]);
  });

  test('keeps all counts that must be nothing', () => {
    expect(
      draft('You can leave only if there are no active subscriptions and no Azure reservations.'),
    ).toEqual([none('activeSubscriptionCount'), none('azureReservationCount')]);
  });

  test('asks for what someone must wait for, not for the waiting', () => {
    expect(draft('You must wait until you have a Partner Center account.')).toEqual([
      is('hasPartnerCenterAccount', true),
    ]);
  });

  test.each([
    '주문이 승인될 때까지 주문을 변경할 수 없습니다.',
    '계약이 끝날 때까지 주문을 변경할 수 없습니다.',
  ])('reads what lifts a ban in Korean: %s', (sentence) => {
    expect(draft(sentence, 'ko')).toEqual([is(expect.any(String) as string, true)]);
  });

  test('names a fact by several of its values before another by its title', () => {
    expect(draft('You need to be an indirect provider or a direct partner.')).toEqual([
      { fact: 'partnerType', operator: 'in', value: ['direct', 'indirectProvider'] },
    ]);
  });

  test('reads who alone may do it', () => {
    expect(draft('Only direct partners can close the account.')).toEqual([is('partnerType', 'direct')]);
  });

  test('makes "or" an alternative', () => {
    expect(draft('You must cancel the software purchases or have a Partner Center account.')).toEqual([
      { any: [none('softwarePurchaseCount'), is('hasPartnerCenterAccount', true)] },
    ]);
  });

  test('joins what breaks a ban by either', () => {
    expect(draft("You can't leave if you have Azure reservations and have software purchases.")).toEqual([
      { any: [none('azureReservationCount'), none('softwarePurchaseCount')] },
    ]);
  });

  test('reads a line of roles, and proposes the roles that no fact has', () => {
    expect(draft('**Required roles:** Sales agent | Billing admin'.replaceAll('*', ''))).toEqual([
      {
        any: [
          { fact: 'callerRoles', operator: 'contains', value: 'salesAgent' },
          { fact: 'callerRoles', operator: 'contains', value: 'billingAdmin' },
        ],
      },
    ]);
  });

  test('takes the label before a sentence for whom it is about', () => {
    expect(draft('Indirect resellers: suspend all active subscriptions first.')).toEqual([
      is('partnerType', 'indirectReseller'),
      none('activeSubscriptionCount'),
    ]);
  });

  test('reads windows of time and limits as bounds of a proposed number', () => {
    expect(draft('You have 45 days to appeal the decision.')).toEqual([
      { fact: 'daysOfAppealDecision', operator: 'lessThanInclusive', value: 45 },
    ]);
    expect(draft('Your company must have at least 12 employees.')).toEqual([
      { fact: 'numberOfEmployees', operator: 'greaterThanInclusive', value: 12 },
    ]);
  });

  test('does not take a role of the customer for one of the reader', () => {
    expect(draft('The customer must be a global admin.')).not.toContainEqual(
      expect.objectContaining({ fact: 'callerRoles' }),
    );
  });

  test('leaves to a person what no data can show, and says what cannot be a condition', () => {
    expect(draft("You can close the case if you're no longer interested in it.")).toEqual(['attestation']);
    expect(draft('You must submit the form before January 31, 2022.')).not.toEqual(['attestation']);
    expect(draft('You must meet the requirements.')).toEqual(['unencodable']);
    expect(draft('You can order until March 3, 2020.')).toEqual(['unencodable']);
  });

  test('takes what someone is about to do for the purpose', () => {
    expect(draft('If you want to leave, you need to suspend all active subscriptions.')).toEqual([
      none('activeSubscriptionCount'),
    ]);
  });
});

describe('in other languages', () => {
  test.each([
    ['ko', '계정을 닫으려면 활성 구독을 모두 일시 중단해야 합니다.'],
    ['zh', '若要关闭帐户，您必须暂停所有活动订阅。'],
    ['ru', 'Чтобы закрыть учетную запись, необходимо приостановить все активные подписки.'],
    ['ja', 'アカウントを閉じるには、アクティブなサブスクリプションをすべて一時停止する必要があります。'],
  ])('drafts a requirement from %s alone', (language, sentence) => {
    const drafted = draft(sentence, language);
    expect(drafted).toHaveLength(1);
    expect(drafted[0]).toMatchObject({ operator: 'equal' });
  });

  test('never fails, whatever the text', () => {
    const texts = [
      '',
      ' ',
      ':',
      '|',
      '如果',
      'if',
      'unless, until, if',
      '가'.repeat(5000),
      'if a, '.repeat(2000),
    ];
    for (const language of phraseBook.keys())
      for (const text of texts) expect(() => draft(text, language)).not.toThrow();
  });
});

test('a language is added by adding its table', () => {
  expect(draft('Um das Konto zu schließen, müssen Sie zuerst alle Lizenzen kündigen.', 'de')).toEqual([
    { fact: 'lizenzenKundigen', operator: 'equal', value: true },
  ]);
  expect(draft('Sie können nicht bestellen, es sei denn, der Vertrag ist unterzeichnet.', 'de')).toEqual([
    { fact: 'vertragUnterzeichnet', operator: 'equal', value: true },
  ]);
  expect(draft('Sie haben 14 Tage Zeit, Widerspruch einzulegen.', 'de')).toEqual([
    { fact: 'daysOfZeitWiderspruchEinzulegen', operator: 'lessThanInclusive', value: 14 },
  ]);
});

test.each([
  'Beachten Sie bei gemeinnützigen Kunden, das Guthaben darf 5.000 € nicht überschreiten, außer mit Zustimmung.',
  'Bei gemeinnützigen Kunden darf das Guthaben 5.000 € nicht überschreiten, außer der Vertrag ist unterzeichnet.',
])('shows what could not be read with its negation, as it stands: %s', (sentence) => {
  const phrases = phraseBook.get('de');
  if (!phrases) throw new Error('de');
  const drafted = draftPreconditions(sentence, phrases, vocabulary);
  expect(drafted.map(({ reading }) => reading.kind)).toContain('unencodable');
  for (const { words } of drafted) {
    expect(sentence).toContain(words);
    expect(words).toContain('nicht');
  }
});
