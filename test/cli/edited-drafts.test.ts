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
  await writePages();
  await extract();
});
afterEach(async () => {
  await rm(cwd, { recursive: true, force: true });
});

const english = {
  title: 'Close an account',
  must: 'To close the account, you must cancel all licenses and return every device first.',
  role: 'You must be a global admin.',
  effect: 'Closing the account deletes all data of the customer.',
};
const translations: Record<string, typeof english> = {
  'ko-KR': {
    title: '계정 닫기',
    must: '계정을 닫으려면 먼저 모든 라이선스를 취소하고 모든 장치를 반환해야 합니다.',
    role: '전역 관리자여야 합니다.',
    effect: '계정을 닫으면 고객의 모든 데이터가 삭제됩니다.',
  },
  'ru-RU': {
    title: 'Закрытие учетной записи',
    must: 'Чтобы закрыть учетную запись, необходимо сначала отменить все лицензии и вернуть все устройства.',
    role: 'Вы должны быть глобальным администратором.',
    effect: 'При закрытии учетной записи удаляются все данные клиента.',
  },
};

/** Writes the pages, with words of one language put in the place of others. */
async function writePages(changes: readonly (readonly [string, string])[] = []): Promise<void> {
  for (const [locale, texts] of Object.entries(translations)) {
    const pairs = (Object.keys(english) as (keyof typeof english)[]).map((key, index) => {
      const id = `${locale.slice(0, 2)}abc-${101 + index}`;
      return `${key === 'title' ? '# ' : ''}<span data-ttu-id="${id}">${texts[key]}</span><span class="sxs-lookup"><span data-stu-id="${id}">${english[key]}</span></span>`;
    });
    const text = `---\nms.contentlocale: ${locale}\n---\n\n${pairs.join('\n\n')}\n`;
    await mkdir(join(cwd, 'content', locale), { recursive: true });
    await writeFile(
      join(cwd, 'content', locale, 'close-an-account.md'),
      changes.reduce((changed, [from, to]) => changed.replaceAll(from, to), text),
    );
  }
}

async function extract(): Promise<{
  draft: ExtractionReport['drafts'][number];
  stderr: string;
  code: number;
}> {
  const { json, stderr, code } = await runJson<ExtractionReport>(
    ['extract', 'content', '--side', 'source', '--write'],
    { cwd },
  );
  const [draft] = json.drafts;
  if (!draft) throw new Error('nothing was drafted');
  return { draft, stderr, code };
}

const path = 'rules/drafts/close-an-account.yaml';
const read = (file = path): Promise<string> => readFile(join(cwd, file), 'utf8');

interface Filed {
  facts?: { name: string }[];
  preconditions: { id: string; require: unknown; evidence: { text: string }; pins: { locale: string }[] }[];
  drafted: string[];
}
const filed = async (): Promise<Filed> => parse(await read()) as Filed;

async function edit(change: (text: string) => string): Promise<string> {
  const text = await read();
  const edited = change(text);
  expect(edited).not.toBe(text);
  await writeFile(join(cwd, path), edited);
  return edited;
}

/** The entry of the first draft, with the empty line after it. */
const firstEntry = /  - id: cancel-licenses[^]*?\n\n/u;
const removeFirst = (text: string): string => text.replace(firstEntry, '');

