import type { LintReport, ReportedFinding } from '../../src/report/lint-report.ts';

/** Makes a finding, right but for what is given. */
export function makeReportedFinding(given: Partial<ReportedFinding> = {}): ReportedFinding {
  return {
    id: 'aaaaaaaaaaaaaaaa',
    check: 'polarity',
    severity: 'error',
    article: 'orders',
    locale: 'ko-KR',
    path: 'content/ko/orders.md',
    line: 12,
    column: 3,
    segment: 'abcde-101',
    source: 'You can’t change it.',
    target: '변경할 수 있습니다.',
    message: 'the translation lost the negation',
    expected: 'a negation for “can’t”',
    labels: [],
    group: 'bbbbbbbbbbbbbbbb',
    status: 'new',
    owner: 'translator',
    ...given,
  };
}

/** Makes the report of a run that found something. */
export function makeLintReport(
  findings: readonly ReportedFinding[],
  given: Partial<LintReport> = {},
): LintReport {
  return {
    locale: 'en',
    documents: 2,
    segments: 30,
    unchanged: 0,
    findings: [...findings],
    problems: [],
    removed: [],
    ...given,
  };
}
