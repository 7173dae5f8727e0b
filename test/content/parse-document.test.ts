import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseDocument } from '../../src/content/parse-document.ts';

function pair(id: string, target: string, source: string): string {
  return `<span data-ttu-id="${id}">${target}</span><span class="sxs-lookup"><span data-stu-id="${id}">${source}</span></span>`;
}

function parse(text: string, path = 'docs/ko-KR/page.md'): ReturnType<typeof parseDocument> {
  return parseDocument(text, path);
}

test('a span alone on its line is a paragraph and what follows is still read', () => {
  const { segments } = parse(`${pair('a-1', '하나', 'One')}\n\n- ${pair('a-2', '둘', 'Two')}\n`);
  expect(segments.map(({ id, block }) => [id, block.kind])).toEqual([
    ['a-1', 'paragraph'],
    ['a-2', 'list-item'],
  ]);
});

test('table cells know row, column and header', () => {
  const { segments } = parse(
    `| ${pair('a-1', '역할', 'Role')} | ${pair('a-2', '한도', 'Limit')} |\n| - | - |\n| ${pair('a-3', '관리자', 'Admin')} | ${pair('a-4', '30일', '30 days')} |\n`,
  );
  expect(segments.map(({ block }) => block.table)).toEqual([
    { row: 0, column: 0, header: true, index: 0 },
    { row: 0, column: 1, header: true, index: 0 },
    { row: 1, column: 0, header: false, index: 0 },
    { row: 1, column: 1, header: false, index: 0 },
  ]);
});

test('a target that contains Markdown changes nothing around it', () => {
  const { segments } = parse(
    `- ${pair('a-1', '1. **굵게** [링크](x.md) | 표\n> 인용', '1. **Bold** text')}\n- ${pair('a-2', '다음', 'Next')}\n`,
  );
  expect(segments.map(({ block }) => block.list?.position)).toEqual([[1], [2]]);
  expect(segments[0]?.target).toBe('1. **굵게** [링크](x.md) | 표\n> 인용');
});

test('a byte order mark and CRLF leave positions true', () => {
  const text = `\ufeff---\r\nms.contentlocale: ru-RU\r\n---\r\n\r\n> [!NOTE]\r\n> ${pair('a-1', 'Да', 'Yes')}\r\n`;
  const { segments, locale } = parse(text, 'page.md');
  expect(locale).toBe('ru-RU');
  expect(segments[0]).toMatchObject({ at: { line: 6, column: 3 }, block: { quote: { alert: 'NOTE' } } });
});

test.each([
  ['the end of the pair is missing', `<span data-ttu-id="a-1">하나</span>\n\n${pair('a-2', '둘', 'Two')}`],
  [
    'the target span is not closed',
    `<span data-ttu-id="a-1">하나<span class="sxs-lookup"><span data-stu-id="a-1">One</span></span>\n\n${pair('a-2', '둘', 'Two')}`,
  ],
  [
    'the ids differ',
    `<span data-ttu-id="a-1">하나</span><span class="sxs-lookup"><span data-stu-id="a-9">One</span></span>\n\n${pair('a-2', '둘', 'Two')}`,
  ],
  ['the tag itself is cut', `<span data-ttu-id="a-1\n\n${pair('a-2', '둘', 'Two')}`],
])('where %s, the place is reported and the rest is read', (_, text) => {
  const { segments, diagnostics } = parse(text);
  expect(segments.map(({ id }) => id)).toEqual(['a-2']);
  expect(diagnostics[0]).toMatchObject({ code: 'unbalanced-span', at: { line: 1, column: 1 } });
});

test('a duplicate id is reported with both places and both segments are kept', () => {
  const { segments, diagnostics } = parse(`${pair('a-1', '하나', 'One')}\n\n${pair('a-1', '둘', 'Two')}\n`);
  expect(segments).toHaveLength(2);
  expect(diagnostics).toMatchObject([
    { code: 'duplicate-segment', at: { line: 3 }, related: [{ at: { line: 1 } }] },
  ]);
});

test('an English span without its translation is reported', () => {
  const { diagnostics } = parse(
    `x <span class="sxs-lookup"><span data-stu-id="a-7">One</span></span>\n\n${pair('a-2', '둘', 'Two')}`,
  );
  expect(diagnostics).toMatchObject([{ code: 'orphan-source-span', values: { id: 'a-7' } }]);
});

test('control characters are reported with their place', () => {
  const { diagnostics } = parse(`첫 줄\n둘째 \u001b[31m줄\n`);
  expect(diagnostics).toMatchObject([
    { code: 'control-character', at: { line: 2, column: 4 }, values: { found: 'U+001B' } },
  ]);
});

test.each([
  [
    'ms.contentlocale stands over folders',
    '---\nms.contentlocale: ja-jp\n---\nx',
    'docs/ko/page.md',
    'ja-JP',
  ],
  ['the nearest folder that is a tag', 'x', 'de/docs/zh-hans/bin/page.md', 'zh-Hans'],
  ['no folder is a tag', 'x', 'content/docs/page.md', 'und'],
])('the locale: %s', (_, text, path, expected) => {
  const document = parse(text, path);
  expect(document.locale).toBe(expected);
  expect(document.diagnostics.some(({ code }) => code === 'unknown-locale')).toBe(expected === 'und');
});

