import { mkdir, mkdtemp, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { ExtractionReport } from '../../src/report/extraction-report.ts';
import { draftFile, page, writePage, writePages } from './account-pages.ts';
import { runCommand, runJson } from './run-command.ts';

let cwd = '';
beforeEach(async () => {
  cwd = await mkdtemp(join(tmpdir(), 'waymark-'));
});
afterEach(async () => {
  await rm(cwd, { recursive: true, force: true });
});

const read = (path: string): Promise<string> => readFile(join(cwd, path), 'utf8');

describe('a language without cues', () => {
  test('is told of where the translation would be read, and not where the English is', async () => {
    await writePage(cwd, 'fr-FR', [
      [page.must, 'Pour fermer le compte, vous devez annuler toutes les licences.'],
    ]);
    const target = await runCommand(['extract', 'content', '--side', 'target', '--format', 'json'], { cwd });
    expect(target.code).toBe(2);
    expect(target.stderr).toContain('nothing-judged');
    expect(target.stderr).toContain('no-cues');
    expect(target.stderr).toContain('`fr`');
    const source = await runCommand(['extract', 'content', '--side', 'source', '--format', 'json'], { cwd });
    expect(source.code).toBe(0);
    expect(source.stderr).not.toContain('nothing-judged');
    expect(source.stderr).not.toContain('no-cues');
  });
});

describe('extract', () => {
  test('gives every path a document or an error, whatever their order', async () => {
    await writePages(cwd);
    const paths = ['content/ru-RU', 'missing.md', 'content/ko-KR/close-an-account.md'];
    const one = await runJson<ExtractionReport>(['extract', ...paths, '--side', 'source'], { cwd });
    const other = await runJson<ExtractionReport>(['extract', ...paths.toReversed(), '--side', 'source'], {
      cwd,
    });
    expect(one.code).toBe(2);
    expect(other.stdout).toBe(one.stdout);
    expect(one.json.documents.map((each) => ('error' in each ? each.error.code : each.locale))).toEqual([
      'ko-KR',
      'ru-RU',
      'file-not-found',
    ]);
  });

  test('takes a page without text, and no path, for what could not be judged', async () => {
    await writePages(cwd);
    await writeFile(join(cwd, 'content/ko-KR/empty.md'), '');
    await writeFile(
      join(cwd, 'content/ru-RU/broken.md'),
      '<span data-ttu-id="a-101">Текст<span data-stu-id="a-101">Text</span>\n',
    );
    const { code, json, stderr } = await runJson<ExtractionReport>(['extract', 'content'], { cwd });
    expect(code).toBe(2);
    expect(
      json.documents.map((each) => [each.path, 'error' in each ? each.error.code : each.segments.length]),
    ).toEqual([
      ['content/ko-KR/close-an-account.md', 4],
      ['content/ko-KR/empty.md', 'no-segments'],
      ['content/ru-RU/broken.md', 'no-segments'],
      ['content/ru-RU/close-an-account.md', 4],
    ]);
    expect(stderr).toMatch(/broken\.md:1:1 .*unbalanced-span/u);
    expect(stderr).toMatch(/error\s+no-segments/u);
    const none = await runCommand(['extract', ''], { cwd });
    expect([none.code, none.stderr]).toEqual([2, expect.stringContaining('empty-path')]);
  });

  test('drafts each requirement once, with a pin in every language', async () => {
    await writePages(cwd);
    const { code, json } = await runJson<ExtractionReport>(['extract', 'content', '--side', 'source'], {
      cwd,
    });
    expect(code).toBe(0);
    const [draft] = json.drafts;
    const drafts = draft?.preconditions.map(({ evidence, pins }) => [
      evidence.text,
      pins.map(({ locale }) => locale),
    ]);
    expect(drafts).toContainEqual(['cancel all licenses', ['ko', 'ru']]);
    expect(drafts).toContainEqual(['return every device first', ['ko', 'ru']]);
  });

  test('writes nothing when run again, and keeps comments and edits', async () => {
    await writePages(cwd);
    const extract = ['extract', 'content', '--side', 'source', '--write'];
    expect((await runCommand(extract, { cwd })).code).toBe(0);
    const first = await read(draftFile);
    await runCommand(extract, { cwd });
    expect(await read(draftFile)).toBe(first);

    const edited = first
      .replace('preconditions:\n', 'preconditions:\n  # Asked of the licensing team.\n')
      .replace(/(cancel-licenses[^]*?value: )true/u, '$1false');
    expect(edited).not.toBe(first);
    await writeFile(join(cwd, draftFile), edited);
    await runCommand(extract, { cwd });
    expect(await read(draftFile)).toBe(edited);
  });

  test('follows the pages with what nobody edited', async () => {
    await writePages(cwd);
    const extract = ['extract', 'content', '--side', 'source', '--write'];
    await runCommand(extract, { cwd });
    const before = await read(draftFile);
    expect(before).toContain('return every device');
    await writePage(cwd, 'ko-KR', [
      [page.title, '계정 닫기'],
      [page.role, '전역 관리자여야 합니다.'],
    ]);
    await writePage(cwd, 'ru-RU', [
      [page.title, 'Закрытие учетной записи'],
      [page.role, 'Вы должны быть глобальным администратором.'],
    ]);
    await runCommand(extract, { cwd });
    const after = await read(draftFile);
    expect(after).not.toContain('return every device');
    expect(after).toContain('global admin');
  });

  test('does not offer again what was rejected', async () => {
    await writePages(cwd);
    const extract = ['extract', 'content', '--side', 'source', '--write'];
    await runCommand(extract, { cwd });
    const text = await read(draftFile);
    const id = /preconditions:\n  - id: (\S+)/u.exec(text)?.[1] ?? '';
    const rejected = text.replace(
      '    state: draft\n',
      '    state: rejected\n    reason: No rule of ours.\n',
    );
    await writeFile(join(cwd, draftFile), rejected);
    const { json } = await runJson<ExtractionReport>(extract, { cwd });
    expect(await read(draftFile)).toBe(rejected);
    expect(json.drafts[0]?.preconditions.map((draft) => draft.id)).not.toContain(id);
    const review = await runCommand(['review', id, '--by', 'Kim'], { cwd });
    expect(review.code).toBe(2);
    expect(review.stderr).toContain('No rule of ours.');
  });

  test('refuses a file that it cannot read, with the place, and leaves it', async () => {
    await writePages(cwd);
    await mkdir(join(cwd, 'rules/drafts'), { recursive: true });
    await writeFile(join(cwd, draftFile), 'article: close-an-account\nworkflow: [\n');
    const { code, stderr } = await runCommand(['extract', 'content', '--write'], { cwd });
    expect(code).toBe(2);
    expect(stderr).toMatch(/rules\/drafts\/close-an-account\.yaml:\d+:\d+/u);
    expect(await read(draftFile)).toBe('article: close-an-account\nworkflow: [\n');
  });
});

describe('extract --write', () => {
  const extract = ['extract', 'content', '--side', 'source', '--write'];

  test('writes what was shown without it where a project begins', async () => {
    await writePages(cwd);
    const shown = await runJson<ExtractionReport>(extract.slice(0, -1), { cwd });
    const written = await runJson<ExtractionReport>(extract, { cwd });
    const [{ written: counts, ...drafts } = {}] = written.json.drafts;
    expect(counts).toMatchObject({ changed: true });
    expect(shown.json.drafts).toEqual([drafts]);
    const again = await runJson<ExtractionReport>(extract.slice(0, -1), { cwd });
    expect(again.json.drafts).toEqual([drafts]);
  });

  test.each([
    ['rules', 'rules'],
    ['rules/drafts', 'rules/drafts'],
  ])('says where a file stands in place of the folder %s', async (file, shown) => {
    await writePages(cwd);
    if (file !== 'rules') await mkdir(join(cwd, 'rules'));
    await writeFile(join(cwd, file), 'In the way.');
    const { code, stderr } = await runCommand(extract, { cwd });
    expect(code).toBe(2);
    expect(stderr).toMatch(new RegExp(`^${shown}.*file-in-the-way`, 'mu'));
    expect(await read(file)).toBe('In the way.');
  });

  test('takes drafts along with a page that was renamed, and only then', async () => {
    await writePages(cwd);
    await runCommand(extract, { cwd });
    const before = (await read(draftFile)).replace(
      '  - id: cancel-licenses',
      '  # Ask Lee.\n  - id: cancel-licenses',
    );
    await writeFile(join(cwd, draftFile), before);
    const move = async (locale: string): Promise<void> => {
      const folder = join(cwd, 'content', locale);
      await rename(join(folder, 'close-an-account.md'), join(folder, 'shut-an-account.md'));
    };
    // In one language the page has its old name still: they are two articles.
    await move('ko-KR');
    const one = await runCommand(['extract', 'content/ko-KR', ...extract.slice(2)], { cwd });
    expect([one.stderr, await read(draftFile)]).toEqual(['', before]);
    await move('ru-RU');
    const { code, stderr } = await runCommand(extract, { cwd });
    expect([code, stderr]).toEqual([0, expect.stringContaining('warning  renamed-article')]);
    expect(await read(draftFile)).toBe(
      before.replace('article: close-an-account', 'article: shut-an-account'),
    );
    expect(await readdir(join(cwd, 'rules/drafts'))).toEqual(['close-an-account.yaml']);
    const again = await runJson<ExtractionReport>(extract, { cwd });
    expect([again.stderr, again.json.drafts.map(({ written }) => written?.changed)]).toEqual(['', [false]]);
    const id = /- id: (cancel-\S+)/u.exec(before)?.[1] ?? '';
    expect((await runCommand(['review', id, '--by', 'Kim'], { cwd })).code).toBe(0);
  });

  test('tells of a page that the article was read from already', async () => {
    await writePages(cwd);
    await mkdir(join(cwd, 'content/ko-KR/old'));
    await writeFile(
      join(cwd, 'content/ko-KR/old/close-an-account.md'),
      await read('content/ko-KR/close-an-account.md'),
    );
    const { code, stderr } = await runCommand(extract, { cwd });
    expect(code).toBe(0);
    expect(stderr).toContain('content/ko-KR/old/close-an-account.md  warning  repeated-article');
    expect(stderr).toContain('content/ko-KR/close-an-account.md,');
  });

  test('writes the same whatever the order of the pages, their line ends and byte order marks', async () => {
    await writePages(cwd);
    await runCommand(['extract', 'content/ru-RU', 'content/ko-KR', ...extract.slice(2)], { cwd });
    const drafts = await read(draftFile);
    await runCommand(extract, { cwd });
    expect(await read(draftFile)).toBe(drafts);
    for (const locale of ['ko-KR', 'ru-RU']) {
      const path = `content/${locale}/close-an-account.md`;
      await writeFile(join(cwd, path), `\ufeff${(await read(path)).replaceAll('\n', '\r\n')}`);
    }
    const { code, stderr } = await runCommand(extract, { cwd });
    expect([code, stderr]).toEqual([0, '']);
    expect(await read(draftFile)).toBe(drafts);
  });
});

describe('extract --against-rules', () => {
  test('has nothing to draft from the shipped pages', async () => {
    const { json } = await runJson<ExtractionReport>(['extract', 'content']);
    for (const { article, locales: _, file: __, ...drafts } of json.drafts) {
      expect([article, Object.values(drafts).flat()]).toEqual([article, []]);
    }
  });

  test.each(['both', 'source', 'target'])('finds the shipped rules complete, reading %s', async (side) => {
    const { json, code } = await runJson<ExtractionReport>(['extract', '--against-rules', '--side', side]);
    const open = json.againstRules?.uncovered.filter(({ reason }) => reason === undefined);
    expect(open).toEqual([]);
    expect(json.againstRules?.unsupported).toEqual([]);
    expect(code).toBe(0);
  });
});
