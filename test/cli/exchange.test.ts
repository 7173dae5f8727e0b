import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { makeFolder, makePage, pairs, writeFiles } from '../sync/lint/made-pages.ts';
import { type Outcome, runCommand } from './run-command.ts';

const english = `{
  "title": { "short": "Orders" },
  "left_one": "{{count}} order left for {{name}}",
  "left_other": "{{count}} orders left for {{name}}",
  "late": "Too late"
}
`;

function makeProject(): string {
  return makeFolder({
    'locales/en/shop.json': english,
    'locales/ko/shop.json': '{\n  "title": { "short": "주문" }\n}\n',
    'locales/ru/shop.json':
      '{ "title": { "short": "Заказы" }, "late": "Слишком поздно", "left_one": "{{name}}: {{count}} заказ", "left_few": "{{name}}: {{count}} заказа", "left_many": "{{name}}: {{count}} заказов", "left_other": "{{name}}: {{count}} заказа" }\n',
    'locales/zh/shop.json':
      '{"title":{"short":"订单"},"late":"太晚了","left_other":"{{name}} 还有 {{count}} 个订单"}',
    'locales/ja/shop.json':
      '{"title":{"short":"注文"},"late":"遅すぎます","left_other":"{{name}}: 注文 {{count}} 件"}',
    'content/ko/a.md': makePage([pairs.plain, pairs.reversed]),
  });
}

function waymark(root: string, ...argv: string[]): Promise<Outcome> {
  return runCommand([...argv, '--project', root], { cwd: root });
}

function read(root: string, path: string): string {
  return readFileSync(join(root, path), 'utf8');
}

describe('export', () => {
  test('holds what is missing or in question, with path and reason, and nothing else', async () => {
    const { stdout, code } = await waymark(makeProject(), 'export', '--to', 'xliff');
    expect(code).toBe(0);
    expect([...stdout.matchAll(/<trans-unit id="([^"]*)"/gu)].map(([, id]) => id)).toEqual([
      'shop:left_other',
      'shop:late',
      'aaaaa-102',
    ]);
    expect(stdout).toContain('<x id="count" ctype="x-i18next" equiv-text="{{count}}"/>');
    expect(stdout).toContain('state="new"');
    expect(stdout).toMatch(/content\/ko\/a\.md:7[\s\S]*denies/u);
  });

  test('PO is of one language', async () => {
    const root = makeProject();
    const without = await waymark(root, 'export', '--to', 'po');
    expect(without.code).toBe(2);
    expect(without.stderr).toContain('--locale');
    const { stdout } = await waymark(root, 'export', '--to', 'po', '--locale', 'ru', '--all');
    expect(stdout).toMatch(
      /msgid "\{\{count\}\} order left for \{\{name\}\}"\nmsgid_plural[^\n]*\nmsgstr\[0\][^\n]*\nmsgstr\[1\][^\n]*\nmsgstr\[2\]/u,
    );
    expect(stdout).toContain('msgctxt "shop:left_other"');
  });

  test.each([[['--to', 'tmx']], [[]], [['--to', 'xliff', '--locale', 'en']], [['--to', 'xliff', 'more']]])(
    '%j is refused',
    async (options) => {
      expect((await waymark(makeProject(), 'export', ...options)).code).toBe(2);
    },
  );
});

