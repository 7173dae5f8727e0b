import type { Translate } from '../../locale/translator.ts';
import { type FindingGroup, groupFindings } from '../group-findings.ts';
import type { LintReport, ReportedFinding } from '../lint-report.ts';
import { lintSummary, standingSummary, trendSummary } from '../lint-summary.ts';
import { markWords } from '../mark-words.ts';
import { plainText } from '../words.ts';
import { escapeXml } from '../xml.ts';
import { type Filter, writeFilters, writeMarked, writePage } from './page.ts';

/** Checks whose findings are about the Markdown itself, which is then shown as it stands. */
const markupChecks = new Set(['emphasis', 'link', 'placeholder', 'structure', 'list-label']);

/** Writes findings as one page: what matters most first, each with both texts, and filters. */
export function formatFindingsHtml(report: LintReport, translate: Translate): string {
  const word = (key: string, values?: Record<string, string | number>): string =>
    translate(`report:${key}`, values);
  const groups = groupFindings(report.findings);
  const title = word('html.lint-title');
  const summary = [
    lintSummary(report, translate),
    standingSummary(report, translate),
    trendSummary(report, translate),
  ]
    .filter((line) => line !== '')
    .map((line) => `<p>${escapeXml(line)}</p>`);
  const body = [
    `<header><h1>${escapeXml(title)}</h1>${summary.join('\n')}</header>`,
    '<main>',
    ...problemList(report, word),
    ...removalList(report, word),
    ...(groups.length > 0 ? [filters(report, word), ...groups.map((group) => item(group, word))] : []),
    '</main>',
  ].join('\n');
  return writePage({ lang: report.locale, title, body });
}

type Word = (key: string, values?: Record<string, string | number>) => string;

function problemList({ problems }: LintReport, word: Word): string[] {
  const shown = problems.filter(({ severity }) => severity !== 'info');
  if (shown.length === 0) return [];
  const items = shown.map(({ severity, path, line, message }) => {
    const place =
      path === undefined ? '' : `<code>${escapeXml(line === undefined ? path : `${path}:${line}`)}</code> `;
    return `<li>${badge(severity === 'error' ? 'error' : 'warning', word)} ${place}${escapeXml(message)}</li>`;
  });
  return [`<h2>${escapeXml(word('html.problems'))}</h2>`, `<ul>${items.join('\n')}</ul>`];
}

function removalList({ removed }: LintReport, word: Word): string[] {
  if (removed.length === 0) return [];
  const items = removed.map(({ severity, path, message }) => {
    const mark = severity === 'warning' ? `${badge('warning', word)} ` : '';
    return `<li>${mark}<code>${escapeXml(path)}</code> ${escapeXml(message)}</li>`;
  });
  return [`<h2>${escapeXml(word('removed.heading'))}</h2>`, `<ul>${items.join('\n')}</ul>`];
}

function filters({ findings }: LintReport, word: Word): string {
  const filter = (name: string, values: readonly string[], wordOf: (value: string) => string): Filter => ({
    name,
    label: word(`html.filter.${name}`),
    options: [...new Set(values)].map((value) => ({ value, text: wordOf(value) })),
  });
  return writeFilters(
    [
      filter(
        'status',
        findings.map(({ status }) => status),
        (value) => word(`status.${value}`),
      ),
      filter(
        'severity',
        findings.map(({ severity }) => severity),
        (value) => word(`severity.${value}`),
      ),
      filter(
        'owner',
        findings.map(({ owner }) => owner),
        (value) => word(`owner.${value}`),
      ),
      filter(
        'locale',
        findings.map(({ locale }) => locale),
        (value) => value,
      ),
      filter(
        'check',
        findings.map(({ check }) => check),
        (value) => word(`check.${value}`),
      ),
      filter(
        'labels',
        findings.flatMap(({ labels }) => labels),
        (value) => word(`label.${value}`),
      ),
    ],
    {
      heading: word('html.filters'),
      all: word('html.all'),
      search: word('html.search'),
      clear: word('html.clear'),
      shown: word('html.shown', { shown: '{0}', all: '{1}' }),
    },
  );
}

function item({ finding, places, pages }: FindingGroup, word: Word): string {
  const { severity, check, status, owner, locale, labels, message, expected, accepted, id } = finding;
  const data = { status, severity, owner, locale, check, labels: labels.join(' ') };
  const attributes = Object.entries(data).map(([name, value]) => ` data-${name}="${escapeXml(value)}"`);
  const notes = [
    ...labels.map((label) => word(`label.${label}`)),
    ...(pages > 1 ? [word('pages', { count: pages })] : []),
    ...(status === 'new' ? [] : [word(`status.${status}`)]),
  ];
  const reason = accepted
    ? `<p>${escapeXml(`${word(`kind.${accepted.kind}`, { until: accepted.until ?? '' })}: ${accepted.why} (${accepted.by})`)}</p>`
    : '';
  return `<details data-item${attributes.join('')}>
<summary>${badge(severity, word)} <strong>${escapeXml(word(`check.${check}`))}</strong>: ${escapeXml(message)}
<span class="quiet"><code>${escapeXml(`${finding.path}:${finding.line}`)}</code>${notes.map((note) => ` · ${escapeXml(note)}`).join('')}</span></summary>
<div class="content">
<div class="texts">
${text(finding, 'source', 'en', word('html.source'))}
${text(finding, 'target', finding.target === finding.source ? 'en' : locale, `${word('html.target')} (${locale})`)}
</div>
<p>${escapeXml(word('expected'))} ${escapeXml(expected)}</p>
<p class="quiet">${escapeXml(word(`owner.${owner}`))} · <code>${escapeXml(id)}</code></p>
${reason}${places.length > 1 ? placeList(places) : ''}
</div>
</details>`;
}

function text(finding: ReportedFinding, side: 'source' | 'target', lang: string, heading: string): string {
  const shown = markupChecks.has(finding.check) ? finding[side] : plainText(finding[side]);
  return `<div><h4>${escapeXml(heading)}</h4>${writeMarked(markWords(shown, finding.marks?.[side] ?? []), lang)}</div>`;
}

function placeList(places: readonly ReportedFinding[]): string {
  const items = places.map(
    ({ path, line, column }) => `<li><code>${escapeXml(`${path}:${line}:${column}`)}</code></li>`,
  );
  return `<ul class="quiet">${items.join('')}</ul>`;
}

function badge(severity: 'error' | 'warning', word: Word): string {
  const sign = severity === 'error' ? '✗' : '!';
  return `<span class="badge ${severity}">${sign} ${escapeXml(word(`severity.${severity}`))}</span>`;
}
