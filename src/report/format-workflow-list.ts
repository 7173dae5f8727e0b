import type { Translate } from '../locale/translator.ts';
import type { Terminal } from './format-decision.ts';
import { wrapText } from './layout.ts';
import { escapeMarkdown } from './markdown.ts';
import type { WorkflowList, WorkflowSummary } from './workflow-report.ts';

/** Writes the list of workflows for a terminal. */
export function formatWorkflowList(
  list: WorkflowList,
  translate: Translate,
  { columns, style }: Terminal,
): string {
  const lines = [style.bold(translate('interface:section.workflows'))];
  for (const each of list.workflows) {
    lines.push('', ...wrapText(style.bold(each.title), columns, '  '));
    lines.push(...wrapText(each.summary, columns, '    '));
    lines.push(`    ${style.dim(each.workflow)}`, `    ${style.dim(documentsLine(each, translate))}`);
  }
  lines.push('', ...wrapText(style.dim(translate('interface:about.disclaimer')), columns));
  return `${lines.join('\n')}\n`;
}

/** Writes the list of workflows as Markdown. */
export function formatWorkflowListMarkdown(list: WorkflowList, translate: Translate): string {
  const label = (name: string): string => translate(`interface:label.${name}`);
  const rows = list.workflows.map(
    (each) =>
      `| ${escapeMarkdown(each.title)} | \`${each.workflow}\` | ${escapeMarkdown(documentsLine(each, translate))} |`,
  );
  return [
    `# ${translate('interface:section.workflows')}`,
    '',
    `| ${label('workflow')} | ${label('id')} | ${label('documents')} |`,
    '| --- | --- | --- |',
    ...rows,
    '',
    translate('interface:about.disclaimer'),
    '',
  ].join('\n');
}

function documentsLine(summary: WorkflowSummary, translate: Translate): string {
  const pages = summary.documents.map(({ locale, published }) => `${locale} ${published ?? '–'}`).join(', ');
  const text = pages === '' ? '–' : pages;
  return translate('interface:labelled', { label: translate('interface:label.documents'), text });
}
