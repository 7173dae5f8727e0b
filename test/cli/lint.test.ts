import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { LintReport } from '../../src/report/lint-report.ts';
import { commitAll, makeFolder, makePage, pairs, writeFiles } from '../sync/lint/made-pages.ts';
import { type Outcome, runCommand, runJson } from './run-command.ts';

const reversedPage = makePage([pairs.plain, pairs.reversed]);
const rightPage = makePage([pairs.plain, pairs.right]);

function lint(cwd: string, ...options: string[]): Promise<Outcome & { json: LintReport }> {
  return runJson<LintReport>(['lint', ...options], { cwd });
}

describe('exit codes of lint', () => {
  test('a reversed sentence is found at its place and fails the run', async () => {
    const cwd = makeFolder({ 'content/ko/a.md': reversedPage });
    const { code, json } = await lint(cwd, 'content');
    expect(code).toBe(1);
    expect(json).toMatchObject({ documents: 1, segments: 2 });
    expect(json.findings).toEqual([
      expect.objectContaining({
        check: 'polarity',
        severity: 'error',
        status: 'new',
        article: 'a',
        locale: 'ko-KR',
        path: 'content/ko/a.md',
        line: 7,
        column: 1,
        segment: 'aaaaa-102',
        source: pairs.reversed[0],
        target: pairs.reversed[1],
        owner: 'translator',
      }),
    ]);
    expect(json.findings[0]?.labels.length).toBeGreaterThan(0);
  });

  test('a right page passes', async () => {
    expect((await lint(makeFolder({ 'ko/a.md': rightPage }), 'ko')).code).toBe(0);
  });

  test('warnings alone pass unless asked otherwise', async () => {
    const cwd = makeFolder({ 'ko/a.md': makePage([pairs.numberless]) });
    const { code, json } = await lint(cwd, 'ko');
    expect(json.findings.map(({ severity }) => severity)).toEqual(['warning']);
    expect(code).toBe(0);
    expect((await lint(cwd, 'ko', '--fail-on', 'warning')).code).toBe(1);
    expect((await lint(cwd, 'ko', '--severity', 'error')).json.findings).toEqual([]);
    expect((await lint(makeFolder({ 'ko/a.md': reversedPage }), 'ko', '--fail-on', 'never')).code).toBe(0);
  });

  test('only the checks asked for count', async () => {
    const cwd = makeFolder({ 'ko/a.md': reversedPage });
    expect((await lint(cwd, 'ko', '--check', 'number')).code).toBe(0);
    expect((await lint(cwd, 'ko', '--check', 'number,polarity')).code).toBe(1);
    const unknown = await runCommand(['lint', 'ko', '--check', 'spelling'], { cwd });
    expect(unknown.code).toBe(2);
    expect(unknown.stderr).toContain('spelling');
  });

  test('a path that is missing is an error, and the others are still checked', async () => {
    const cwd = makeFolder({ 'ko/a.md': reversedPage, 'ko/broken.md': 'x' });
    writeFileSync(join(cwd, 'ko/broken.md'), Buffer.from([0x23, 0x20, 0xff, 0xfe]));
    const { code, json, stderr } = await lint(cwd, 'ko', 'ja');
    expect(code).toBe(2);
    expect(json.findings).toHaveLength(1);
    expect(json.problems.filter(({ severity }) => severity === 'error')).toEqual([
      expect.objectContaining({ path: 'ja', code: 'file-not-found' }),
      expect.objectContaining({ path: 'ko/broken.md', code: 'invalid-utf8' }),
    ]);
    expect(stderr).toContain('ko/broken.md');
  });

  test.each([
    ['no path', []],
    ['a folder without pages', ['empty']],
    ['pages without a source', ['plain']],
    ['an unreadable baseline', ['ko', '--baseline', 'none.json']],
    ['a limit that is no number', ['ko', '--max-items', 'many']],
    ['a day that is none', ['ko', '--date', '2026-13-01']],
  ])('%s is no pass', async (_, options) => {
    const cwd = makeFolder({
      'ko/a.md': rightPage,
      'empty/x.txt': '',
      'plain/ko/a.md': '# 제목\n\n본문입니다.\n',
    });
    const { code, stderr } = await runCommand(['lint', ...options], { cwd });
    expect(code).toBe(2);
    expect(stderr).not.toBe('');
    expect(stderr).not.toContain('internal');
  });

  test('an article without a page in one of the languages is told, and the rest is checked', async () => {
    const page = (locale: string): string => makePage([pairs.plain], locale);
    const cwd = makeFolder({
      'ko/a.md': reversedPage,
      'ja/a.md': page('ja-JP'),
      'ja/b.md': page('ja-JP'),
      'ko/b.md': rightPage,
      'zh/b.md': page('zh-CN'),
      'zh/only.md': page('zh-CN'),
    });
    const { code, json, stderr } = await lint(cwd, 'ko', 'ja', 'zh');
    expect(code).toBe(1);
    expect(json.problems).toEqual([expect.objectContaining({ code: 'page-missing', severity: 'warning' })]);
    expect(stderr).toMatch(/`a`[^\n]*zh/u);
  });

  test('a page named twice is checked once', async () => {
    const cwd = makeFolder({ 'ko/a.md': reversedPage });
    expect((await lint(cwd, 'ko', 'ko/a.md')).json).toMatchObject({ documents: 1, findings: [{}] });
  });
});