test('a plain page has a segment for each sentence, at its place', () => {
  const { layout, segments } = parse(
    '# <a name="t"></a>제목\n\n첫 문장입니다. 둘째 문장입니다.\n\n> [!NOTE]\n> 주의하십시오.\n\n| 표 |\n| - |\n| 칸 |\n',
  );
  expect(layout).toBe('plain');
  expect(segments.map(({ target, at, block }) => [target, at.line, at.column, block.kind])).toEqual([
    ['제목', 1, 19, 'heading'],
    ['첫 문장입니다.', 3, 1, 'paragraph'],
    ['둘째 문장입니다.', 3, 10, 'paragraph'],
    ['주의하십시오.', 6, 3, 'block-quote'],
    ['표', 8, 3, 'table-cell'],
    ['칸', 10, 3, 'table-cell'],
  ]);
  expect(segments.every(({ source }) => source === undefined)).toBe(true);
});

test('a sentence of a plain page ends at no address, code, name, abbreviation or number before it', () => {
  const sentences = (text: string, locale = 'en-US'): string[] =>
    parseDocument(text, `${locale}/page.md`).segments.map(({ source, target }) => source ?? target ?? '');
  expect(
    sentences('See [it](https://a.b/c?id=12&x). Go to https://a.b/c?d=e first. Then `a? b` runs.'),
  ).toEqual(['See [it](https://a.b/c?id=12&x).', 'Go to https://a.b/c?d=e first.', 'Then `a? b` runs.']);
  expect(sentences('**Step 1.** Select **Pending action.** The page opens.')).toEqual([
    '**Step 1.** Select **Pending action.**',
    'The page opens.',
  ]);
  expect(sentences('It uses a .NET SDK. Open *.\\tool\\run.csv*. Look in ./operations. Done.')).toEqual([
    'It uses a .NET SDK.',
    'Open *.\\tool\\run.csv*.',
    'Look in ./operations.',
    'Done.',
  ]);
  expect(sentences('See [What is it?](a.md) and [how?](b.md). Then go on.')).toEqual([
    'See [What is it?](a.md) and [how?](b.md).',
    'Then go on.',
  ]);
  expect(sentences('Read [What is it?](a.md) Then go on.')).toEqual([
    'Read [What is it?](a.md)',
    'Then go on.',
  ]);
  // A letter of two code units is masked as two, so that what follows stays at its place.
  expect(sentences('See `😀😀?` first. Then go on.')).toEqual(['See `😀😀?` first.', 'Then go on.']);
  // Strong marks that stand between two sentences belong to the one that they close or open.
  expect(sentences('**請求** を選択します。**顧客** を選びます。', 'ja-JP')).toEqual([
    '**請求** を選択します。',
    '**顧客** を選びます。',
  ]);
  expect(sentences('**重要です。**これは注意です。', 'ja-JP')).toEqual([
    '**重要です。**',
    'これは注意です。',
  ]);
  expect(sentences('Wählen Sie z. B. Anna. Danach d. h. Bert.', 'de-DE')).toHaveLength(2);
  expect(sentences('См. Раздел 2. Роли и т. д. Нажмите кнопку.', 'ru-RU')).toEqual([
    'См. Раздел 2.',
    'Роли и т. д.',
    'Нажмите кнопку.',
  ]);
});

test('text beside a directive of the site is read, and the directive is not', () => {
  const picture = ':::image type="content" source="a.png"\n   alt-text="A picture.":::';
  const { segments } = parse(
    `1. Enter the name.\n\n   ${picture}\n   Then go on.\n\n[!INCLUDE [Note](note.md)]\nSign in.\n`,
    'en-US/page.md',
  );
  expect(segments.map(({ source, at }) => [source, at.line])).toEqual([
    ['Enter the name.', 1],
    ['Then go on.', 5],
    ['Sign in.', 8],
  ]);
});

test('a plain English page is source', () => {
  const { segments } = parse('Suspend it first.', 'en-US/page.md');
  expect(segments).toMatchObject([{ source: 'Suspend it first.' }]);
  expect(segments[0]).not.toHaveProperty('target');
});

test('front matter that is no YAML is a finding and the page is read', () => {
  const { segments, diagnostics } = parse('---\ntitle: "open\n---\n\n문장.\n');
  expect(segments).toHaveLength(1);
  expect(diagnostics).toMatchObject([{ code: 'invalid-front-matter' }]);
});

test('any text yields a document whose segments have ordered ranges inside it', () => {
  const piece = fc.constantFrom(
    pair('a-1', '하나', 'One'),
    pair('b-2', '**둘**', '**Two**'),
    '<span data-ttu-id="c-3">',
    '</span>',
    '<span class="sxs-lookup"><span data-stu-id="c-3">',
    '\n',
    '\n\n',
    '- ',
    '1. ',
    '> ',
    '| ',
    '# ',
    '[',
    '](x)',
    '**',
    '\r\n',
    '\ue000',
    '```\n',
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
      const text = pieces.join('');
      let end = 0;
      for (const { range } of parse(text).segments) {
        expect(range.start).toBeGreaterThanOrEqual(end);
        expect(range.end).toBeGreaterThan(range.start);
        end = range.end;
      }
      expect(end).toBeLessThanOrEqual(text.length);
    }),
    { numRuns: 300 },
  );
});
