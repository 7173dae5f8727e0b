import { describe, expect, test } from 'vitest';
import { codeOf, factNameOf } from '../../../../src/extract/draft/condition/naming.ts';
import { phraseBook } from '../vocabulary.ts';

function nameOf(language: string, words: string): string {
  const phrases = phraseBook.get(language);
  if (!phrases) throw new Error(language);
  return factNameOf(words, phrases);
}

describe('names of facts that only a page in another script states', () => {
  test.each([
    ['ko', '고객 계약', 'customerAgreement'],
    ['zh', '客户协议', 'customerAgreement'],
    ['ja', '顧客の契約', 'customerAgreement'],
    ['ru', 'соглашение клиента', 'agreementCustomer'],
  ])('are English words in %s', (language, words, name) => {
    expect(nameOf(language, words)).toBe(name);
  });

  test.each(['ko', 'zh', 'ja', 'ru'])('tell words apart that have no English one in %s', (language) => {
    const words = {
      ko: ['고객 갑', '고객 을'],
      zh: ['客户甲', '客户乙'],
      ja: ['顧客甲', '顧客乙'],
      ru: ['клиент жук', 'клиент лук'],
    };
    const [first, second] = (words[language as keyof typeof words] ?? []).map((each) =>
      nameOf(language, each),
    );
    expect(first).toMatch(/^customer[0-9A-F][0-9a-f]{3}$/u);
    expect(second).not.toBe(first);
  });

  test('are written letter by letter where there is no English word at all', () => {
    expect(nameOf('ko', '바다')).toMatch(/^bada/u);
    expect(nameOf('ru', 'щука')).toMatch(/^shchuka/u);
  });

  test('stay the same from run to run', () => {
    expect(nameOf('ko', '고객 갑')).toBe(nameOf('ko', '고객 갑'));
  });

  test('keep what tells them apart when they are cut', () => {
    const phrases = phraseBook.get('ko');
    if (!phrases) throw new Error('ko');
    const long = (end: string): string => codeOf(`고객 구독 예약 구매 계정 ${end}`, 'statement', phrases);
    expect(long('갑')).not.toBe(long('을'));
  });
});

test('names tell apart what differs only in a version or an identifier', () => {
  expect(nameOf('en', 'use version 4.1.1 of the tool')).not.toBe(
    nameOf('en', 'use version 4.2.0 of the tool'),
  );
  expect(nameOf('en', 'use Update-Module Az.Resources')).not.toBe(
    nameOf('en', 'use Update-Module Az.Accounts'),
  );
  expect(nameOf('zh', '使用 2.0 版')).toMatch(/^[a-z]{3}/u);
});