describe('what is known', () => {
  test('a baseline leaves only what is new to fail', async () => {
    const cwd = makeFolder({ 'ko/a.md': reversedPage });
    expect((await lint(cwd, 'ko', '--write-baseline', 'known.json')).code).toBe(1);
    const again = await lint(cwd, 'ko', '--baseline', 'known.json');
    expect(again.code).toBe(0);
    expect(again.json.findings.map(({ status }) => status)).toEqual(['known']);
    writeFiles(cwd, { 'ko/b.md': makePage([['The price isn’t fixed.', '가격은 고정되어 있습니다.']]) });
    const more = await lint(cwd, 'ko', '--baseline', 'known.json');
    expect(more.code).toBe(1);
    expect(more.json.findings.map(({ article, status }) => [article, status])).toEqual([
      ['a', 'known'],
      ['b', 'new'],
    ]);
  });

  test('a new version of a page with the same texts has no new findings', async () => {
    const cwd = makeFolder({ 'ko/a.md': reversedPage });
    await lint(cwd, 'ko', '--write-baseline', 'known.json');
    writeFiles(cwd, { 'ko/a.md': makePage([pairs.reversed, pairs.plain], 'ko-KR', 'bbbbb') });
    expect((await lint(cwd, 'ko', '--baseline', 'known.json')).code).toBe(0);
  });

  test('what is no baseline is said', async () => {
    const cwd = makeFolder({ 'ko/a.md': reversedPage, 'x.json': '{"findings": 3}', 'y.json': '{' });
    for (const file of ['x.json', 'y.json']) {
      const { code, stderr } = await runCommand(['lint', 'ko', '--baseline', file], { cwd });
      expect(code).toBe(2);
      expect(stderr).toContain(file);
    }
  });

  test('the trend grows by a line a run and tells the difference', async () => {
    const cwd = makeFolder({ 'ko/a.md': reversedPage });
    await lint(cwd, 'ko', '--trend', 'trend.ndjson', '--date', '2026-01-05');
    writeFiles(cwd, { 'ko/a.md': rightPage });
    const { json } = await lint(cwd, 'ko', '--trend', 'trend.ndjson', '--date', '2026-01-06');
    expect(json.trend).toMatchObject({
      previous: { date: '2026-01-05', errors: 1, checks: { polarity: 1 }, locales: { 'ko-KR': 1 } },
      current: { date: '2026-01-06', errors: 0 },
    });
    const lines = readFileSync(join(cwd, 'trend.ndjson'), 'utf8').trimEnd().split('\n');
    expect(lines.map((line) => (JSON.parse(line) as { date: string }).date)).toEqual([
      '2026-01-05',
      '2026-01-06',
    ]);
  });

  test('a broken line of the trend is said and kept', async () => {
    const cwd = makeFolder({ 'ko/a.md': rightPage, 'trend.ndjson': 'not json' });
    const { code, stderr } = await runCommand(
      ['lint', 'ko', '--trend', 'trend.ndjson', '--date', '2026-01-05'],
      { cwd },
    );
    expect(code).toBe(0);
    expect(stderr).toContain('trend.ndjson:1:1');
    expect(readFileSync(join(cwd, 'trend.ndjson'), 'utf8')).toMatch(/^not json\n\{"date":"2026-01-05"/u);
  });
});

describe('pages against a git revision', () => {
  test('--since checks changed pages and knows what they already had', async () => {
    const cwd = makeFolder({ 'ko/old.md': reversedPage, 'ko/changed.md': reversedPage });
    commitAll(cwd);
    const nothing = await lint(cwd, 'ko', '--since', 'HEAD');
    expect(nothing.code).toBe(0);
    expect(nothing.json).toMatchObject({ documents: 0, unchanged: 2, findings: [] });

    const extra = ['The fee isn’t refunded.', '요금이 환불됩니다.'] as const;
    writeFiles(cwd, { 'ko/changed.md': makePage([pairs.reversed, extra]), 'ko/new.md': reversedPage });
    const { code, json } = await lint(cwd, 'ko', '--since', 'HEAD');
    expect(code).toBe(1);
    expect(json).toMatchObject({ documents: 2, unchanged: 1 });
    const statuses = json.findings.map(({ path, source, status }) => [path, source, status]);
    expect(statuses).toContainEqual(['ko/changed.md', extra[0], 'new']);
    expect(statuses).toContainEqual(['ko/changed.md', pairs.reversed[0], 'known']);
  });

  test.each(['--since', '--base'])('%s with a revision that is not there says so', async (option) => {
    const cwd = makeFolder({ 'ko/a.md': reversedPage });
    commitAll(cwd);
    for (const revision of ['v9', '--output=x']) {
      const { code, stderr } = await runCommand(['lint', 'ko', `${option}=${revision}`], { cwd });
      expect(code).toBe(2);
      expect(stderr).toContain(revision);
    }
  });

  test('outside a repository that is said', async () => {
    const cwd = makeFolder({ 'ko/a.md': reversedPage });
    const { code, stderr } = await runCommand(['lint', 'ko', '--since', 'HEAD'], { cwd });
    expect(code).toBe(2);
    expect(stderr).toContain('no-repository');
  });

  const before = makePage([
    ['You must pay within 30 days.', '30일 이내에 결제해야 합니다.'],
    ['You may cancel an order.', '주문을 취소할 수 있습니다.'],
    ['Select the **Orders** tab.', '**주문** 탭을 선택합니다.'],
    pairs.right,
  ]);
  const after = makePage(
    [
      ['You must pay within 60 days.', '30일 이내에 결제해야 합니다.'],
      ['You may cancel an order.', '주문은 취소할 수 있습니다.'],
      ['Click the Orders tab.', '**주문** 탭을 선택합니다.'],
      pairs.reversed,
    ],
    'ko-KR',
    'bbbbb',
  );
  test.each(['folder', 'revision'])(
    '--base %s finds what stayed behind and what was reworded',
    async (kind) => {
      const cwd = makeFolder({ 'ko/a.md': before });
      commitAll(cwd);
      writeFiles(cwd, { 'earlier/docs/ko/a.md': before, 'ko/a.md': after, 'ko/b.md': rightPage });
      const base = kind === 'folder' ? 'earlier' : 'HEAD';
      const { json } = await lint(cwd, 'ko', '--base', base, '--check', 'stale-target,retranslated');
      expect(json.findings.map(({ check, severity, source }) => [check, severity, source])).toEqual([
        ['stale-target', 'error', 'You must pay within 60 days.'],
        ['retranslated', 'error', pairs.reversed[0]],
      ]);
      expect(json.problems).toContainEqual(
        expect.objectContaining({ code: 'no-earlier-version', path: 'ko/b.md', severity: 'info' }),
      );
    },
  );
});

describe('acceptances', () => {
  async function idOf(cwd: string): Promise<string> {
    return (await lint(cwd, 'ko')).json.findings[0]?.id ?? '';
  }
  const accept = (id: string, kind: string): string =>
    `acceptances:\n  - {finding: ${id}, article: a, kind: ${kind}, by: Kim, why: as agreed}\n`;

  test.each(['not-a-defect', 'wont-fix', 'until 2026-03-01'])('%s holds', async (kind) => {
    const cwd = makeFolder({ 'ko/a.md': reversedPage });
    writeFiles(cwd, { 'waymark.accept.yaml': accept(await idOf(cwd), kind) });
    const { code, json } = await lint(cwd, 'ko', '--date', '2026-03-01');
    expect(code).toBe(0);
    expect(json.findings).toEqual([
      expect.objectContaining({
        status: 'accepted',
        accepted: expect.objectContaining({ by: 'Kim' }) as unknown,
      }),
    ]);
    expect(json.problems).toEqual([]);
  });

  test('until ends after its day', async () => {
    const cwd = makeFolder({ 'ko/a.md': reversedPage });
    writeFiles(cwd, { 'waymark.accept.yaml': accept(await idOf(cwd), 'until 2026-03-01') });
    const { code, json } = await lint(cwd, 'ko', '--date', '2026-03-02');
    expect(code).toBe(1);
    expect(json.problems.map((problem) => problem.code)).toEqual(['acceptance-expired']);
  });

  test('an acceptance ends when a text changes, and what became of it is told', async () => {
    const { digestText } = await import('../../src/content/digest.ts');
    const pairEntry = (source: string, target: string): string =>
      `  - {check: polarity, article: a, source: ${digestText(source)}, target: ${digestText(target)}, kind: wont-fix, by: Kim, why: x}\n`;
    const [source, target] = pairs.reversed;
    const cwd = makeFolder({
      'ko/a.md': reversedPage,
      'waymark.accept.yaml': `acceptances:\n${pairEntry(source, target)}${pairEntry(source, '옛 문장')}${pairEntry('Old.', '옛 문장')}${pairEntry(...pairs.plain)}`,
    });
    const { code, json } = await lint(cwd, 'ko');
    expect(code).toBe(0);
    expect(json.problems.map((problem) => [problem.line, problem.code])).toEqual([
      [3, 'acceptance-ended'],
      [4, 'acceptance-gone'],
      [5, 'acceptance-unneeded'],
    ]);
  });

  test('an entry with a fault is told with its place, and the others hold', async () => {
    const cwd = makeFolder({ 'ko/a.md': reversedPage });
    const entries = [
      '  - {finding: xyz, kind: wont-fix, by: Kim, why: x}',
      '  - {kind: wont-fix, by: Kim, why: x}',
      `  - {finding: "${'0'.repeat(16)}", kind: perhaps, by: Kim, why: x}`,
      `  - {finding: "${'0'.repeat(16)}", kind: until 2026-02-30, by: Kim, why: x}`,
      `  - {finding: "${'0'.repeat(16)}", kind: wont-fix, why: x}`,
    ];
    writeFiles(cwd, {
      'waymark.accept.yaml': `${accept(await idOf(cwd), 'wont-fix')}${entries.join('\n')}\n`,
    });
    const { code, json, stderr } = await lint(cwd, 'ko');
    expect(code).toBe(2);
    expect(json.findings.map(({ status }) => status)).toEqual(['accepted']);
    expect(json.problems.map((problem) => [problem.line, problem.code])).toEqual([
      [3, 'unexpected-value'],
      [4, 'missing-key'],
      [5, 'unexpected-value'],
      [6, 'unexpected-value'],
      [7, 'missing-key'],
    ]);
    expect(stderr).toContain('waymark.accept.yaml:3:15');
  });

  test.each(['acceptances: 3\n', 'x: [\n', '- a\n'])(
    'a file that is none of acceptances is told',
    async (text) => {
      const cwd = makeFolder({ 'ko/a.md': reversedPage, 'waymark.accept.yaml': text });
      const { code, json } = await lint(cwd, 'ko');
      expect(code).toBe(2);
      expect(json.findings).toHaveLength(1);
      expect(json.problems.length).toBeGreaterThan(0);
    },
  );
});
