import { mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { parse, stringify } from 'yaml';
import type { ExtractionReport } from '../../src/report/extraction-report.ts';
import { draftFile, page, writePage } from './account-pages.ts';
import { runCommand, runJson } from './run-command.ts';

const rulesFile = 'rules/close-an-account.yaml';
const korean = {
  must: '계정을 닫으려면 먼저 모든 라이선스를 취소하고 모든 장치를 반환해야 합니다.',
  role: '전역 관리자여야 합니다.',
  effect: '계정을 닫으면 모든 데이터가 삭제됩니다.',
};
const english = { must: page.must, role: page.role, effect: 'Closing the account removes all data.' };

let cwd = '';
beforeEach(async () => {
  cwd = await mkdtemp(join(tmpdir(), 'waymark-'));
  await write();
  await extract();
  const ids = [...(await read(draftFile)).matchAll(/^  - id: (\S+)/gmu)].map(([, id]) => id ?? '');
  const { code } = await runCommand(['review', ...ids, '--by', 'Kim', '--date', '2026-01-31'], { cwd });
  if (code !== 0) throw new Error('nothing was reviewed');
});
afterEach(async () => {
  await rm(cwd, { recursive: true, force: true });
});

const read = (path: string): Promise<string> => readFile(join(cwd, path), 'utf8');

/** Writes the page, with other words for some of its sentences. */
async function write(
  en: Partial<typeof english> = {},
  ko: Partial<typeof korean> = {},
  more: readonly (readonly [string, string])[] = [],
): Promise<void> {
  const source = { ...english, ...en };
  const target = { ...korean, ...ko };
  await writePage(cwd, 'ko-KR', [
    [page.title, '계정 닫기'],
    ...(['must', 'role', 'effect'] as const).map((key) => [source[key], target[key]] as const),
    ...more,
  ]);
}

async function extract(...more: string[]): Promise<ExtractionReport['drafts'][number]> {
  const argv = ['extract', 'content', '--side', 'source', '--write', ...more];
  const { json, code } = await runJson<ExtractionReport>(argv, { cwd });
  expect(code).toBe(0);
  const [draft] = json.drafts;
  if (!draft) throw new Error('nothing was drafted');
  return draft;
}

const review = (...argv: string[]): ReturnType<typeof runCommand> =>
  runCommand(['review', ...argv, '--by', 'Lee', '--date', '2026-02-01'], { cwd });

interface Rules {
  preconditions: { id: string; review: { by: string }; require: unknown; pins: { source: string }[] }[];
  consequences: { id: string; effect: string }[];
}
const rules = async (): Promise<Rules> => parse(await read(rulesFile)) as Rules;
const yes = (fact: string): unknown => ({ fact, operator: 'equal', value: true });

describe('a reviewed sentence whose English was reworded', () => {
  const subscriptions = page.must.replace('cancel all licenses', 'cancel all subscriptions');

  test('has proposed what its part of the new words comes to, beside what the rule says', async () => {
    const before = await read(rulesFile);
    await write({ must: subscriptions });
    const { changes, facts } = await extract();
    expect(await read(rulesFile)).toBe(before);
    const [licenses, device] = changes;
    expect(licenses).toMatchObject({
      was: { require: yes('cancelLicenses') },
      require: yes('cancelSubscriptions'),
      changed: [{ locale: 'en', now: subscriptions }],
    });
    // The other rule of the sentence says still what its part says.
    expect([device?.element.includes('device'), device?.require, device?.was]).toEqual([
      true,
      undefined,
      undefined,
    ]);
    expect(facts.map(({ name }) => name)).toEqual(['cancelSubscriptions']);
    const file = await read(draftFile);
    expect(file).toContain(
      '    was:\n      require: { fact: cancelLicenses, operator: equal, value: true }\n',
    );
    expect(file).toContain('\n    require: { fact: cancelSubscriptions, operator: equal, value: true }\n');
    expect(file).toMatch(/facts:\n  - name: cancelSubscriptions\n/u);
    await extract();
    expect(await read(draftFile)).toBe(file);
    const { stdout } = await runCommand(['extract', 'content', '--side', 'source', '--format', 'pretty'], {
      cwd,
    });
    expect(stdout).toContain(
      'The rule says: cancelLicenses = yes\n      Proposed: cancelSubscriptions = yes',
    );
  });

  test('takes the proposal over by review, with its facts', async () => {
    await write({ must: subscriptions });
    const { changes } = await extract();
    const { code, stdout, stderr } = await review(...changes.map(({ element }) => element));
    expect([code, stderr]).toEqual([0, '']);
    expect(stdout).toContain('Before: cancelLicenses = yes\n  Condition: cancelSubscriptions = yes\n');
    const [licenses, device] = (await rules()).preconditions;
    expect([licenses?.review.by, licenses?.require]).toEqual(['Lee', yes('cancelSubscriptions')]);
    expect(device?.require).toEqual(yes('returnDevice'));
    expect(licenses?.pins).toEqual(device?.pins);
    expect(await read('rules/facts.yaml')).toContain('name: cancelSubscriptions');
    expect((await extract()).changes).toEqual([]);
    expect((await runCommand(['check', 'close-an-account'], { cwd })).code).toBe(3);
  });

  test('keeps what the rule says where the proposal is rejected, and is not asked again', async () => {
    const before = await read(rulesFile);
    await write({ must: subscriptions });
    await extract();
    const text = await read(draftFile);
    const rejected = text.replaceAll(
      '    state: draft\n',
      '    state: rejected\n    reason: It says the same.\n',
    );
    await writeFile(join(cwd, draftFile), rejected);
    expect((await extract()).changes).toEqual([]);
    expect([await read(draftFile), await read(rulesFile)]).toEqual([rejected, before]);
    // Reworded once more it is a new question, and the reason that was given is still there.
    await write({ must: page.must.replace('cancel all licenses', 'cancel all contracts') });
    expect((await extract()).changes[0]?.require).toEqual(yes('cancelContracts'));
    expect(await read(draftFile)).toContain('    state: draft\n    reason: It says the same.\n');
  });

  test('keeps what a person wrote into the proposal, and says so when the words change again', async () => {
    await write({ must: subscriptions });
    await extract();
    const own = 'fact: cancelLicenses, operator: equal, value: false';
    const edited = (await read(draftFile)).replace(
      '\n    require: { fact: cancelSubscriptions, operator: equal, value: true }\n',
      `\n    require: { ${own} } # as agreed\n`,
    );
    await writeFile(join(cwd, draftFile), edited);
    await extract();
    expect(await read(draftFile)).toBe(edited);
    await write({ must: page.must.replace('cancel all licenses', 'cancel all contracts') });
    const { stderr } = await runCommand(['extract', 'content', '--side', 'source', '--write'], { cwd });
    expect(stderr.match(/draft-sentence-changed/gu)).toHaveLength(1);
    expect(await read(draftFile)).toContain(`    require: { ${own} } # as agreed\n`);
    const [licenses] = (await rules()).preconditions;
    expect((await review(`close-an-account/${licenses?.id}`)).code).toBe(0);
    expect((await rules()).preconditions[0]?.require).toEqual({
      fact: 'cancelLicenses',
      operator: 'equal',
      value: false,
    });
  });

  test('has a requirement more in the one rule that the sentence has changed for', async () => {
    const role = 'You must be a global admin and sign the agreement.';
    await write({ role });
    const { changes } = await extract();
    expect(changes).toHaveLength(1);
    const [change] = changes;
    expect(change?.require).toMatchObject({ all: [change?.was?.require, yes('signAgreement')] });
  });

  test('says why no condition comes of it, and waits for a person to decide', async () => {
    await write({ role: 'You must be a global admin by March 31, 2027.' });
    const { changes } = await extract();
    const [change] = changes;
    const { element = '', was, require, unencodable } = change ?? {};
    expect([require, unencodable]).toEqual([undefined, expect.stringContaining('date')]);
    expect(was).toHaveProperty('require');
    const before = await read(rulesFile);
    const refused = await review(element);
    expect([refused.code, refused.stderr]).toEqual([2, expect.stringContaining(unencodable ?? '-')]);
    expect(refused.stderr).toMatch(/close-an-account\.yaml:\d+:\d+\s+error\s+undecided-change/u);
    expect(await read(rulesFile)).toBe(before);
    await writeFile(join(cwd, draftFile), (await read(draftFile)).replace(/    unencodable: .*\n/u, ''));
    await extract();
    expect(await read(draftFile)).not.toContain('unencodable');
    expect((await review(element)).code).toBe(0);
    const after = (await rules()).preconditions.find(({ id }) => element.endsWith(id));
    expect([after?.review.by, after?.require]).toEqual(['Lee', was?.require]);
  });

  test('has another effect proposed', async () => {
    await write({ effect: 'Closing the account leaves all data unchanged.' });
    const { changes } = await extract();
    expect(changes).toMatchObject([{ was: { effect: 'removed' }, effect: 'unchanged' }]);
    const { stdout } = await review(changes[0]?.element ?? '');
    expect(stdout).toContain('Before: effect: removed\n  Now: effect: unchanged\n');
    expect((await rules()).consequences.map(({ effect }) => effect)).toEqual(['unchanged']);
  });

  test('has nothing proposed where the words before came to the same', async () => {
    const before = await mkdtemp(join(tmpdir(), 'waymark-'));
    await writeFile(join(before, 'close-an-account.md'), await read('content/ko-KR/close-an-account.md'));
    // A person knew better than the draft.
    const text = await read(rulesFile);
    await writeFile(
      join(cwd, rulesFile),
      text.replace(
        'fact: cancelLicenses, operator: equal, value: true',
        'fact: cancelLicenses, operator: notEqual, value: false',
      ),
    );
    await write({ must: page.must.replace('To close the account', 'Before you close the account') });
    const { changes } = await extract('--base', before);
    expect(changes.map(({ require, changed }) => [require, changed[0]?.was])).toEqual([
      [undefined, page.must],
      [undefined, page.must],
    ]);
    await rm(before, { recursive: true, force: true });
  });
});

describe('a rule that stands in several sentences', () => {
  /** Begins anew with sentences more on the page. */
  async function begin(...more: (readonly [string, string])[]): Promise<void> {
    await rm(join(cwd, 'rules'), { recursive: true });
    await write({}, {}, more);
    await extract();
    const ids = [...(await read(draftFile)).matchAll(/^  - id: (\S+)/gmu)].map(([, id]) => id ?? '');
    expect((await review(...ids)).code).toBe(0);
  }

  test('has both conditions proposed where the page still states the old one elsewhere', async () => {
    const agreement = ['You must sign the agreement.', '계약에 서명해야 합니다.'] as const;
    const again = ['You must sign the agreement.', '먼저 계약에 서명해야 합니다.'] as const;
    await begin(agreement, again);
    await write({}, {}, [agreement, ['You must sign the contract.', again[1]]]);
    const { changes } = await extract();
    expect(changes.map(({ require }) => require)).toEqual([
      { all: [yes('signAgreement'), yes('signContract')] },
    ]);
  });

  test('has the condition of the edition proposed that changed, and no other', async () => {
    await begin(['You must sign the agreement.', '계약에 서명해야 합니다.']);
    const file = parse(await read(rulesFile)) as Rules & { preconditions: Record<string, unknown>[] };
    const at = file.preconditions.findIndex(({ id }) => id.includes('agreement'));
    const [variant] = file.preconditions.splice(at, 1);
    const [licenses] = file.preconditions;
    if (!licenses || !variant) throw new Error('nothing to join');
    licenses['variants'] = [{ require: variant.require, pins: variant.pins }];
    await writeFile(join(cwd, rulesFile), stringify(file));
    await write({}, {}, [['You must sign the contract.', '계약에 서명해야 합니다.']]);
    const { changes } = await extract();
    expect(changes).toMatchObject([
      { variants: [{ was: { require: yes('signAgreement') }, require: yes('signContract') }] },
    ]);
    expect(changes[0]?.require).toBeUndefined();
    expect((await review(changes[0]?.element ?? '')).code).toBe(0);
    const [after] = (await rules()).preconditions as unknown as Record<string, unknown>[];
    expect([after?.['require'], after?.['variants']]).toMatchObject([
      yes('cancelLicenses'),
      [{ require: yes('signContract') }],
    ]);
    expect(await read('rules/facts.yaml')).toContain('name: signContract');
  });
});

describe('a reviewed sentence whose translation was reworded', () => {
  const must = korean.must.replace('취소하고', '해지하고');

  test('shows the new translation and proposes no condition, for the English is as it was', async () => {
    await write({}, { must });
    const { changes } = await extract();
    expect(changes.map(({ changed, was, require }) => [changed, was, require])).toEqual([
      [[{ locale: 'ko', now: must }], undefined, undefined],
      [[{ locale: 'ko', now: must }], undefined, undefined],
    ]);
  });

  test('shows both texts where both changed', async () => {
    await write({ role: 'You must be a billing admin.' }, { role: '대금 청구 관리자여야 합니다.' });
    const { changes } = await extract();
    expect(changes.map(({ changed }) => changed)).toEqual([
      [
        { locale: 'en', now: 'You must be a billing admin.' },
        { locale: 'ko', now: '대금 청구 관리자여야 합니다.' },
      ],
    ]);
  });
});

test('a comment on `changes` goes with the last of them', async () => {
  await write({ must: page.must.replace('all licenses', 'all subscriptions') });
  const { changes } = await extract();
  const text = await read(draftFile);
  await writeFile(
    join(cwd, draftFile),
    text.replace('changes:\n', '# Read with Kim.\nchanges: # by Friday\n'),
  );
  const [first = '', last = ''] = changes.map(({ element }) => element);
  expect((await review(first)).code).toBe(0);
  expect(await read(draftFile)).toContain('# Read with Kim.\nchanges: # by Friday\n');
  expect((await review(last)).code).toBe(0);
  await expect(read(draftFile)).rejects.toThrow('ENOENT');
  const id = last.replace(/.*\//u, '');
  expect(await read(rulesFile)).toContain(`  # Read with Kim.\n  # by Friday\n  - id: ${id}\n`);
});

test('rules go along with a page that was renamed, and so do changes to them', async () => {
  await write({ role: 'You must be a billing admin.' });
  const folder = join(cwd, 'content/ko-KR');
  await rename(join(folder, 'close-an-account.md'), join(folder, 'shut-an-account.md'));
  const argv = ['extract', 'content', '--side', 'source', '--write'];
  const { json, stderr } = await runJson<ExtractionReport>(argv, { cwd });
  expect(stderr).toMatch(/^rules\/close-an-account\.yaml  warning  renamed-article$/mu);
  const [draft] = json.drafts;
  expect([draft?.article, draft?.preconditions, draft?.consequences]).toEqual(['shut-an-account', [], []]);
  expect(draft?.changes.map(({ changed }) => changed[0]?.now)).toEqual(['You must be a billing admin.']);
  expect((await review(draft?.changes[0]?.element ?? '')).code).toBe(0);
  expect(await read(rulesFile)).toContain('{ locale: ko, article: shut-an-account, segment: koabc-103,');
  // In a folder that has the old page still, it is another article.
  await write();
  const both = await runJson<ExtractionReport>(argv.slice(0, -1), { cwd });
  expect(both.stderr).toBe('');
  expect(both.json.drafts.find(({ article }) => article === 'shut-an-account')?.consequences).toHaveLength(1);
});
