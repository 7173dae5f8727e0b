import type { Translate } from '../locale/translator.ts';
import { type FindingGroup, groupFindings, groupsByOwner, newFindings } from './group-findings.ts';
import { lintSummary, standingSummary, trendSummary } from './lint-summary.ts';
import type { LintReport } from './lint-report.ts';
import { wrapText } from './layout.ts';
import type { Style } from './style.ts';
import { plainText } from './words.ts';

/** How a terminal shows findings. */
export interface FindingsTerminal {
  columns: number;
  style: Style;
  /** The most groups to show; 0 shows all. */
  maxItems: number;
}

/** Writes findings for a terminal: who acts, then what is new in the order of what matters. */
export function formatFindings(
  report: LintReport,
  translate: Translate,
  { columns, style, maxItems }: FindingsTerminal,
): string {
  const lines: string[] = [];
  const groups = groupFindings(newFindings(report.findings));
  const shown = maxItems > 0 ? groups.slice(0, maxItems) : groups;
  for (const { owner, groups: own } of groupsByOwner(shown)) {
    lines.push(style.bold(translate(`report:owner.${owner}`)), '');
    for (const group of own) lines.push(...groupLines(group, translate, columns, style), '');
  }
  if (shown.length < groups.length) {
    const more = translate('report:more', { count: groups.length - shown.length });
    lines.push(...wrapText(more, columns), '');
  }
  lines.push(...removalLines(report, translate, columns, style));
  lines.push(...wrapText(style.bold(lintSummary(report, translate)), columns));
  for (const line of [standingSummary(report, translate), trendSummary(report, translate)])
    if (line !== '') lines.push(...wrapText(line, columns));
  return `${lines.join('\n')}\n`;
}

function removalLines(
  { removed }: LintReport,
  translate: Translate,
  columns: number,
  style: Style,
): string[] {
  if (removed.length === 0) return [];
  const items = removed.flatMap(({ path, severity, message }) => [
    severity === 'warning' ? `${path}  ${style.open(translate('report:severity.warning'))}` : path,
    ...wrapText(message, columns, '  '),
  ]);
  return [style.bold(translate('report:removed.heading')), '', ...items, ''];
}

function groupLines(
  { finding, places, pages }: FindingGroup,
  translate: Translate,
  columns: number,
  style: Style,
): string[] {
  const paint = finding.severity === 'error' ? style.bad : style.open;
  const head = [
    `${finding.path}:${finding.line}:${finding.column}`,
    paint(translate(`report:severity.${finding.severity}`)),
    finding.check,
    style.dim(finding.id),
  ].join('  ');
  const labels = finding.labels.map((label) => translate(`report:label.${label}`)).join(', ');
  return [
    head,
    ...wrapText(finding.message, columns, '  '),
    ...wrapText(plainText(finding.source), columns, '    [en] '),
    ...wrapText(plainText(finding.target), columns, `    [${finding.locale.split('-')[0] ?? ''}] `),
    ...wrapText(`${translate('report:expected')} ${finding.expected}`, columns, '  '),
    ...(labels === '' ? [] : wrapText(`${translate('report:labels')} ${labels}`, columns, '  ')),
    ...(pages > 1 ? [`  ${translate('report:pages', { count: pages })}`] : []),
    ...places.slice(1, 4).map(({ path, line, column }) => `    ${style.dim(`${path}:${line}:${column}`)}`),
    ...(places.length > 4 ? [`    ${style.dim('…')}`] : []),
  ];
}
