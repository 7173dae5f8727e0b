import fc from 'fast-check';
import { expect, test } from 'vitest';
import { markDifferences, markWords } from '../../src/report/mark-words.ts';

const marked = (parts: readonly { text: string; marked: boolean }[]): string[] =>
  parts.filter((part) => part.marked).map(({ text }) => text);

test.each([
  ['en', 'Pay within 30 days.', 'Pay within 60 days.', ['30'], ['60']],
  ['ko', '결제할 수 없습니다.', '결제할 수 있습니다.', ['없습니다'], ['있습니다']],
  ['ja', '3 日間待ちます。', '5 日間待ちます。', ['3'], ['5']],
  ['zh', '必须付款。', '可以付款。', ['必须'], ['可以']],
  ['ru', 'Вы можете купить.', 'Клиент может купить.', ['Вы можете'], ['Клиент может']],
])('%s: marks the words that differ', (locale, before, now, left, right) => {
  const found = markDifferences(before, now, locale);
  expect([marked(found.before), marked(found.now)]).toEqual([left, right]);
});

test('no text is lost or made up', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), (before, now) => {
      const found = markDifferences(before, now, 'ja');
      const whole = (parts: readonly { text: string }[]): string => parts.map(({ text }) => text).join('');
      expect([whole(found.before), whole(found.now), whole(markWords(before, [now, 'a']))]).toEqual([
        before,
        now,
        before,
      ]);
    }),
  );
});

test('a word is not found inside another, and overlapping words are marked once', () => {
  expect(marked(markWords('your notes for you', ['you', 'not']))).toEqual(['you']);
  expect(marked(markWords('can’t go', ['can’t', 'can’t go']))).toHaveLength(1);
});
