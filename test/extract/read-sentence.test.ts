import { describe, expect, it } from 'vitest';
import { loadCues } from '../../src/extract/load-cues.ts';
import { readSentence, type SentenceReading } from '../../src/extract/read-sentence.ts';

const { tables } = await loadCues();

function read(language: string, text: string): SentenceReading {
  const table = tables.get(language);
  if (!table) throw new Error(`no cues for ${language}`);
  return readSentence(text, table);
}

function clausesOf(language: string, text: string): string[] {
  const clauses = read(language, text).subordinates;
  return [...new Set(clauses.map(({ kind, start, end }) => `${kind}: ${text.slice(start, end).trim()}`))];
}

describe('subordinate clauses', () => {
  it.each([
    [
      'en',
      'Before you turn on (or turn off) the switch, save.',
      'before: Before you turn on (or turn off) the switch',
    ],
    [
      'en',
      'If the order exceeds 10,000 seats, call the desk.',
      'condition: If the order exceeds 10,000 seats',
    ],
    ['en', 'You must enter it again before June 16, 2021.', 'before: before June 16, 2021'],
    ['en', 'You can order, provided the customer signs.', 'condition: provided the customer signs'],
    ['en', 'Once the seal is shown, select Save.', 'after: Once the seal is shown'],
    ['en', 'For existing customers, the price stays the same.', 'condition: For existing customers'],
    ['en', 'If you order by 18:00 today, it ships.', 'condition: If you order by 18:00 today'],
    ['ko', '고객(테넌트)이 계약에 서명한 후 주문할 수 있습니다.', 'after: 고객(테넌트)이 계약에 서명한 후'],
    ['ko', '주문이 10,000개를 초과하면 문의하세요.', 'when: 주문이 10,000개를 초과하면'],
    ['ko', '기존 고객의 경우 가격이 유지됩니다.', 'condition: 기존 고객의 경우'],
    ['zh', '客户（租户）签署协议后，你可以下单。', 'after: 客户（租户）签署协议后'],
    ['zh', '当订单超过 10,000 个席位时，请致电。', 'when: 当订单超过 10,000 个席位时'],
    ['zh', '即使客户不同意，也会发送通知。', 'condition: 即使客户不同意'],
    ['ja', '顧客 (テナント) が契約に署名した後、注文できます。', 'after: 顧客 (テナント) が契約に署名した後'],
    ['ja', '注文するときに、契約を確認します。', 'when: 注文するときに'],
    ['ru', 'После активации можно оформить заказ.', 'after: После активации'],
    ['ru', 'При появлении запроса введите код.', 'when: При появлении запроса'],
    ['de', 'Wenn es am 4. Mai beginnt, endet es früher.', 'condition: Wenn es am 4. Mai beginnt'],
    [
      'de',
      'Wird die Rechnung nicht bezahlt, endet der Vertrag.',
      'condition: Wird die Rechnung nicht bezahlt',
    ],
    ['de', 'Sie können bestellen, es sei denn, der Kunde widerspricht.', 'until: der Kunde widerspricht'],
  ])('are found whole: %s %s', (language, text, clause) => {
    expect(clausesOf(language, text)).toEqual([clause]);
  });

  it('begin where the one before has ended', () => {
    expect(clausesOf('ko', '주문이 취소되면 기한 이전에 다시 주문해야 합니다.')).toEqual([
      'when: 주문이 취소되면',
      'before: 기한 이전에',
    ]);
  });

  it.each([
    ['en', 'Check the information provided in this field.'],
    ['en', 'See if the seal is shown.'],
    ['en', 'The seal is needed only once.'],
    ['en', 'It can take as long as 24 hours.'],
    ['en', 'Do it as soon as possible.'],
    ['ko', '예를 들면 다음과 같습니다.'],
    ['zh', '适当的角色会显示在此处。'],
    ['ja', '遅延が発生する場合があります。'],
    ['ja', 'データベースには、すべての注文があります。'],
    ['ru', 'Тем не менее заказ оплачен.'],
    ['de', 'Bis zu 25 Lizenzen sind möglich.'],
    ['de', 'Partner sollten die Rechnung prüfen.'],
  ])('are none: %s %s', (language, text) => {
    expect(clausesOf(language, text)).toEqual([]);
  });
});

describe('cues', () => {
  it.each([
    ['en', 'You need not sign again.', 'waiver', 'necessity'],
    ['en', 'The company does not have an account.', 'negation', 'waiver'],
    ['en', 'Provide the required details.', 'action', 'gain'],
    ['en', 'The price list of May 2021 is final.', 'date', 'possibility'],
    ['en', 'Your number may not be the same as theirs.', 'possibility', 'prohibition'],
    ['en', 'You may not sell the keys.', 'prohibition', 'possibility'],
    ['en', 'The list of products is subject to change.', 'description', 'necessity'],
    ['en', "There's no way to renew it.", 'inability', 'ability'],
    ['en', 'This eliminates the need for a second order.', 'waiver', 'necessity'],
    ['en', 'A valid request contains:', 'requirement', 'necessity'],
    ['ko', '30일 내에 주문해야 합니다.', 'deadline', 'advice'],
    ['ko', '고객 추천을 관리합니다.', 'customer', 'advice'],
    ['zh', '你不会收到退款。', 'inability', 'gain'],
    ['zh', '供应商会显示相应的订单。', 'display', 'advice'],
    ['zh', '至多可以添加 25 个席位。', 'limit', 'advice'],
    ['ja', 'データベースを開きます。', 'action', 'definition'],
    ['ja', '署名は必要とされません。', 'waiver', 'necessity'],
    ['ja', '遅くとも 5 営業日以内に返信します。', 'deadline', 'waiver'],
    ['ru', 'Клиенты не получат возврат.', 'loss', 'gain'],
    ['ru', 'Заказ — это документ клиента.', 'definition', 'limit'],
    ['ru', 'Обратите внимание на цену.', 'caution', 'action'],
    ['de', 'Dafür ist keine Unterschrift nötig.', 'waiver', 'necessity'],
    ['de', 'Kunden haben keinen Anspruch auf Rückgabe.', 'inability', 'gain'],
    ['de', 'Nicht mehr als drei Geräte sind möglich.', 'limit', 'loss'],
  ])('are read in their sense: %s %s', (language, text, said, unsaid) => {
    const cues = read(language, text).matches.map(({ name }) => name);
    expect(cues).toContain(said);
    expect(cues).not.toContain(unsaid);
  });
});
