import type { Translate } from '../locale/translator.ts';
import { newFindings } from './group-findings.ts';
import type { LintReport } from './lint-report.ts';

/** Says how many new errors and warnings there are, and on how much text. */
export function lintSummary(report: LintReport, translate: Translate): string {
  const open = newFindings(report.findings);
  const errors = open.filter(({ severity }) => severity === 'error').length;
  const read = [
    translate('report:count.documents', { count: report.documents }),
    translate('report:count.segments', { count: report.segments }),
  ];
  const found =
    open.length === 0
      ? [translate('report:nothing-new')]
      : [
          translate('report:count.errors', { count: errors }),
          translate('report:count.warnings', { count: open.length - errors }),
        ];
  return [...found, ...read].join(' · ');
}

/** Says what is left aside: known and accepted findings, unchanged pages, pages that are gone. Empty where nothing is. */
export function standingSummary(report: LintReport, translate: Translate): string {
  const known = report.findings.filter(({ status }) => status === 'known').length;
  const accepted = report.findings.filter(({ status }) => status === 'accepted').length;
  const counts: readonly (readonly [string, number])[] = [
    ['known', known],
    ['accepted', accepted],
    ['unchanged', report.unchanged],
    ['removed', report.removed.length],
  ];
  return counts
    .filter(([, count]) => count > 0)
    .map(([name, count]) => translate(`report:count.${name}`, { count }))
    .join(' · ');
}

/** Says how this run compares with the one before it in the trend. Empty where no trend is kept. */
export function trendSummary({ trend }: LintReport, translate: Translate): string {
  if (!trend) return '';
  const { current, previous } = trend;
  if (!previous) return translate('report:trend.first', { date: current.date });
  return translate('report:trend.since', {
    date: previous.date,
    errors: signed(current.errors - previous.errors),
    warnings: signed(current.warnings - previous.warnings),
  });
}

function signed(number: number): string {
  return number > 0 ? `+${number}` : number < 0 ? `−${-number}` : '±0';
}
