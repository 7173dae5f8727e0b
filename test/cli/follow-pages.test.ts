import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import type { ExtractionReport } from '../../src/report/extraction-report.ts';
import { runCommand, runJson } from './run-command.ts';

let cwd = '';
beforeEach(async () => {
  cwd = await mkdtemp(join(tmpdir(), 'waymark-'));
});
afterEach(async () => {
  await rm(cwd, { recursive: true, force: true });
});

const pages = {
  'ko-KR': `# 계정 닫기

이 문서에서는 계정을 닫는 방법을 설명합니다.

계정을 닫으려면 먼저 모든 라이선스를 취소해야 합니다.

전역 관리자여야 합니다.

## 계정을 닫는 방법

1. **계정**을 선택합니다.
2. **계정 닫기**를 선택합니다.

계정을 닫으면 모든 데이터가 삭제됩니다.
`,
  'ja-JP': `# アカウントを閉じる

この記事では、アカウントを閉じる方法について説明します。

アカウントを閉じるには、先にすべてのライセンスを取り消す必要があります。

全体管理者である必要があります。

## アカウントを閉じる方法

1. **アカウント** を選択します。
2. **アカウントを閉じる** を選択します。

アカウントを閉じると、すべてのデータが削除されます。
`,
};

async function write(texts: Partial<typeof pages>, edition = 'aaa'): Promise<void> {
  for (const [locale, text] of Object.entries(texts)) {
    const head = `---\nms.contentlocale: ${locale}\nms.openlocfilehash: ${edition}\n---\n\n`;
    await mkdir(join(cwd, 'content', locale), { recursive: true });
    await writeFile(join(cwd, 'content', locale, 'close-an-account.md'), head + text);
  }
}

const sections = [
  'preconditions',
  'attestations',
  'steps',
  'consequences',
  'obligations',
  'unencodable',
] as const;

async function extract(...more: string[]): Promise<ExtractionReport['drafts'][number]> {
  const { json, code, stderr } = await runJson<ExtractionReport>(
    ['extract', 'content', '--side', 'target', '--write', ...more],
    { cwd },
  );
  expect([code, stderr]).toEqual([0, '']);
  const [draft] = json.drafts;
  if (!draft) throw new Error('nothing was drafted');
  return draft;
}

/** Drafts rules from the pages and reviews all of them. */
async function reviewAll(): Promise<Map<string, string>> {
  const draft = await extract();
  const drafts = sections.flatMap((section) => draft[section]);
  const ids = drafts.map(({ id }) => id);
  const { code, stderr } = await runCommand(['review', ...ids, '--by', 'Kim', '--date', '2026-01-31'], {
    cwd,
  });
  expect([code, stderr]).toEqual([0, '']);
  return new Map(drafts.map(({ id, evidence }) => [evidence.text, `close-an-account/${id}`]));
}

const newDrafts = (draft: ExtractionReport['drafts'][number]): string[] =>
  sections.flatMap((section) => draft[section].map(({ evidence }) => evidence.text));

const rules = (): Promise<string> => readFile(join(cwd, 'rules/close-an-account.yaml'), 'utf8');

