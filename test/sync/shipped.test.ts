import { beforeAll, describe, expect, test } from 'vitest';
import type { SyncFindingReport, SyncReport } from '../../src/report/sync-report.ts';
import { runCommand } from '../cli/run-command.ts';

let report: SyncReport;
let code: number;

beforeAll(async () => {
  const outcome = await runCommand(['sync', '--format', 'json']);
  ({ code } = outcome);
  report = JSON.parse(outcome.stdout) as SyncReport;
});

function findings(wanted: string): SyncFindingReport[] {
  return report.findings.filter((finding) => finding.code === wanted);
}

function stateOf(workflow: string, element: string, locale: string): string | undefined {
  return report.workflows
    .find((each) => each.workflow === workflow)
    ?.elements.find(({ id }) => id === element)
    ?.cells.find((cell) => cell.locale === locale)?.state;
}

describe('the shipped rules and pages', () => {
  test('leave nothing to decide', () => {
    expect([code, report.summary.errors, report.inStep]).toEqual([0, 0, true]);
    expect(report.locales).toEqual(['ko', 'zh', 'ja', 'ru']);
  });

  test('only the Russian page states reservations and software purchases', () => {
    const found = findings('stated-in-some').map(({ elements, values }) => [
      elements[0],
      values['stated'],
      values['absent'],
    ]);
    expect(found).toEqual([
      ['no-azure-reservations', 'ru', 'ko, zh, ja'],
      ['no-software-purchases', 'ru', 'ko, zh, ja'],
    ]);
    expect(
      ['ko', 'zh', 'ja'].map((locale) =>
        stateOf('remove-reseller-relationship', 'no-azure-reservations', locale),
      ),
    ).toEqual(['absent', 'absent', 'absent']);
  });

  test('the pages disagree on delegated admin privileges', () => {
    const found = findings('effects-contradict');
    expect(found).toHaveLength(1);
    expect(found[0]).toMatchObject({
      elements: ['admin-privileges-unchanged', 'admin-privileges-removed'],
      locales: ['ko', 'zh', 'ja', 'ru'],
      values: { subject: 'delegated-admin-privileges', effect: 'unchanged', otherEffect: 'removed' },
    });
    expect(new Set(found[0]?.related?.map(({ article }) => article))).toEqual(
      new Set(['indirect-reseller-tasks-in-partner-center', 'remove-a-relationship']),
    );
  });

  test.each(['zh', 'ja'])('seven segments of the %s page are English', (locale) => {
    const page = report.documents.find((document) => document.locale === locale);
    expect(page?.untranslated).toHaveLength(7);
    expect(findings('untranslated').find(({ locales }) => locales[0] === locale)?.values).toMatchObject({
      count: 7,
      total: 16,
    });
  });

  test.each([
    ['96859-110', 'purchases-prevented', /customer is prevented/u],
    ['96859-112', 'no-active-subscriptions', /"first" is lost/u],
  ])('the Russian %s is disputed with its reason', (segment, element, reason) => {
    const found = findings('disputed').find(({ values }) => values['segment'] === segment);
    expect(found?.elements).toContain(element);
    expect(found?.message).toMatch(reason);
    expect(stateOf('remove-reseller-relationship', element, 'ru')).toBe('disputed');
  });

  test('the older edition names another kind of partner', () => {
    expect(findings('conditions-differ').map(({ elements, locales }) => [elements, locales])).toEqual([
      [['partner-type'], ['ko', 'zh', 'ja']],
    ]);
  });
});
