import { expect, test } from 'vitest';
import { locales } from '../../src/locale/negotiate.ts';
import type { CompareReport, WorkflowComparisonReport } from '../../src/report/compare-report.ts';
import { runCommand, runJson } from './run-command.ts';

test('one Azure reservation is allowed by the Korean page and blocked by the Russian one', async () => {
  const { code, json } = await runJson<WorkflowComparisonReport>([
    'compare',
    'remove-reseller-relationship',
    '--between',
    'ko,ru',
  ]);
  expect(code).toBe(1);
  expect(json.differences.map(({ elements, verdicts, changed }) => [elements, verdicts, changed])).toEqual([
    [['partner-type'], { ko: 'blocked', ru: 'allowed' }, ['partnerType']],
    [['no-azure-reservations'], { ko: 'allowed', ru: 'blocked' }, ['azureReservationCount']],
    [['no-software-purchases'], { ko: 'allowed', ru: 'blocked' }, ['softwarePurchaseCount']],
  ]);
  expect(json.differences[1]?.witness.facts).toEqual({
    partnerType: 'direct',
    relationshipToPartner: 'reseller',
    activeSubscriptionCount: 0,
    azureReservationCount: 1,
    softwarePurchaseCount: 0,
  });
});

test('each witness is judged as it says by check --as-documented', async () => {
  const { json } = await runJson<WorkflowComparisonReport>([
    'compare',
    'remove-reseller-relationship',
    '--between',
    'ru,ko',
  ]);
  for (const { witness, verdicts } of json.differences) {
    const stdin = JSON.stringify(witness.facts);
    for (const [locale, verdict] of Object.entries(verdicts)) {
      const argv = ['check', json.workflow, '--facts', '-', '--as-documented', locale, '--format', 'json'];
      const { stdout } = await runCommand(argv, { stdin });
      expect((JSON.parse(stdout) as { verdict: string }).verdict).toBe(verdict);
    }
  }
});

test('a task that only one language documents is unknown by the other, and what agrees says so', async () => {
  const { code, json } = await runJson<CompareReport>(['compare', '--between', 'ko,zh']);
  expect(code).toBe(1);
  const of = (name: string): WorkflowComparisonReport | undefined =>
    json.workflows.find(({ workflow }) => workflow === name);
  expect(of('add-user')).toMatchObject({
    documented: { ko: true, zh: false },
    differences: [{ verdicts: { ko: 'allowed', zh: 'unknown' }, nearest: null }],
  });
  expect(of('remove-reseller-relationship')?.differences).toEqual([]);
  const same = await runCommand(['compare', 'remove-reseller-relationship', '--between', 'zh-CN,ja']);
  expect([same.code, same.stderr]).toEqual([0, '']);
});

test.each([
  [['--between', 'ko,xx'], 'locales-to-compare', 'xx'],
  [['--between', 'ko'], 'locales-to-compare', 'ko'],
  [['--between', 'ko,ko-KR'], 'locales-to-compare', 'ko,ko-KR'],
  [['--between', 'ko,zh-TW'], 'locales-to-compare', 'zh-TW'],
  [[], 'missing-argument', '--between'],
  [['nothing', '--between', 'ko,ru'], 'unknown-workflow', 'nothing'],
])('compare %j is refused with %s', async (argv, code, text) => {
  const outcome = await runCommand(['compare', ...argv]);
  expect([outcome.code, outcome.stdout]).toEqual([2, '']);
  expect(outcome.stderr).toContain(code);
  expect(outcome.stderr).toContain(text);
});

test.each(locales)('the formats for people are whole in %s', async (locale) => {
  for (const format of ['pretty', 'markdown']) {
    const { stdout } = await runCommand([
      'compare',
      '--between',
      'ko,ru',
      '--format',
      format,
      '--locale',
      locale,
    ]);
    expect(stdout).not.toMatch(/\[en\]|\b(?:compare|interface|sync|facts):\w/u);
    expect(stdout).toContain('no-azure-reservations');
  }
});
