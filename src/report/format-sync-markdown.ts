import type { Translate } from '../locale/translator.ts';
import { isCertain } from './format-sync.ts';
import { escapeMarkdown } from './markdown.ts';
import type { SyncFindingReport, SyncReport } from './sync-report.ts';

/** The most findings of each part that a comment shows: what is longer is not read to the end. */
const maximumShown = 10;

/** Writes the comparison of rules with documents as Markdown, for a comment on a pull request. */
export function formatSyncMarkdown(report: SyncReport, translate: Translate, command: string): string {
  const errors = report.findings.filter(({ severity }) => severity === 'error');
  const parts = [
    [translate('sync:section.decide'), errors.filter((finding) => !isCertain(finding))],
    [translate('sync:section.certain', { command }), errors.filter(isCertain)],
    [translate('sync:section.known'), report.findings.filter(({ severity }) => severity !== 'error')],
  ] as const;
  const verdict = report.inStep
    ? translate('sync:in-step')
    : translate('sync:out-of-step', { count: report.summary.errors });
  const lines = [`## ${escapeMarkdown(translate('sync:title'))}`, '', escapeMarkdown(verdict)];
  if (report.written.length > 0) {
    lines.push('', `### ${escapeMarkdown(translate('sync:section.written'))}`, '');
    for (const { path, changes } of report.written)
      lines.push(`- ${escapeMarkdown(translate('sync:label.written', { path, count: changes }))}`);
  }
  for (const [title, findings] of parts) {
    if (findings.length === 0) continue;
    lines.push('', `### ${escapeMarkdown(title).replaceAll(String.raw`\``, '`')}`, '');
    for (const finding of findings.slice(0, maximumShown)) lines.push(...findingLines(finding, translate));
    const more = findings.length - maximumShown;
    if (more > 0) lines.push(`- ${escapeMarkdown(translate('sync:label.more', { count: more }))}`);
  }
  lines.push(
    '',
    `### ${escapeMarkdown(translate('sync:section.matrix'))}`,
    '',
    ...matrixLines(report, translate),
  );
  return `${lines.join('\n')}\n`;
}

function findingLines(finding: SyncFindingReport, translate: Translate): string[] {
  const { message, decision, accept, before, after, path, line, concerns } = finding;
  const place =
    path === undefined ? '' : ` (${escapeMarkdown(line === undefined ? path : `${path}:${line}`)})`;
  const lines = [`- ${escapeMarkdown(message)}${place}`];
  const quote = (label: string, text: string | undefined): void => {
    if (text !== undefined) lines.push(`  - ${escapeMarkdown(label)}: ${escapeMarkdown(text)}`);
  };
  quote(translate('sync:label.before'), before?.source);
  quote(translate('sync:label.after'), after?.source);
  quote(translate('sync:label.before'), before?.target);
  quote(translate('sync:label.after'), after?.target);
  if (concerns) {
    const checks = concerns.map((check) => translate(`sync:check.${check}`)).join(', ');
    lines.push(`  - ${escapeMarkdown(translate('sync:label.concerns', { checks }))}`);
  }
  if (decision !== undefined) lines.push(`  - ${escapeMarkdown(decision)}`);
  for (const { text, command } of accept ?? [])
    lines.push(`    - ${escapeMarkdown(text)}: \`${command.replaceAll('`', "'")}\``);
  return lines;
}

function matrixLines(report: SyncReport, translate: Translate): string[] {
  const rows = report.workflows.flatMap(({ workflow, elements }) =>
    elements
      .filter(({ cells }) => cells.some(({ state }) => state !== 'fresh'))
      .map(({ id, cells }) => {
        const states = report.locales.map((locale) => {
          const state = cells.find((cell) => cell.locale === locale)?.state;
          return state === undefined ? '' : translate(`sync:state.${state}`);
        });
        return [`${workflow}/${id}`, ...states];
      }),
  );
  const header = [translate('sync:label.element'), ...report.locales];
  return [header, header.map(() => '---'), ...rows].map(
    (cells, index) => `| ${cells.map((cell) => (index === 1 ? cell : escapeMarkdown(cell))).join(' | ')} |`,
  );
}
