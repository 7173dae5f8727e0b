import { leaveOut } from '../left-out.ts';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { digestBytes } from '../../src/content/digest.ts';

const digests: Record<string, string> = {
  'content/ko/remove-a-relationship.md': '2bbbda8205ef8cd140b44730233a67c55a9f38eaa805b283b21677540e763852',
  'content/zh/remove-a-relationship.md': 'b2dbe1356865a4a0cdbb52bd1f5f39c4d16daf84f496df7998812d3062b24022',
  'content/ja/remove-a-relationship.md': '1b3e8f83b001b29d08176c9e02793e7651569de785668c82ae6430809810843e',
  'content/ru/remove-a-relationship.md': '4172f20e37f9aeb379fc7c57abf98e3213885585de06f26b068f722d5e3e47c7',
  'content/ko/indirect-reseller-tasks-in-partner-center.md':
    '54cd24d98cfb5c33fc9658474a0dab407a6527438483580f4a31caea572d4ab9',
};

test('the pages are byte for byte as received', () => {
  const found = Object.fromEntries(
    Object.keys(digests).map((path) => [path, digestBytes(readFileSync(path))]),
  );
  expect(found).toEqual(digests);
});

test('the pages are those of the received collection', () => {
  const folder = '../shared/seeds';
  if (!existsSync(folder)) {
    leaveOut('comparison of content/ with the received pages (no shared/ folder)');
    return;
  }
  const received = readdirSync(folder).map((name) => digestBytes(readFileSync(`${folder}/${name}`)));
  expect(received.toSorted()).toEqual(Object.values(digests).toSorted());
});