describe.each(['xliff', 'po'])('%s there and back', (format) => {
  test('translations are taken, and the next export has nothing left of the catalogs', async () => {
    const root = makeProject();
    await waymark(root, 'export', '--to', format, '--locale', 'ko', '--output', 'out');
    const filled =
      format === 'xliff'
        ? read(root, 'out')
            .replace(
              /(<target[^>]*)state="new"><\/target>(\s*<note[^\n]*\n\s*<note[^\n]*CLDR)/u,
              '$1state="translated"><x id="name"/>: 주문 <x id="count"/>건</target>$2',
            )
            .replace(
              /state="new"><\/target>/u,
              'state="final">너무 늦음</target>\n<note from="Kim">&lt;확인&gt;</note>',
            )
        : read(root, 'out')
            .replace('msgstr[0] ""', 'msgstr[0] "{{name}}: 주문 {{count}}건"')
            .replace(/(msgctxt "shop:late"\nmsgid "Too late"\nmsgstr) ""/u, '$1 "너무 늦음"')
            .replace(/(?=#: locales\/ko\/shop\.json\n(?:#[^\n]*\n)*msgctxt "shop:late")/u, '# <확인>\n');
    writeFiles(root, { out: filled });
    const { code, stderr } = await waymark(root, 'import', 'out');
    expect(stderr).toContain('2 translations taken');
    expect(code).toBe(0);
    expect(JSON.parse(read(root, 'locales/ko/shop.json'))).toEqual({
      title: { short: '주문' },
      left_other: '{{name}}: 주문 {{count}}건',
      late: '너무 늦음',
    });
    expect(read(root, 'locales/ko/review.yaml')).toMatch(
      /^shop:\n(?: {2}left_?\w*: [0-9a-f]{16}\n)? {2}late:\n {4}english: '?[0-9a-f]{16}'?\n {4}state: (?:reviewed|translated)\n {4}note: <확인>/mu,
    );
    expect(read(root, 'content/ko/a.md')).toBe(makePage([pairs.plain, pairs.reversed]));
    const again = await waymark(root, 'export', '--to', format, '--locale', 'ko');
    expect(again.stdout).not.toMatch(/"shop:/u);
    const before = read(root, 'locales/ko/shop.json');
    await waymark(root, 'export', '--to', format, '--locale', 'ko', '--all', '--output', 'all');
    expect((await waymark(root, 'import', 'all')).stdout).toBe('');
    expect(read(root, 'locales/ko/shop.json')).toBe(before);
  });

  test('a changed English text is asked for again', async () => {
    const root = makeProject();
    await waymark(root, 'export', '--to', format, '--locale', 'ru', '--all', '--output', 'out');
    writeFiles(root, { out: read(root, 'out').replace('Слишком поздно', 'Поздно') });
    expect((await waymark(root, 'import', 'out')).code).toBe(0);
    expect(read(root, 'locales/ru/shop.json')).toMatch(
      /^\{ "title": \{ "short": "Заказы" \}, "late": "Поздно"/u,
    );
    writeFiles(root, { 'locales/en/shop.json': english.replace('Too late', 'Far too late') });
    const stale = await waymark(root, 'import', 'out');
    expect(stale.code).toBe(1);
    expect(stale.stderr).toContain('exchange-source');
    const { stdout } = await waymark(root, 'export', '--to', format, '--locale', 'ru');
    expect(stdout).toContain('изменился после перевода');
    expect(stdout).not.toContain('Заказы');
  });
});

describe('what import refuses', () => {
  const unit = (id: string, source: string, target: string): string =>
    `<trans-unit id="${id}"><source>${source}</source><target state="translated">${target}</target></trans-unit>`;
  const xliff = (units: readonly string[], locale = 'ko'): string =>
    `<?xml version="1.0"?>\n<xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2">\n<file original="x" source-language="en" target-language="${locale}" datatype="plaintext"><body>\n${units.join('\n')}\n</body></file></xliff>\n`;
  const counted = '<x id="count"/> orders left for <x id="name"/>';

  test('each text that would break something, with its place; the others are taken', async () => {
    const root = makeProject();
    const units = [
      unit('shop:late', 'Too late', '너무 늦음'),
      unit('shop:left_other', counted, '주문 <x id="count"/>건'),
      unit('shop:left_few', counted, counted),
      unit('shop:none', 'x', 'y'),
      unit('shop:title.short', 'Order', '주문서'),
      unit('shop:late', 'Too late', '늦음'),
    ];
    writeFiles(root, { 'back.xlf': xliff(units) });
    const { code, stderr } = await waymark(root, 'import', 'back.xlf');
    expect(code).toBe(1);
    const said = [...stderr.matchAll(/back\.xlf:(\d+):\d+ {2}error {2}(\S+)/gu)].map(([, line, what]) => [
      Number(line),
      what,
    ]);
    expect(said).toEqual([
      [5, 'exchange-missing-placeholder'],
      [6, 'exchange-plural'],
      [7, 'exchange-key'],
      [8, 'exchange-source'],
      [9, 'exchange-duplicate'],
    ]);
    expect(read(root, 'locales/ko/shop.json')).toContain('"late": "너무 늦음"');
    expect(read(root, 'locales/ko/shop.json')).toContain('"short": "주문"');
  });

  test.each([
    ['of another project', xliff([unit('app:x', 'x', 'y')]), 'exchange-foreign'],
    ['in another language', xliff([unit('shop:late', 'Too late', 'Trop tard')], 'fr'), 'exchange-locale'],
    ['of XLIFF 2', '<xliff version="2.0" xmlns="urn:oasis:names:tc:xliff:document:2.0"/>', 'not-xliff'],
    ['that is cut off', xliff([unit('shop:late', 'Too late', '늦음')]).slice(0, -30), 'invalid-xml'],
    ['with entities', '<!DOCTYPE x [<!ENTITY a "aaaa">]><xliff>&a;</xliff>', 'xml-doctype'],
    [
      'nested without end',
      `<xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2">${'<group>'.repeat(5000)}`,
      'nested-too-deep',
    ],
    ['of nothing', '', 'invalid-po'],
    ['of PO without texts', 'msgid ""\nmsgstr "Language: ko\\n"\n', 'exchange-empty'],
    ['of broken PO', 'msgid "x\nmsgstr', 'invalid-po'],
    [
      'of another project in PO',
      'msgid ""\nmsgstr "Language: ko\\n"\n\nmsgctxt "app"\nmsgid "x"\nmsgstr "y"\n',
      'exchange-foreign',
    ],
  ])('a file %s', async (_, text, expected) => {
    const root = makeProject();
    writeFiles(root, { back: text });
    const { code, stderr } = await waymark(root, 'import', 'back');
    expect([code, stderr.includes(expected)]).toEqual([2, true]);
    expect(stderr).not.toContain('internal-error');
    expect(existsSync(join(root, 'locales/ko/review.yaml'))).toBe(false);
  });
});