describe('what a person does to a draft stays when the pages are read again', () => {
  test.each<[string, (text: string) => string]>([
    [
      'another condition',
      (text) =>
        text.replace(
          'fact: cancelLicenses, operator: equal, value: true',
          'fact: licenses, operator: equal, value: 0',
        ),
    ],
    ['a fact of another name', (text) => text.replaceAll('cancelLicenses', 'licensesCancelled')],
    ['a better id', (text) => text.replace(/- id: cancel-licenses-\w+/u, '- id: no-licenses')],
    ['a pin less', (text) => text.replace(/      - \{ locale: ru.*\n/u, '')],
    [
      'no pins at all in one language, and a note',
      (text) => text.replaceAll(/      - \{ locale: ru.*\n/gu, '      # not ru\n'),
    ],
    [
      'another section',
      (text) => {
        const [entry = ''] = firstEntry.exec(text) ?? [];
        const attestation = entry.replace(/ {4}require: .*\n/u, '');
        return removeFirst(text).replace('\npreconditions:', `\nattestations:\n${attestation}preconditions:`);
      },
    ],
    ['a workflow', (text) => text.replace('state: draft\n', 'state: draft\n    workflow: close-account\n')],
    [
      'an audience',
      (text) =>
        text.replace('    require:', '    audience: { fact: a, operator: equal, value: true }\n    require:'),
    ],
    ['other words in the evidence', (text) => text.replace('text: cancel all', 'text: Please cancel all')],
    ['a draft less', removeFirst],
    ['several drafts less', (text) => text.replace(/preconditions:[^]*(?=\n# What was)/u, '')],
    ['CRLF line ends and a byte order mark', (text) => `\ufeff${text.replaceAll('\n', '\r\n')}`],
    [
      'lists on one line',
      (text) =>
        text.replace(/facts:\n[^]*?(?=\n\S)/u, (facts) => {
          const names = [...facts.matchAll(/name: (\w+)/gu)].map(([, name]) => name);
          const entries = names.map((name) => `{ name: ${name}, type: boolean, known: [person] }`);
          return `facts: [${entries.join(', ')}]\n`;
        }),
    ],
  ])('%s', async (_, change) => {
    const edited = await edit(change);
    const { code } = await extract();
    expect(code).toBe(0);
    expect(await read()).toBe(edited);
  });

  test('a draft in a file of its own, and one in the file of another workflow', async () => {
    const [entry = ''] = firstEntry.exec(await read()) ?? [];
    const fact = '{ name: cancelLicenses, type: boolean, known: [person] }';
    const own = `article: close-an-account\nworkflow: close-account\nfacts:\n- ${fact}\npreconditions:\n${entry.trimEnd()}\n`;
    await edit(removeFirst);
    await writeFile(join(cwd, 'rules/drafts/mine.yaml'), own);
    const before = await read();
    await extract();
    expect([await read(), await read('rules/drafts/mine.yaml')]).toEqual([before, own]);

    await writeFile(join(cwd, 'rules/drafts/mine.yaml'), own.replace('close-an-account', 'another-article'));
    const { draft } = await extract();
    expect(await read()).toBe(before);
    expect(draft.leftOut).toEqual([]);
  });
});

describe('a draft that was taken out', () => {
  test('is named, and comes back when asked for', async () => {
    const id = (await filed()).preconditions[0]?.id ?? '';
    await edit(removeFirst);
    const { draft } = await extract();
    expect(draft.leftOut).toEqual([id]);
    expect(draft.preconditions.map((each) => each.id)).not.toContain(id);
    const { stdout } = await runCommand(['extract', 'content', '--side', 'source'], { cwd });
    expect(stdout).toContain(id);
    await edit((text) => text.replace(`${id},`, ''));
    expect((await extract()).draft.leftOut).toEqual([]);
    expect((await filed()).preconditions.map((each) => each.id)).toContain(id);
  });

  test('is remembered when everything else was reviewed', async () => {
    const id = (await filed()).preconditions[0]?.id ?? '';
    const text = await edit(removeFirst);
    const ids = [...text.matchAll(/^  - id: (\S+)/gmu)].map(([, each]) => each ?? '');
    expect((await runCommand(['review', ...ids, '--by', 'Kim'], { cwd })).code).toBe(0);
    expect((await filed()).drafted).toEqual([id]);
    await extract();
    const { draft } = await extract();
    expect(draft.preconditions).toEqual([]);
  });
});

describe('a draft whose English sentence was reworded', () => {
  const reworded = [
    [
      english.must,
      'To close the account, you need to cancel all of the licenses and send every device back first.',
    ],
  ] as const;

  test('keeps its id and comments and follows the sentence', async () => {
    await edit((text) =>
      text.replace('preconditions:\n', 'preconditions:\n  # Asked of the licensing team.\n'),
    );
    const before = await filed();
    await writePages(reworded);
    const { code, stderr } = await extract();
    expect([code, stderr]).toEqual([0, '']);
    const after = await filed();
    expect(after.preconditions.map(({ id }) => id)).toContain(before.preconditions[0]?.id);
    const same = after.preconditions.find(({ id }) => id === before.preconditions[0]?.id);
    expect(same?.evidence.text).toContain('all of the licenses');
    expect(await read()).toContain(`  # Asked of the licensing team.\n  - id: ${same?.id}\n`);
    const again = await read();
    await extract();
    expect(await read()).toBe(again);
  });

  test('keeps what a person made of it, and says that it has to be looked at', async () => {
    await edit((text) =>
      text.replace(
        'fact: cancelLicenses, operator: equal, value: true',
        'fact: licenses, operator: equal, value: 0',
      ),
    );
    const before = (await filed()).preconditions[0];
    await writePages(reworded);
    const { stderr, draft } = await extract();
    expect(stderr).toContain('draft-sentence-changed');
    expect(stderr).toMatch(/rules\/drafts\/close-an-account\.yaml:\d+:\d+/u);
    const after = (await filed()).preconditions.find(({ id }) => id === before?.id);
    expect(after?.require).toEqual({ fact: 'licenses', operator: 'equal', value: 0 });
    expect(after?.pins).not.toEqual(before?.pins);
    expect(after?.evidence.text).toContain('all of the licenses');
    expect(draft.preconditions.map(({ id }) => id)).toContain(before?.id);
    expect((await extract()).stderr).toBe('');
  });

  test('keeps the words that a person wrote into its evidence, says so once, and follows the rest', async () => {
    await edit((text) => text.replace('text: cancel all licenses', 'text: cancel all licenses (asked Lee)'));
    const before = (await filed()).preconditions[0];
    await writePages(reworded);
    const { stderr } = await extract();
    expect(stderr.match(/draft-sentence-changed/gu)).toHaveLength(1);
    const after = (await filed()).preconditions.find(({ id }) => id === before?.id);
    expect(after?.evidence.text).toBe('cancel all licenses (asked Lee)');
    expect(after?.pins).not.toEqual(before?.pins);
    const text = await read();
    expect((await extract()).stderr).toBe('');
    expect(await read()).toBe(text);
    // Nor do they go with the sentence.
    await writePages([[english.must, 'Nothing has to be done.']]);
    expect((await extract()).stderr).toContain('draft-out-of-step');
    expect(await read()).toContain('cancel all licenses (asked Lee)');
  });

  test('gets no pins back that a person took out', async () => {
    await edit((text) => text.replace(/      - \{ locale: ru.*\n/u, ''));
    const id = (await filed()).preconditions[0]?.id;
    await writePages([['라이선스를 취소하고', '라이선스를 해지하고']]);
    await extract();
    const after = (await filed()).preconditions.find((each) => each.id === id);
    expect(after?.pins.map(({ locale }) => locale)).toEqual(['ko']);
    const read1 = await read();
    await extract();
    expect(await read()).toBe(read1);
  });
});

describe('a proposed change', () => {
  const changed = [['라이선스를 취소하고', '라이선스를 해지하고']] as const;
  let id = '';
  beforeEach(async () => {
    id = (await filed()).preconditions[0]?.id ?? '';
    await runCommand(['review', id, '--by', 'Kim'], { cwd });
    await writePages(changed);
    await extract();
  });
  const change = /\nchanges:\n(?:  .*\n| *\n)*?(?=\n?\S)/u;

  test('that was taken out is proposed again only when the pages change again', async () => {
    const edited = await edit((text) => text.replace(change, ''));
    const { draft } = await extract();
    expect(await read()).toBe(edited);
    expect([draft.changes, draft.leftOut]).toEqual([[], [`close-an-account/${id}`]]);
    await writePages([['라이선스를 취소하고', '라이선스를 반납하고']]);
    expect((await extract()).draft.changes).toHaveLength(1);
    expect(await read()).toContain(`element: close-an-account/${id}`);
  });

  test('that was rejected is neither offered nor reviewed', async () => {
    const edited = await edit((text) =>
      text.replace(/(element: .*\n    state: )draft\n/u, '$1rejected\n    reason: It says the same.\n'),
    );
    expect((await extract()).draft.changes).toEqual([]);
    expect(await read()).toBe(edited);
    const { code, stderr } = await runCommand(['review', `close-an-account/${id}`, '--by', 'Lee'], { cwd });
    expect([code, stderr]).toEqual([2, expect.stringContaining('It says the same.')]);
  });

  test('with a condition of a person keeps it when the pages change again', async () => {
    const require = '{ fact: cancelLicenses, operator: equal, value: false }';
    await edit((text) =>
      text.replace(/(element: .*\n    state: draft\n)/u, `$1    require: ${require} # by phone\n`),
    );
    await writePages([['라이선스를 취소하고', '라이선스를 반납하고']]);
    await extract();
    expect(await read()).toContain(`require: ${require} # by phone\n`);
  });

  test('goes when the page says again what it said, unless someone noted something on it', async () => {
    await edit((text) => text.replace('changes:\n', 'changes:\n  # Ask Lee.\n'));
    await writePages();
    const { stderr } = await extract();
    expect(stderr).toContain('draft-out-of-step');
    expect(await read()).toContain('# Ask Lee.');
    await edit((text) => text.replace('  # Ask Lee.\n', ''));
    await extract();
    expect(await read()).not.toContain('changes:');
  });
});

describe('a draft file that cannot be used', () => {
  test.each<[string, (text: string) => string, string]>([
    ['a syntax error', (text) => text.replace('preconditions:', 'preconditions: ['), 'invalid-yaml'],
    [
      'an id twice',
      (text) => text.replace(/return-device-\w+/u, /cancel-licenses-\w+/u.exec(text)?.[0] ?? ''),
      'duplicate-draft',
    ],
    ['a state of its own', (text) => text.replace('state: draft', 'state: reviewed'), 'unexpected-value'],
  ])('for %s is left as it is, with the place', async (_, change, code) => {
    const edited = await edit(change);
    const found = await extract();
    expect(found.code).toBe(2);
    expect(found.stderr).toMatch(new RegExp(`close-an-account\\.yaml:\\d+:\\d+\\s+error\\s+${code}`, 'u'));
    expect(await read()).toBe(edited);
  });

  test('for an id that stands in two files is left, and so is the other', async () => {
    const own = (await read()).replace(/\n# What was[^]*/u, '\n');
    await writeFile(join(cwd, 'rules/drafts/more.yaml'), own);
    const before = await read();
    const { code, stderr } = await extract();
    expect([code, stderr]).toEqual([2, expect.stringContaining('duplicate-draft')]);
    expect([await read(), await read('rules/drafts/more.yaml')]).toEqual([before, own]);
  });
});
