import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseDocument } from '../../src/content/parse-document.ts';
import { checkDocument } from '../../src/sync/check-document.ts';
import { languages, pageOf } from './fidelity/check-sentence.ts';

const lost = { source: "You can't undo this.", target: '이 작업은 취소할 수 있습니다.' };
const fine = { source: 'Select a customer.', target: '고객을 선택합니다.' };

test('a finding names its place and both sentences', () => {
  const [finding] = checkDocument(pageOf('ko-KR', [fine, lost]), { languages });
  expect(finding).toMatchObject({
    ...lost,
    check: 'polarity',
    code: 'negation-lost',
    severity: 'error',
    article: 'page',
    locale: 'ko-KR',
    path: 'ko-KR/page.md',
    line: 7,
    column: 1,
    segment: '00000-102',
    values: { cue: "can't" },
    labels: [],
  });
});

test('the id outlives the segment id and belongs to the article, the group to the sentence pair', () => {
  const [here] = checkDocument(pageOf('ko-KR', [lost]), { languages });
  const [moved] = checkDocument(pageOf('ko-KR', [fine, lost]), { languages });
  const other = { ...pageOf('ko-KR', [lost]), article: 'other' };
  const [elsewhere] = checkDocument(other, { languages });
  expect(moved?.segment).not.toBe(here?.segment);
  expect(moved?.id).toBe(here?.id);
  expect(elsewhere?.id).not.toBe(here?.id);
  expect(elsewhere?.group).toBe(here?.group);
});

test('a sentence that carries a rule comes before one that does not', () => {
  const page = pageOf('ko-KR', [lost, { ...lost, source: "You can't change this." }]);
  const labels = new Map([['00000-102', ['obligation']]]);
  expect(checkDocument(page, { languages, labels }).map(({ segment }) => segment)).toEqual([
    '00000-102',
    '00000-101',
  ]);
});

test('a plain page, an English page and a page of an unknown language have no fidelity findings', () => {
  expect(checkDocument(parseDocument('# 제목\n\n문장입니다.\n', 'ko-KR/a.md'), { languages })).toEqual([]);
  expect(checkDocument(pageOf('en-US', [lost]), { languages })).toEqual([]);
  expect(checkDocument(pageOf('de-DE', [lost]), { languages })).toEqual([]);
});

test('a negation in the neighbouring segment of the paragraph is no finding', () => {
  const spans = [
    ['1', 'Web addresses such as Contoso', 'Contoso와 같은 웹 주소는'],
    ['2', "or Fabrikam aren't accepted.", '또는 Fabrikam입니다.'],
    ['3', 'Use another one.', '허용되지 않으므로 다른 주소를 사용하세요.'],
  ].map(
    ([id, source, target]) =>
      `<span data-ttu-id="0-${id}">${target}</span><span class="sxs-lookup"><span data-stu-id="0-${id}">${source}</span></span>`,
  );
  expect(checkDocument(parseDocument(spans.join('\n'), 'ko-KR/a.md'), { languages })).toEqual([]);
});

test('no text makes a check fail, whatever it holds', () => {
  const piece = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 40 }),
    fc.constantFrom(
      '**',
      '[',
      '](',
      '`',
      '__proto__',
      'constructor',
      '30 days',
      'not ',
      '않',
      'не ',
      '，',
      '{x}',
    ),
  );
  const text = fc.array(piece, { maxLength: 8 }).map((pieces) => pieces.join('').replace(/[<>\r\n]/gu, ''));
  const locale = fc.constantFrom('ko-KR', 'zh-CN', 'ja-JP', 'ru-RU');
  fc.assert(
    fc.property(locale, text, text, (tag, source, target) => {
      expect(checkDocument(pageOf(tag, [{ source, target }]), { languages })).toBeInstanceOf(Array);
    }),
    { numRuns: 300 },
  );
});
