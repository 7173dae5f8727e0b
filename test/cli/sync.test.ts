import { execFileSync } from 'node:child_process';
import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { locales } from '../../src/locale/negotiate.ts';
import type { SyncReport } from '../../src/report/sync-report.ts';
import { temporaryFolder, temporaryProject, type TemporaryProject } from '../sync/temporary-project.ts';
import { runCommand, runJson } from './run-command.ts';

const page = 'content/ko/remove-a-relationship.md';

/** Changes one sentence of the Korean page, in English and in Korean. */
function reword(project: TemporaryProject): void {
  const text = project.read(page);
  const changed = text
    .replace(
      "you'll need to suspend any remaining active subscriptions first",
      'you need not suspend any active subscriptions',
    )
    .replace('남은 활성 구독을 먼저 일시 중단해야 합니다', '남은 활성 구독을 일시 중단할 필요가 없습니다');
  expect(changed).not.toBe(text);
  project.write(page, changed);
}

describe('bad input is said, and the rest is still compared', () => {
  test.each([
    [['--check', '--write'], 'options-exclude-each-other', '--write'],
    [['--accept', 'a/b/c'], 'unexpected-value', 'a/b/c'],
    [['--accept', 'partner-type@ko=perhaps'], 'unexpected-value', 'perhaps'],
    [['more'], 'unexpected-argument', 'more'],
  ])('%j', async (argv, code, text) => {
    const outcome = await runCommand(['sync', ...argv]);
    expect([outcome.code, outcome.stdout]).toEqual([2, '']);
    expect(outcome.stderr).toContain(code);
    expect(outcome.stderr).toContain(text);
  });

  test.each([
    ['nowhere', 'no-such-thing'],
    ['a word that is taken for an option', '--end-of-options'],
  ])('a base that is %s', async (_, base) => {
    const { code, stdout, stderr } = await runCommand(['sync', `--base=${base}`, '--format', 'json']);
    expect(code).toBe(2);
    expect(stderr).toMatch(/unknown-base|no-repository/u);
    expect((JSON.parse(stdout) as SyncReport).workflows.length).toBeGreaterThan(0);
  });

  test('a page missing in one language', async () => {
    const { root } = temporaryProject();
    rmSync(join(root, 'content/zh'), { recursive: true });
    const { code, json } = await runJson<SyncReport>(['sync', '--project', root]);
    const errors = json.findings.filter(({ severity }) => severity === 'error');
    expect([code, errors.map((finding) => [finding.code, finding.locales])]).toEqual([
      1,
      [['page-missing', ['zh']]],
    ]);
    expect(json.summary.states.gone).toBeGreaterThan(0);
  });

  test('no page at all is no agreement', async () => {
    const { code, stdout, stderr } = await runCommand(['sync', '--content', temporaryFolder()]);
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toContain('no-documents');
  });

  test('a page that lost its spans: what is left of it is compared', async () => {
    const { root, read, write } = temporaryProject();
    write(page, read(page).replace('<span class="sxs-lookup"><span data-stu-id="8a2c7-112">', ''));
    const { code, json, stderr } = await runJson<SyncReport>([
      'sync',
      '--project',
      root,
      '--base',
      'content',
    ]);
    expect(stderr).toContain('unbalanced-span');
    const errors = json.findings.filter(({ severity }) => severity === 'error');
    expect([code, errors.map((finding) => [finding.code, finding.elements])]).toEqual([
      1,
      [['statement-gone', ['no-active-subscriptions']]],
    ]);
  });

  test('decisions about nothing that is open', async () => {
    const { root, read } = temporaryProject();
    const rules = read('rules/remove-reseller-relationship.yaml');
    const outcome = await runCommand([
      'sync',
      '--project',
      root,
      '--accept',
      'partner-type@ko',
      '--accept',
      'ko/interface:verdict.nothing',
    ]);
    expect(outcome.code).toBe(2);
    expect(outcome.stderr.match(/nothing-to-accept/gu)).toHaveLength(2);
    expect(read('rules/remove-reseller-relationship.yaml')).toBe(rules);
  });
});

