import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
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

describe('review', () => {
  const firstId = async (section: string): Promise<string> => {
    const text = await read(draftFile);
    return new RegExp(`${section}:\\n  - id: (\\S+)`, 'u').exec(text)?.[1] ?? '';
  };

  test('makes a draft a rule that the loader takes, and leaves the others drafts', async () => {
    await writePages(cwd);
    await runCommand(['extract', 'content', '--side', 'source', '--write'], { cwd });
    const id = await firstId('preconditions');
    const reviewed = await runCommand(['review', id, '--by', 'Kim', '--date', '2026-01-31'], { cwd });
    expect(reviewed.stderr).toBe('');
    expect(reviewed.code).toBe(0);
    const rules = await read('rules/close-an-account.yaml');
    expect(rules).toContain(
      `- id: ${id}\n    state: reviewed\n    review:\n      by: Kim\n      date: 2026-01-31`,
    );
    expect(await read(draftFile)).not.toContain(`id: ${id}`);
    expect((await runCommand(['list'], { cwd })).code).toBe(0);
    expect((await runCommand(['check', 'close-an-account'], { cwd })).code).toBe(3);

    const drafts = await read(draftFile);
    await runCommand(['extract', 'content', '--side', 'source', '--write'], { cwd });
    expect(await read(draftFile)).toBe(drafts);
  });

  test('moves the comments that a person wrote along with the draft', async () => {
    await writePages(cwd);
    await runCommand(['extract', 'content', '--side', 'source', '--write'], { cwd });
    const text = await read(draftFile);
    const [id = '', other = ''] = [...text.matchAll(/^  - id: (\S+)/gmu)].map(([, found]) => found ?? '');
    const commented = text
      .replace(`  - id: ${id}\n`, `  # Asked of the licensing team.\n  - id: ${id} # short enough?\n`)
      .replace('    state: draft\n', '    state: draft # until Monday\n    # One day this will be a count.\n')
      .replace('    evidence:\n', '    evidence:\n      # Read on the Korean page first.\n')
      .replace(/( +- \{ locale: ru.*\})\n/u, '      # The machine made this one.\n$1 # sounds odd\n')
      .replace(`\n  - id: ${other}\n`, `    # That is all.\n\n  # Of the next one.\n  - id: ${other}\n`)
      .replace('    require:', '    require:   ');
    await writeFile(join(cwd, draftFile), commented);
    const reviewed = await runCommand(['review', id, '--by', 'Kim', '--date', '2026-01-31'], { cwd });
    expect([reviewed.code, reviewed.stderr]).toEqual([0, '']);
    const rules = await read('rules/close-an-account.yaml');
    expect(rules.replace(/^ +(?:read|remedy): .*\n/gmu, '').split('steps:')[0]).toBe(
      [
        'workflow: close-an-account',
        'article: "close-an-account"',
        '',
        'preconditions:',
        '  # Asked of the licensing team.',
        `  - id: ${id} # short enough?`,
        '    state: reviewed # until Monday',
        '    review:',
        '      by: Kim',
        '      date: 2026-01-31',
        '    # One day this will be a count.',
        `    require:    ${/ +require: (.*)/u.exec(text)?.[1]}`,
        '    # Read on the Korean page first.',
        '    pins:',
        `      ${/- \{ locale: ko.*/u.exec(text)?.[0]}`,
        '      # The machine made this one.',
        `      ${/- \{ locale: ru.*/u.exec(text)?.[0]} # sounds odd`,
        '    # That is all.',
        '',
        '',
      ].join('\n'),
    );
    const left = await read(draftFile);
    expect(left.match(/#.*/gu)?.slice(2, -1)).toEqual(['# Of the next one.']);
    expect(left).toContain(`preconditions:\n  # Of the next one.\n  - id: ${other}\n`);
    expect(text).toContain(left.slice(left.indexOf(`  - id: ${other}`), left.indexOf('# What was')));
    expect(left.slice(left.indexOf('\ndrafted:'))).not.toContain(id);
  });

  test('keeps a draft file that still has a word of a person in it', async () => {
    await writePages(cwd);
    await runCommand(['extract', 'content', '--side', 'source', '--write'], { cwd });
    const text = await read(draftFile);
    const ids = [...text.matchAll(/^  - id: (\S+)/gmu)].map(([, id]) => id ?? '');
    await writeFile(
      join(cwd, draftFile),
      text.replace('preconditions:', '# For Lee to read.\npreconditions:'),
    );
    for (const id of ids) {
      const { code, stderr } = await runCommand(['review', id, '--by', 'Kim'], { cwd });
      expect([code, stderr]).toEqual([0, '']);
    }
    expect(await read(draftFile)).toContain('# For Lee to read.');
    const facts = await read('rules/facts.yaml');
    expect(facts).toContain('name:');
    await runCommand(['extract', 'content', '--side', 'source', '--write'], { cwd });
    expect(await read(draftFile)).not.toContain('id:');
  });

  test('refuses without a name, on a changed page and for what is not there', async () => {
    await writePages(cwd);
    await runCommand(['extract', 'content', '--side', 'source', '--write'], { cwd });
    const id = await firstId('preconditions');
    expect((await runCommand(['review', id], { cwd })).code).toBe(2);
    const unknown = await runCommand(['review', `${id}x`, '--by', 'Kim'], { cwd });
    expect(unknown.code).toBe(2);
    expect(unknown.stderr).toContain(id);
    const path = 'content/ru-RU/close-an-account.md';
    await writeFile(
      join(cwd, path),
      (await read(path)).replaceAll('лицензии', 'подписки').replaceAll('Вы ', 'Все '),
    );
    const stale = await runCommand(['review', id, '--by', 'Kim'], { cwd });
    expect(stale.code).toBe(2);
    expect(stale.stderr).toContain('pin-not-fresh');
    expect(await readdir(join(cwd, 'rules'))).not.toContain('close-an-account.yaml');
  });

  test('proposes a change beside a reviewed element, and takes it over only by review', async () => {
    await writePages(cwd);
    const extract = ['extract', 'content', '--side', 'source', '--write'];
    await runCommand(extract, { cwd });
    const id = await firstId('preconditions');
    await runCommand(['review', id, '--by', 'Kim', '--date', '2026-01-31'], { cwd });
    const before = await read('rules/close-an-account.yaml');
    const path = 'content/ru-RU/close-an-account.md';
    await writeFile(join(cwd, path), (await read(path)).replaceAll('сначала', 'прежде'));
    await runCommand(extract, { cwd });
    expect(await read('rules/close-an-account.yaml')).toBe(before);
    expect(await read(draftFile)).toContain(`element: close-an-account/${id}`);
    await writeFile(
      join(cwd, draftFile),
      (await read(draftFile)).replace(/( +- element: .*)\n/u, '  # Read with Lee.\n$1 # see ru\n'),
    );
    const taken = await runCommand(['review', id, '--by', 'Lee', '--date', '2026-02-01'], { cwd });
    expect(taken.stderr).toBe('');
    expect(taken.code).toBe(0);
    const after = await read('rules/close-an-account.yaml');
    expect(after).toContain('by: Lee');
    expect(after).not.toBe(before);
    expect(after).toContain(`  # Read with Lee.\n  # see ru\n  - id: ${id}\n`);
    expect(await read(draftFile)).not.toMatch(/^changes:/mu);
  });
});

test('a page that has lost its English is no changed page', async () => {
  await writePages(cwd);
  const extract = ['extract', 'content', '--write'];
  await runCommand([...extract, '--side', 'source'], { cwd });
  const ids = [...(await read(draftFile)).matchAll(/^  - id: (\S+)/gmu)].map(([, id]) => id ?? '');
  await runCommand(['review', ...ids, '--by', 'Kim'], { cwd });
  const rules = await read('rules/close-an-account.yaml');
  const lose = (text: string): string =>
    text
      .replaceAll(/<span class="sxs-lookup"><span[^<>]*>[^<>]*<\/span><\/span>/gu, '')
      .replaceAll(/<span[^<>]*>([^<>]*)<\/span>/gu, '$1');
  for (const locale of ['ko-KR', 'ru-RU']) {
    const path = `content/${locale}/close-an-account.md`;
    await writeFile(join(cwd, path), lose(await read(path)));
  }
  const { json } = await runJson<ExtractionReport>([...extract, '--side', 'target'], { cwd });
  expect(json.drafts[0]?.changes).toEqual([]);
  expect([json.drafts[0]?.lost, json.drafts[0]?.preconditions]).toEqual([[], []]);
  const path = join(cwd, 'content/ko-KR/close-an-account.md');
  await writeFile(path, (await readFile(path, 'utf8')).replace('라이선스를 취소하고', '구독을 취소하고'));
  const again = await runJson<ExtractionReport>([...extract, '--side', 'target'], { cwd });
  expect(again.json.drafts[0]?.changes.map(({ changed }) => changed.map(({ locale }) => locale))).toEqual([
    ['ko'],
    ['ko'],
  ]);
  expect(await read('rules/close-an-account.yaml')).toBe(rules);

  // With the earlier page at hand, by the words of the translation: at another place no other would do.
  const before = await mkdtemp(join(tmpdir(), 'waymark-'));
  await mkdir(join(before, 'ko-KR'));
  await writePages(cwd);
  await writeFile(join(before, 'ko-KR/close-an-account.md'), await read('content/ko-KR/close-an-account.md'));
  const moved = lose(await read('content/ko-KR/close-an-account.md'))
    .replace('라이선스를 취소하고', '구독을 취소하고')
    .replace('\n1. ', '\n하나.\n\n둘.\n\n셋.\n\n1. ')
    .replace(/계정을 닫으려면.*\n\n/u, (it) => `${it}넷.\n\n다섯.\n\n`);
  await writeFile(path, moved);
  const based = await runJson<ExtractionReport>([...extract, '--side', 'target', '--base', before], { cwd });
  expect(based.json.drafts[0]?.changes.flatMap(({ changed }) => changed.map(({ was }) => was))).toEqual([
    '계정을 닫으려면 먼저 모든 라이선스를 취소하고 모든 장치를 반환해야 합니다.',
    '계정을 닫으려면 먼저 모든 라이선스를 취소하고 모든 장치를 반환해야 합니다.',
  ]);
  await rm(before, { recursive: true, force: true });
});

describe('English that changed on the pages of several languages', () => {
  test('is one change, wherever each page has it', async () => {
    const filler = ['One.', 'Two.', 'Three.', 'Four.', 'Five.'].map((text) => [text, `${text} …`] as const);
    const ko = [page.must, '라이선스를 취소하고 장치를 반환해야 합니다.'] as const;
    const ru = [page.must, 'Необходимо отменить лицензии и вернуть устройства.'] as const;
    await writePage(cwd, 'ko-KR', [...filler, ko, [page.role, '전역 관리자여야 합니다.']]);
    await writePage(cwd, 'ru-RU', [...filler, ru, [page.role, 'Вы должны быть глобальным администратором.']]);
    const extract = ['extract', 'content', '--side', 'source', '--write'];
    await runCommand(extract, { cwd });
    const ids = [...(await read(draftFile)).matchAll(/^  - id: (\S+)/gmu)].map(([, id]) => id ?? '');
    await runCommand(['review', ...ids, '--by', 'Kim'], { cwd });
    const other = 'To close an account, you need to cancel every license and return every device.';
    await writePage(cwd, 'ko-KR', [...filler, [other, ko[1]], [page.role, '전역 관리자여야 합니다.']]);
    // On this page the words are new on both sides, and far from where they stood.
    await writePage(cwd, 'ru-RU', [
      [other, 'Отмените каждую лицензию и верните каждое устройство.'],
      ...filler,
      ...['Six.', 'Seven.'].map((text) => [text, `${text} …`] as const),
      [page.role, 'Вы должны быть глобальным администратором.'],
    ]);
    const path = join(cwd, 'content/ru-RU/close-an-account.md');
    await writeFile(path, (await readFile(path, 'utf8')).replaceAll('ruabc-', 'runew-'));
    const { json } = await runJson<ExtractionReport>(extract, { cwd });
    const [draft] = json.drafts;
    expect(draft?.changes.map(({ pins }) => pins.map(({ segment }) => segment))).toEqual([
      ['koabc-106', 'runew-101'],
      ['koabc-106', 'runew-101'],
    ]);
    expect([draft?.lost, draft?.preconditions]).toEqual([[], []]);
  });
});
