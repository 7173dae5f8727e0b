import { expect, test } from 'vitest';
import { parseMarkdown } from '../../src/content/structure.ts';
import { takeOffUnclosed } from '../../src/content/unclosed-html.ts';

test.each([
  ['a comment that ends', 'a <!-- b\nc --> d'],
  ['a block that runs over blank lines', '<!-- a\n\nb -->\n'],
  ['a block in a list', '- <!-- a\n\n  b -->\n'],
  ['an instruction that ends', 'a <?x?> b'],
  ['a declaration that ends', 'a <!DOCTYPE x> b'],
  ['CDATA that ends', 'a <![CDATA[b]]> c'],
])('%s is left as it is', (_, text) => {
  expect(takeOffUnclosed(text)).toBe(text);
});

test.each([
  ['a <!-- b', 'a .!-- b'],
  ['a <!-- b\n\nc -->', 'a .!-- b\n\nc -->'],
  ['a <? b <?x?>', 'a <? b <?x?>'],
  ['a <?x?> <? b', 'a <?x?> .? b'],
  ['a <![CDATA[ b]>', 'a .![CDATA[ b]>'],
])('%s becomes %s', (text, expected) => {
  expect(takeOffUnclosed(text)).toBe(expected);
});

test('what is taken off was text to the parser, and its offsets stay', () => {
  const text = 'a <!-- *b* <? c\n\nd --> e\n';
  expect(parseMarkdown(text).children.map(({ type, position }) => [type, position?.end.offset])).toEqual([
    ['paragraph', 15],
    ['paragraph', 24],
  ]);
});
