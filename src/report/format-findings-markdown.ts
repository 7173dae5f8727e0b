import type { Translate } from '../locale/translator.ts';
import { type FindingGroup, groupFindings, groupsByOwner, newFindings } from './group-findings.ts';
import { lintSummary, standingSummary, trendSummary } from './lint-summary.ts';
import type { LintReport } from './lint-report.ts';
import { escapeMarkdown } from './markdown.ts';
import { plainText } from './words.ts';

/** How many items a comment has unless asked otherwise: more are not read to the end. */
export const commentItems = 10;

/** The most letters of one sentence that a comment quotes. */
const quotedLetters = 300;

/** Writes new findings as a comment for a pull request, at most `maxItems` of them; 0 writes all. */
export function formatFindingsMarkdown(
  report: LintReport,
  translate: Translate,
  maxItems: number = commentItems,
): string {
  const word = (key: string, values?: Record<string, string | number>): string =>
    escapeMarkdown(translate(`report:${key}`, values));
  const groups = groupFindings(newFindings(report.findings));
  const shown = maxItems > 0 ? groups.slice(0, maxItems) : groups;
  const lines = [`### ${escapeMarkdown(lintSummary(report, translate))}`];
  const aside = [standingSummary(report, translate), trendSummary(report, translate)].filter(
    (text) => text !== '',
  );
  if (aside.length > 0) lines.push('', aside.map(escapeMarkdown).join('  \n'));
  const problems = report.problems.filter(({ severity }) => severity === 'error');
  if (problems.length > 0) {
    lines.push('', `**${word('not-checked')}**`, '');
    for (const { path, line, message } of problems.slice(0, commentItems)) {
      const place = path === undefined ? '' : `${codeSpan(line === undefined ? path : `${path}:${line}`)} `;
      lines.push(`- ${place}${escapeMarkdown(message)}`);
    }
    if (problems.length > commentItems)
      lines.push(`- ${word('more-problems', { count: problems.length - commentItems })}`);
  }
  if (report.removed.length > 0) {
    lines.push('', `**${word('removed.heading')}**`, '');
    // What rules rest on is not cut off by what they do not.
    const ranked = report.removed.toSorted(
      (a, b) => Number(b.severity === 'warning') - Number(a.severity === 'warning'),
    );
    for (const { path, message } of ranked.slice(0, commentItems))
      lines.push(`- ${codeSpan(path)} ${escapeMarkdown(message)}`);
    if (ranked.length > commentItems)
      lines.push(`- ${word('more-problems', { count: ranked.length - commentItems })}`);
  }
  let number = 0;
  for (const { owner, groups: own } of groupsByOwner(shown)) {
    lines.push('', `#### ${word(`owner.${owner}`)}`, '');
    for (const group of own) lines.push(...itemLines((number += 1), group, word));
  }
  if (shown.length < groups.length) lines.push('', word('more', { count: groups.length - shown.length }));
  return `${lines.join('\n')}\n`;
}

function itemLines(
  number: number,
  { finding, pages }: FindingGroup,
  word: (key: string, values?: Record<string, string | number>) => string,
): string[] {
  const prefix = `${number}. `;
  const indent = ' '.repeat(prefix.length);
  const severity = finding.severity === 'error' ? `**${word('severity.error')}**` : word('severity.warning');
  const more = pages > 1 ? ` (${word('pages', { count: pages })})` : '';
  const labels =
    finding.labels.length > 0 ? ` · ${finding.labels.map((label) => word(`label.${label}`)).join(', ')}` : '';
  return [
    `${prefix}${severity} · ${word(`check.${finding.check}`)}${labels} · ${codeSpan(`${finding.path}:${finding.line}`)}${more}  `,
    `${indent}${escapeMarkdown(finding.message)}`,
    `${indent}> en: ${quote(finding.source)}  `,
    `${indent}> ${finding.locale.split('-')[0] ?? ''}: ${quote(finding.target)}`,
    '',
    `${indent}${word('expected')} ${escapeMarkdown(finding.expected)}`,
  ];
}

function quote(text: string): string {
  const plain = plainText(text);
  const letters = Array.from(plain);
  return escapeMarkdown(
    letters.length > quotedLetters ? `${letters.slice(0, quotedLetters).join('')}…` : plain,
  );
}

/** Writes a code span that no backtick inside can end. */
function codeSpan(text: string): string {
  const longest = Math.max(0, ...(text.match(/`+/gu) ?? []).map((run) => run.length));
  const fence = '`'.repeat(longest + 1);
  const pad = text.startsWith('`') || text.endsWith('`') ? ' ' : '';
  return `${fence}${pad}${text.replace(/\s+/gu, ' ')}${pad}${fence}`;
}
