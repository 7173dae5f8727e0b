import { execFileSync } from 'node:child_process';
import { mkdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { LintReport } from '../../src/report/lint-report.ts';
import { commitAll, makeFolder, makePage, pairs, writeFiles } from '../sync/lint/made-pages.ts';
import { type Outcome, runCommand, runJson } from './run-command.ts';

function lint(cwd: string, ...options: string[]): Promise<Outcome & { json: LintReport }> {
  return runJson<LintReport>(['lint', ...options], { cwd });
}

function git(cwd: string, ...args: string[]): void {
  execFileSync('git', args, { cwd, stdio: 'ignore' });
}

describe('a page that is gone', () => {
  const rule = `workflow: w
article: gone
preconditions:
  - id: partner
    state: reviewed
    require: {fact: partnerType, operator: equal, value: direct}
    remedy: [ask]
    pins: [{locale: ko, segment: aaaaa-101, source: "${'0'.repeat(16)}", target: "${'0'.repeat(16)}"}]
steps:
  - {id: ask, state: reviewed, changes: nothing, documented: false, pins: []}
`;
  const facts = 'facts:\n  - {name: partnerType, type: code, values: [direct], known: [person]}\n';
  const other = makePage([pairs.right]);
  const long = makePage([
    pairs.right,
    pairs.plain,
    ['Save the draft first.', '먼저 초안을 저장합니다.'],
    ['Send the report.', '보고서를 보냅니다.'],
  ]);
  const files = {
    'rules/w.yaml': rule,
    'rules/facts.yaml': facts,
    'content/ko/gone.md': long,
    'content/ko/kept.md': other,
  };

  test.each([
    ['--since', ['content'], false],
    ['--base', ['content'], false],
    ['--base', ['content'], true],
    ['--since', ['content/ko/gone.md'], false],
    ['--base', ['./content/ko/', 'content/ko/gone.md'], false],
  ] as const)('%s %j tells what rested on a deleted page', async (option, paths, folder) => {
    const cwd = makeFolder({
      ...files,
      ...(folder ? { 'before/ko/gone.md': long, 'before/ko/kept.md': other } : {}),
    });
    commitAll(cwd);
    rmSync(join(cwd, 'content/ko/gone.md'));
    const { code, json } = await lint(cwd, ...paths, option, folder ? 'before' : 'HEAD');
    expect(json.removed).toEqual([
      expect.objectContaining({
        path: 'content/ko/gone.md',
        article: 'gone',
        locale: 'ko-KR',
        code: 'page-deleted',
        severity: 'warning',
        elements: ['w/partner'],
      }),
    ]);
    expect(json.removed[0]?.message).toContain('w/partner');
    expect(json.problems.filter(({ severity }) => severity === 'error')).toEqual([]);
    expect(code).toBe(0);
    expect((await lint(cwd, ...paths, option, folder ? 'before' : 'HEAD', '--fail-on', 'warning')).code).toBe(
      1,
    );
  });

  test.each(['--since', '--base'])('%s tells where a renamed page went', async (option) => {
    const cwd = makeFolder(files);
    commitAll(cwd);
    renameSync(join(cwd, 'content/ko/gone.md'), join(cwd, 'content/ko/here.md'));
    const { json } = await lint(cwd, 'content', option, 'HEAD');
    expect(json.removed).toEqual([
      expect.objectContaining({
        path: 'content/ko/gone.md',
        code: 'page-renamed',
        renamed: { path: 'content/ko/here.md', article: 'here' },
        elements: ['w/partner'],
      }),
    ]);
  });

  test.each(['--since', '--base'])('%s: a page in another folder keeps its rules', async (option) => {
    const cwd = makeFolder(files);
    commitAll(cwd);
    mkdirSync(join(cwd, 'content/ko/more'));
    renameSync(join(cwd, 'content/ko/gone.md'), join(cwd, 'content/ko/more/gone.md'));
    const { json } = await lint(cwd, 'content', option, 'HEAD');
    expect(json.removed.map(({ severity, elements }) => [severity, elements])).toEqual(
      option === '--since' ? [['info', []]] : [],
    );
  });

  test('what the revision has only since the branch left it was not deleted here', async () => {
    const cwd = makeFolder(files);
    commitAll(cwd);
    git(cwd, 'branch', 'before');
    writeFiles(cwd, { 'content/ko/later.md': other });
    commitAll(cwd);
    git(cwd, 'branch', 'ahead');
    git(cwd, 'checkout', '--quiet', 'before');
    const { json } = await lint(cwd, 'content', '--since', 'ahead');
    expect(json.removed).toEqual([]);
  });

  test('pages outside the paths, and a path that never was, are not taken for deleted', async () => {
    const cwd = makeFolder({ ...files, 'other/ko/kept.md': other, 'content/ko/README.md': '# x' });
    commitAll(cwd);
    for (const path of ['content/ko/gone.md', 'content/ko/README.md', 'other/ko/kept.md'])
      rmSync(join(cwd, path));
    const { json } = await lint(cwd, 'content', '--since', 'HEAD');
    expect(json.removed.map(({ path }) => path)).toEqual(['content/ko/gone.md']);
    const { code, json: missing } = await lint(cwd, 'content/zh', '--since', 'HEAD');
    expect(code).toBe(2);
    expect(missing.problems).toEqual([
      expect.objectContaining({ code: 'file-not-found', path: 'content/zh' }),
    ]);
  });

  test('all pages of the path may be gone', async () => {
    const cwd = makeFolder(files);
    commitAll(cwd);
    rmSync(join(cwd, 'content/ko'), { recursive: true });
    const { code, json } = await lint(cwd, 'content/ko', '--since', 'HEAD');
    expect(code).toBe(0);
    expect(json.removed).toHaveLength(2);
  });

  test.each(['pretty', 'json', 'markdown', 'github', 'junit', 'sarif', 'html'])(
    '%s shows it',
    async (format) => {
      const cwd = makeFolder(files);
      commitAll(cwd);
      rmSync(join(cwd, 'content/ko/gone.md'));
      for (const locale of ['en', 'ko', 'zh', 'ja', 'ru']) {
        const options = ['--since', 'HEAD', '--severity', 'error', '--format', format, '--locale', locale];
        const { stdout } = await runCommand(['lint', 'content', ...options], { cwd });
        expect(stdout).toContain('content/ko/gone.md');
        expect(stdout.replaceAll('\\', '')).toContain('w/partner');
      }
    },
  );
});
