import { describe, expect, test } from 'vitest';
import { checkDocument } from '../../../src/sync/check-document.ts';
import { languages, type Pair, pageOf } from './check-sentence.ts';

/** Sentences by which a page shows whom it calls お客様. */
const forCustomer: Pair[] = [
  { source: 'The customer gets an invoice.', target: 'お客様に請求書が届きます。' },
  { source: 'Ask for the tenant of the customer.', target: 'お客様のテナントを確認します。' },
];
const forReader: Pair[] = [
  { source: 'Your account is ready.', target: 'お客様のアカウントの準備ができました。' },
  { source: 'This page is about your data.', target: 'このページはお客様のデータについて説明します。' },
];
const youCan: Pair = {
  source: 'After the customer accepts the invitation, you can manage the subscription.',
  target: '招待を承諾すると、お客様はサブスクリプションを管理できます。',
};
const customerCan: Pair = {
  source: 'If your order is late, the customer must call the provider.',
  target: '注文が遅れた場合、お客様はプロバイダーに電話する必要があります。',
};

function actors(...pairs: Pair[]): string[] {
  return checkDocument(pageOf('ja-JP', pairs), { languages })
    .filter(({ check }) => check === 'actor')
    .map(({ source }) => source);
}

describe('お客様 is the customer or the reader, as the page has it', () => {
  test('a page that calls the customer so shifts the actor by calling the reader so', () => {
    expect(actors(...forCustomer, youCan)).toEqual([youCan.source]);
    expect(actors(...forCustomer, customerCan)).toEqual([]);
  });

  test('a page that calls the reader so shifts the actor by calling the customer so', () => {
    expect(actors(...forReader, customerCan)).toEqual([customerCan.source]);
    expect(actors(...forReader, youCan)).toEqual([]);
  });

  test.each([
    ['one sentence', forCustomer.slice(0, 1)],
    ['sentences that disagree', [...forCustomer, ...forReader]],
  ])('%s do not tell, and nothing is said', (_, pairs) => {
    expect(actors(...pairs, youCan)).toEqual([]);
  });
});
