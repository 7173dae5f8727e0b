import type { Translator } from '../locale/translator.ts';
import { conditionWords } from './condition-words.ts';
import type { ReviewReport } from './describe-review.ts';
import { toldWords } from './format-change.ts';
import type { Terminal } from './format-decision.ts';
import { wrapText } from './layout.ts';
import { plainText } from './words.ts';

/** Writes a review for a terminal: the element and every sentence that it rests on. */
export function formatReview(
  report: ReviewReport,
  translator: Translator,
  { columns, style }: Terminal,
): string {
  const say = (key: string, values: Record<string, string> = {}): string =>
    translator.translate(`extract:review.${key}`, values);
  const { by, date } = report.review;
  const lines = [
    ...wrapText(style.bold(say('reviewed', { element: `${report.workflow}/${report.element}` })), columns),
    `  ${say('by', { by, date })}`,
    `  ${say('into', { file: report.file })}`,
  ];
  for (const [key, was] of Object.entries(report.changed?.was ?? {})) {
    const what = toldWords(key, was, translator);
    lines.push(...wrapText(say('before', { what }), columns, '  '));
  }
  for (const [key, now] of Object.entries(report.changed?.now ?? {})) {
    if (key !== 'require')
      lines.push(...wrapText(say('now', { what: toldWords(key, now, translator) }), columns, '  '));
  }
  if (report.require) {
    lines.push(
      ...wrapText(say('condition', { condition: conditionWords(report.require, translator) }), columns, '  '),
    );
  }
  if (report.remedy !== undefined)
    lines.push(...wrapText(say('remedy-added', { step: report.remedy }), columns, '  '));
  if (report.addedFacts.length > 0) {
    lines.push(...wrapText(say('facts-added', { facts: report.addedFacts.join(', ') }), columns, '  '));
  }
  lines.push(`  ${say('sentences')}`);
  for (const { locale, path, line, column, text, source } of report.sources) {
    lines.push(`    ${style.dim(`${locale}  ${path ?? ''}:${line ?? 0}:${column ?? 0}`)}`);
    if (text !== undefined) lines.push(...wrapText(plainText(text), columns, '      '));
    if (source !== undefined && source !== text) {
      lines.push(...wrapText(style.dim(`en  ${plainText(source)}`), columns, '      '));
    }
  }
  lines.push(...wrapText(style.dim(say('check')), columns, '  '));
  return `${lines.join('\n')}\n`;
}
