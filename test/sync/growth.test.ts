import { expect, it } from 'vitest';
import { checkDocument } from '../../src/sync/check-document.ts';
import { countWork } from '../count-work.ts';
import { languages, pageOf } from './fidelity/check-sentence.ts';

function workOfChecking(pairs: readonly { source: string; target: string }[]): number {
  const page = pageOf('ko-KR', pairs);
  return countWork(() => checkDocument(page, { languages }));
}

it('the work of checking grows no faster than the number of sentences', () => {
  const pairs = (length: number): { source: string; target: string }[] =>
    Array.from({ length }, (_, number) => ({
      source: `You must cancel license ${number} before **${number} days**, unless it is [free](${number}).`,
      target: `**${number}일** 전에 라이선스 ${number}을 취소해야 합니다. [무료](${number})인 경우는 제외합니다.`,
    }));
  expect(workOfChecking(pairs(160)) / workOfChecking(pairs(40))).toBeLessThan(5);
});

it('a sentence that is longer than any sentence is reported and not compared', () => {
  const pair = { source: 'you must not, if not, '.repeat(5000), target: '하지 않으면 '.repeat(5000) };
  const page = pageOf('ko-KR', [pair]);
  expect(page.diagnostics).toMatchObject([
    { code: 'segment-too-long', severity: 'warning', values: { id: '00000-101', limit: 10_000 } },
  ]);
  expect(checkDocument(page, { languages })).toEqual([]);
});