describe('one reworded sentence', () => {
  test('is shown before and after, decided, and stays decided', async () => {
    const project = temporaryProject();
    reword(project);
    const argv = ['sync', '--project', project.root, '--base', 'content'];
    const first = await runJson<SyncReport>(argv);
    const open = first.json.findings.filter(({ severity }) => severity === 'error');
    expect([first.code, open.map(({ code, elements }) => [code, elements])]).toEqual([
      1,
      [['statement-changed-both', ['no-active-subscriptions']]],
    ]);
    expect(open[0]).toMatchObject({
      before: {
        source:
          "To remove the relationship, you'll need to suspend any remaining active subscriptions first:",
      },
      after: { source: 'To remove the relationship, you need not suspend any active subscriptions:' },
    });
    const checked = await runCommand([...argv, '--check', '--locale', 'en']);
    expect([checked.code, checked.stdout.includes('no-active-subscriptions@ko')]).toEqual([1, true]);

    const answer = ['--accept', 'no-active-subscriptions@ko'];
    const decided = await runJson<SyncReport>([...argv, ...answer]);
    expect([decided.code, decided.json.inStep]).toEqual([0, true]);
    expect(project.read('rules/remove-reseller-relationship.yaml')).toContain('segment: 8a2c7-112');
    const again = await runCommand([...argv, ...answer]);
    expect([again.code, again.stderr.includes('nothing-to-accept')]).toEqual([2, true]);
  });

  test('is known from a git revision after the page was edited in place', async () => {
    const project = temporaryProject();
    const git = (...argv: string[]): Buffer =>
      execFileSync('git', ['-c', 'user.name=t', '-c', 'user.email=t@example.org', ...argv], {
        cwd: project.root,
      });
    git('init', '-q');
    git('add', '.');
    git('commit', '-q', '-m', 'First');
    reword(project);
    const options = { cwd: project.root };
    const unknown = await runJson<SyncReport>(['sync'], options);
    const known = await runJson<SyncReport>(['sync', '--base', 'HEAD'], options);
    const sources = [unknown, known].map(({ json }) => json.findings[0]?.before?.source);
    // The other languages' pages of the same edition still have the English, so the sentence is known either way.
    expect(sources[0]).toBe(sources[1]);
    const targets = [unknown, known].map(({ json }) => json.findings[0]?.before?.target);
    expect(targets).toEqual([undefined, '관계를 제거하려면 남은 활성 구독을 먼저 일시 중단해야 합니다.']);
  });

  test('is taken out of the rule where the page states it no more', async () => {
    const project = temporaryProject();
    reword(project);
    const argv = [
      'sync',
      '--project',
      project.root,
      '--base',
      'content',
      '--accept',
      'no-active-subscriptions@ko=gone',
    ];
    const { code } = await runJson<SyncReport>(argv);
    expect(code).toBe(0);
    expect(project.read('rules/remove-reseller-relationship.yaml')).not.toContain('8a2c7-112');
  });
});

describe('records of translations', () => {
  test('are created once, and an English text that changes makes them old', async () => {
    const { root, read, write } = temporaryProject();
    const first = await runJson<SyncReport>(['sync', '--project', root, '--write']);
    expect(first.code).toBe(0);
    for (const locale of ['ko', 'zh', 'ja', 'ru'])
      expect(existsSync(join(root, `locales/${locale}/review.yaml`))).toBe(true);
    expect((await runJson<SyncReport>(['sync', '--project', root, '--write'])).json.written).toEqual([]);

    write(
      'locales/en/add-user.json',
      read('locales/en/add-user.json').replace('"title": "', '"title": "Now: '),
    );
    const stale = (report: SyncReport): string[] =>
      report.findings
        .filter(({ code }) => code === 'translation-stale')
        .map(({ values }) => `${values['locale']}/${values['key']}`);
    const second = await runJson<SyncReport>(['sync', '--project', root]);
    expect(stale(second.json)).toEqual(['ko', 'zh', 'ja', 'ru'].map((locale) => `${locale}/add-user:title`));
    const third = await runJson<SyncReport>([
      'sync',
      '--project',
      root,
      '--accept',
      'ko/add-user:title',
      '--accept',
      'ru/add-user:*',
    ]);
    expect(stale(third.json)).toEqual(['zh/add-user:title', 'ja/add-user:title']);
  });

  test('faults of catalogs are findings', async () => {
    const { root, read, write } = temporaryProject();
    write('locales/ru/add-user.json', read('locales/ru/add-user.json').replace('"title"', '"titel"'));
    const { code, json } = await runJson<SyncReport>(['sync', '--project', root]);
    const found = json.findings
      .filter(({ area }) => area === 'catalogs')
      .map(({ code: each, values }) => [each, values['key']]);
    expect([code, found]).toEqual([
      1,
      [
        ['catalog-unused-key', 'titel'],
        ['catalog-missing-key', 'title'],
      ],
    ]);
  });
});

test.each(locales)('the formats for people are whole in %s', async (locale) => {
  const project = temporaryProject();
  reword(project);
  for (const format of ['pretty', 'markdown']) {
    const argv = [
      'sync',
      '--project',
      project.root,
      '--base',
      'content',
      '--format',
      format,
      '--locale',
      locale,
    ];
    const { stdout } = await runCommand(argv);
    expect(stdout).not.toMatch(/\[en\]|\b(?:sync|interface):\w/u);
    expect(stdout).toContain('--accept remove-reseller-relationship/no-active-subscriptions@ko');
  }
});
