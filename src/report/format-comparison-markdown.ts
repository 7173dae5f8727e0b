import type { Translator } from '../locale/translator.ts';
import type { WorkflowComparisonReport } from './compare-report.ts';
import { comparisonSummary, comparisonTitle, differenceLines } from './format-comparison.ts';
import { escapeMarkdown } from './markdown.ts';

/** Writes comparisons as Markdown, for a comment or a record. */
export function formatComparisonsMarkdown(
  comparisons: readonly WorkflowComparisonReport[],
  between: readonly [string, string],
  translator: Translator,
): string {
  const lines = [`## ${escapeMarkdown(comparisonTitle(between, translator))}`];
  for (const comparison of comparisons) {
    lines.push(
      '',
      `### ${escapeMarkdown(comparison.title)}`,
      '',
      escapeMarkdown(comparisonSummary(comparison, translator)),
    );
    if (comparison.differences.length > 0) lines.push('');
    for (const difference of comparison.differences) {
      const [verdicts = '', ...more] = differenceLines(difference, comparison.between, translator);
      lines.push(`- **${escapeMarkdown(verdicts)}**`, ...more.map((line) => `  - ${escapeMarkdown(line)}`));
    }
  }
  return `${lines.join('\n')}\n`;
}
