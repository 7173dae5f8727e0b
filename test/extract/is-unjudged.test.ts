import { expect, test } from 'vitest';
import { isUnjudged } from '../../src/extract/is-unjudged.ts';
import { sideBySidePage } from './made-page.ts';

const page = sideBySidePage([
  '# {Close an account|계정 닫기}',
  '',
  '{You must cancel all licenses.|라이선스를 취소해야 합니다.}',
  '',
  '{1.|1.}',
]);
const confidences = (...values: number[]): { confidence: number }[] =>
  values.map((confidence) => ({ confidence }));

test('a page is unjudged where none of its sentences was read, whatever was made of headings and numbers', () => {
  expect(isUnjudged(page, confidences(0, 0, 0))).toBe(true);
  expect(isUnjudged(page, confidences(1, 0, 1))).toBe(true);
  expect(isUnjudged(page, confidences(0, 0.5, 0))).toBe(false);
});

test('a page without sentences is not', () => {
  const headings = sideBySidePage(['# {Close an account|계정 닫기}', '', '{1.|1.}']);
  expect(isUnjudged(headings, confidences(0, 0))).toBe(false);
});