describe('a plain page that changed after its rules were reviewed', () => {
  const { 'ko-KR': korean } = pages;

  test('has the change of the one sentence proposed beside its rule, and nothing else', async () => {
    await write({ 'ko-KR': korean });
    const names = await reviewAll();
    const before = await rules();
    const { preconditions } = parse(before) as {
      preconditions: { review: { read: string[] }; pins: { target: string }[] }[];
    };
    // Of the English nothing was read.
    for (const { review, pins } of preconditions)
      expect(review.read).toEqual(pins.map(({ target }) => target));
    await write({ 'ko-KR': korean.replace('모든 라이선스를 취소해야', '모든 구독과 라이선스를 해지해야') });
    const draft = await extract();
    const changed = [...names].find(([text]) => text.includes('라이선스'))?.[1];
    expect(draft.changes.map(({ element }) => element)).toEqual([changed]);
    expect(draft.changes[0]?.evidence.text).toContain('구독과 라이선스를 해지');
    const now = '계정을 닫으려면 먼저 모든 구독과 라이선스를 해지해야 합니다.';
    expect(draft.changes[0]?.changed).toEqual([{ locale: 'ko', now }]);
    expect([newDrafts(draft), draft.lost]).toEqual([[], []]);
    expect(await rules()).toBe(before);

    const { code } = await runCommand(['review', changed ?? '', '--by', 'Lee', '--date', '2026-02-01'], {
      cwd,
    });
    expect(code).toBe(0);
    expect(await rules()).toContain('by: Lee');
    // Once reviewed, and changed again, the same sentence is known again.
    await write({ 'ko-KR': korean.replace('모든 라이선스를 취소해야', '구독을 모두 해지해야') });
    expect((await extract()).changes.map(({ element }) => element)).toEqual([changed]);
  });

  test('is silent where sentences only came, went or moved around the rules', async () => {
    await write({ 'ko-KR': korean });
    await reviewAll();
    const before = await rules();
    await write({
      'ko-KR': korean
        .replace('이 문서에서는', '이 페이지는 새로 쓰였습니다.\n\n이 문서에서는')
        .replace('전역 관리자여야 합니다.\n\n', '')
        .replace('계정을 닫으면', '전역 관리자여야 합니다.\n\n계정을 닫으면'),
    });
    const draft = await extract();
    expect([draft.changes, draft.lost, newDrafts(draft)]).toEqual([[], [], []]);
    expect(await rules()).toBe(before);
  });

  test('has a sentence that is gone named, and no other taken for it', async () => {
    await write({ 'ko-KR': korean });
    const names = await reviewAll();
    await write({ 'ko-KR': korean.replace('계정을 닫으면 모든 데이터가 삭제됩니다.\n', '') });
    const draft = await extract();
    const gone = [...names].find(([text]) => text.includes('데이터'))?.[1];
    expect(draft.lost.map(({ element, locale }) => [element, locale])).toEqual([[gone, 'ko']]);
    expect([draft.changes, newDrafts(draft)]).toEqual([[], []]);
  });

  test('is held against its earlier version where that is named', async () => {
    await write({ 'ko-KR': korean });
    const names = await reviewAll();
    await mkdir(join(cwd, 'before'));
    await writeFile(
      join(cwd, 'before/close-an-account.md'),
      await readFile(join(cwd, 'content/ko-KR/close-an-account.md')),
    );
    // The step moves away from where it stood, so that only its words tell.
    await write({
      'ko-KR': `${korean.replace('2. **계정 닫기**를 선택합니다.\n', '')}\n## 마지막으로\n\n- 하나입니다.\n- 둘입니다.\n- 셋입니다.\n\n1. 메뉴에서 **계정 닫기**를 선택합니다.\n`,
    });
    const step = [...names].find(([text]) => text.includes('계정 닫기'))?.[1];
    const { changes } = await extract('--base', 'before');
    expect(changes.map(({ element, changed }) => [element, changed])).toEqual([
      [
        step,
        [{ locale: 'ko', was: '**계정 닫기**를 선택합니다.', now: '메뉴에서 **계정 닫기**를 선택합니다.' }],
      ],
    ]);
    const file = await readFile(join(cwd, 'rules/drafts/close-an-account.yaml'), 'utf8');
    expect(file).toContain('        was: "**계정 닫기**를 선택합니다."\n        now: 메뉴에서');
    const unknown = await runCommand(['extract', 'content', '--base', 'nowhere'], { cwd });
    expect([unknown.code, unknown.stderr]).toEqual([2, expect.stringContaining('nowhere')]);
  });
});

describe('plain pages of one edition in two languages', () => {
  test('lend each other the place of a sentence that changed in one', async () => {
    await write(pages);
    const names = await reviewAll();
    await write({ 'ko-KR': pages['ko-KR'].replace('라이선스를 취소해야', '이용권을 정리해야') });
    const draft = await extract();
    expect(draft.changes).toHaveLength(1);
    expect([...names.values()]).toContain(draft.changes[0]?.element);
    expect(draft.changes[0]?.pins.map(({ locale }) => locale).toSorted()).toEqual(['ja', 'ko']);
    expect(draft.lost).toEqual([]);
  });

  test('gain a language by proposals, not by new drafts', async () => {
    await write({ 'ko-KR': pages['ko-KR'] });
    const names = await reviewAll();
    await write({ 'ja-JP': pages['ja-JP'] });
    const draft = await extract();
    expect(draft.changes.map(({ element }) => element).toSorted()).toEqual([...names.values()].toSorted());
    expect(newDrafts(draft)).toEqual([]);
  });
});

test('reasons that sentences are no rules follow them to the next version', async () => {
  await write({ 'ko-KR': pages['ko-KR'] });
  await reviewAll();
  const path = join(cwd, 'rules/close-an-account.yaml');
  const file = parse(await rules()) as { preconditions: { id: string; pins: { segment: string }[] }[] };
  // The role is no rule after all: its element goes and a reason stands instead.
  const role = file.preconditions.at(-1);
  const text = await rules();
  const [head = '', rest = ''] = text.split(`\n  - id: ${role?.id}\n`);
  const reason = `uncovered:\n  - locale: ko\n    segments: [${role?.pins[0]?.segment}]\n    reason: Said elsewhere.\n`;
  await writeFile(
    path,
    `${head}\n${rest.slice(rest.search(/^\S/mu)).replace(/- id: fulfil-\S*\n/u, (it) => it)}\n${reason}`,
  );
  expect(newDrafts(await extract())).toEqual([]);
  await write({ 'ko-KR': pages['ko-KR'].replace('이 문서에서는', '이 글에서는') });
  expect(newDrafts(await extract())).toEqual([]);
});
