import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import type { Document, Segment } from '../../src/content/document.ts';
import { readDocument } from '../../src/content/read-documents.ts';

async function page(path: string): Promise<Document> {
  const result = await readDocument(path);
  if ('error' in result) throw new Error(result.error.code);
  return result.document;
}

function segment(document: Document, number: string): Segment {
  const found = document.segments.find(({ id }) => id.endsWith(`-${number}`));
  if (!found) throw new Error(`no segment ${number}`);
  return found;
}

test.each([
  ['content/ko/remove-a-relationship.md', 16, 'ko-KR', '2017-07-19', 'HT'],
  ['content/zh/remove-a-relationship.md', 16, 'zh-CN', '2017-07-19', 'HT'],
  ['content/ja/remove-a-relationship.md', 16, 'ja-JP', '2017-07-19', 'HT'],
  ['content/ru/remove-a-relationship.md', 25, 'ru-RU', '2021-03-25', 'MT'],
  ['content/ko/indirect-reseller-tasks-in-partner-center.md', 168, 'ko-KR', '2020-07-14', 'HT'],
])('%s has %d segments', async (path, count, locale, published, translationType) => {
  const document = await page(path);
  expect(document.segments).toHaveLength(count);
  expect(document).toMatchObject({ locale, layout: 'side-by-side', diagnostics: [] });
  expect(document.frontMatter).toMatchObject({ published, translationType });
});

test('every segment of every page stands where its position and range say', async () => {
  for (const path of ['ko', 'zh', 'ja', 'ru'].map(
    (language) => `content/${language}/remove-a-relationship.md`,
  )) {
    const text = readFileSync(path, 'utf8');
    const lines = text.split('\n');
    for (const each of (await page(path)).segments) {
      const opening = `<span data-ttu-id="${each.id}">`;
      expect(lines[each.at.line - 1]?.slice(each.at.column - 1)).toMatch(new RegExp(`^${opening}`, 'u'));
      expect(text.slice(each.range.start, each.range.end)).toBe(
        `${opening}${each.target}</span><span class="sxs-lookup"><span data-stu-id="${each.id}">${each.source}</span></span>`,
      );
    }
  }
});

test('the Korean page says in line 25 that subscriptions come first', async () => {
  const found = segment(await page('content/ko/remove-a-relationship.md'), '112');
  expect(found).toMatchObject({ id: '8a2c7-112', at: { line: 25, column: 1 }, translated: true });
  expect(found.target).toBe('관계를 제거하려면 남은 활성 구독을 먼저 일시 중단해야 합니다.');
  expect(found.block.kind).toBe('paragraph');
});

test.each(['zh', 'ja'])('seven segments of the %s page are still English', async (language) => {
  const document = await page(`content/${language}/remove-a-relationship.md`);
  const untranslated = document.segments
    .filter(({ translated }) => !translated)
    .map(({ id }) => id.slice(-3));
  expect(untranslated).toEqual(['104', '105', '114', '115', '116', '117', '118']);
});

test('nested lists, quotes, headings, bold and links are told apart', async () => {
  const russian = await page('content/ru/remove-a-relationship.md');
  expect(segment(russian, '115').block).toMatchObject({
    kind: 'list-item',
    list: { ordered: true, position: [1, 2] },
  });
  expect(segment(russian, '120').block).toMatchObject({
    kind: 'list-item',
    list: { position: [2], continuation: true },
  });
  expect(segment(russian, '125').block).toMatchObject({ kind: 'block-quote', quote: { alert: 'NOTE' } });
  expect(segment(russian, '127').block).toMatchObject({
    inline: ['link'],
    link: 'request-a-relationship-with-a-customer.md',
  });
  expect(segment(russian, '111').headings.map(({ depth }) => depth)).toEqual([1]);
  expect(segment(russian, '126').headings.map(({ depth }) => depth)).toEqual([1]);
  expect(segment(russian, '125').headings.map(({ source }) => source)).toEqual([
    'How to remove a reseller relationship with a customer in Partner Center',
    'How to remove a relationship',
  ]);
  const korean = await page('content/ko/remove-a-relationship.md');
  expect(segment(korean, '104').block.inline).toEqual(['strong']);
  const tasks = await page('content/ko/indirect-reseller-tasks-in-partner-center.md');
  expect(segment(tasks, '169').block).toMatchObject({ kind: 'block-quote', quote: { alert: 'IMPORTANT' } });
  expect(segment(tasks, '226').headings.map(({ anchor }) => anchor)).toEqual([
    'learn-how-to-partner-with-indirect-providers-in-the-cloud-solution-provider-program',
    'connect-with-customers',
    'connect-with-existing-customers',
  ]);
});

test('what a translation says about no word counts as translated', async () => {
  const russian = await page('content/ru/remove-a-relationship.md');
  expect(segment(russian, '119')).toMatchObject({ source: 'a.', target: 'a.', translated: true });
});
