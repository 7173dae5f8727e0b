import fc from 'fast-check';
import stringWidth from 'fast-string-width';
import { describe, expect, test } from 'vitest';
import { breakLines } from '../../src/report/break-lines.ts';
import { cut, fit } from '../../src/ui/layout/fit.ts';

describe('breaking lines', () => {
  test.each([
    ['at spaces', 'one two three', 7, ['one two', 'three']],
    ['between ideographs, wide letters counting two', '削除する前に確認', 6, ['削除す', 'る前に', '確認']],
    ['never after an opening or before a closing mark', '顧客「削除」。', 7, ['顧客', '「削', '除」。']],
    ['in Korean at spaces only', '관계를 제거합니다', 12, ['관계를', '제거합니다']],
    ['inside a word that is wider than a line', 'abcdefghij', 4, ['abcd', 'efgh', 'ij']],
    ['with nothing to break', '', 10, ['']],
  ])('%s', (_, text, width, lines) => {
    expect(breakLines(text, width)).toEqual(lines);
  });

  test('keeps within the width and loses no letter', () => {
    const letter = fc.constantFrom('a', 'é', '한', '漢', 'ー', '、', '「', '」', ' ', 'Ж', '👩‍👧', 'ｱ');
    fc.assert(
      fc.property(fc.array(letter, { maxLength: 60 }), fc.integer({ min: 2, max: 30 }), (letters, width) => {
        const text = letters.join('');
        const lines = breakLines(text, width);
        for (const line of lines) expect(stringWidth(line)).toBeLessThanOrEqual(width);
        expect(lines.join('').replaceAll(' ', '')).toBe(text.replaceAll(' ', ''));
      }),
    );
  });
});

test('a prefix stands before the first line and makes room before the others', () => {
  expect(fit('one two', 6, '✗ ')).toEqual(['✗ one', '  two']);
});

test('a cut text says that something is missing', () => {
  expect(cut('漢字漢字', 8)).toBe('漢字漢字');
  expect(cut('漢字漢字', 7)).toBe('漢字漢…');
  expect(stringWidth(cut('漢字漢字', 6))).toBeLessThanOrEqual(6);
});
