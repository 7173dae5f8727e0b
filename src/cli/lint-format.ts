import { formatFindings } from '../report/format-findings.ts';
import { formatFindingsGithub } from '../report/format-findings-github.ts';
import { formatFindingsMarkdown } from '../report/format-findings-markdown.ts';
import { formatFindingsJunit } from '../report/format-findings-junit.ts';
import { formatFindingsSarif } from '../report/format-findings-sarif.ts';
import { formatFindingsHtml } from '../report/html/format-findings-html.ts';
import type { LintReport } from '../report/lint-report.ts';
import type { CommandContext } from './command.ts';
import { columnsOf } from './io.ts';

/** How many items a terminal shows unless asked otherwise. */
const terminalItems = 50;

/** Writes the report of `lint` in the format asked for. */
export function formatLint(
  report: LintReport,
  { format, translator: { translate }, style, io }: CommandContext,
  maxItems: number | undefined,
): string {
  switch (format) {
    case 'json':
      return `${JSON.stringify(report, null, 2)}\n`;
    case 'sarif':
      return formatFindingsSarif(report, translate);
    case 'junit':
      return formatFindingsJunit(report, translate);
    case 'html':
      return formatFindingsHtml(report, translate);
    case 'github':
      return formatFindingsGithub(report, maxItems);
    case 'markdown':
      return formatFindingsMarkdown(report, translate, maxItems);
    default:
      return formatFindings(report, translate, {
        columns: columnsOf(io),
        style,
        maxItems: maxItems ?? terminalItems,
      });
  }
}
