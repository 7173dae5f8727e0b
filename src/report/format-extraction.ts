import type { Translator } from '../locale/translator.ts';
import { draftSections } from '../extract/draft/draft.ts';
import { conditionWords } from './condition-words.ts';
import type { ArticleReport, ExtractionReport, PageReport } from './extraction-report.ts';
import { formatChange } from './format-change.ts';
import type { Terminal } from './format-decision.ts';
import { wrapText } from './layout.ts';
import { plainText } from './words.ts';

/** Labels that a line is written for; notes and others are only counted. */
const shownLabels = new Set(['precondition', 'consequence', 'obligation', 'step']);

/** Writes what extraction found for a terminal. */
export function formatExtraction(
  report: ExtractionReport,
  translator: Translator,
  terminal: Terminal,
): string {
  const { translate } = translator;
  const lines = report.documents.flatMap((page) => [...formatPage(page, translator, terminal), '']);
  for (const draft of report.drafts) lines.push(...formatArticle(draft, translator, terminal), '');
  if (report.againstRules) lines.push(...formatAgainst(report.againstRules, translator, terminal), '');
  const wrote = report.drafts.some(({ written }) => written !== undefined);
  if (!wrote && report.drafts.some((draft) => countDrafts(draft) > 0)) {
    lines.push(...wrapText(translate('extract:how-to-write'), terminal.columns), '');
  }
  return `${lines.join('\n').trimEnd()}\n`;
}

function formatPage(page: PageReport, { translate }: Translator, { columns, style }: Terminal): string[] {
  if ('error' in page) return [style.bold(page.path), ...wrapText(page.error.message, columns, '  ')];
  const counts = new Map<string, number>();
  for (const { labels } of page.segments) {
    const [first = 'other'] = labels;
    counts.set(first, (counts.get(first) ?? 0) + 1);
  }
  const summary = [...counts]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([label, count]) => `${translate(`extract:label.${label}`)} ${count}`)
    .join(', ');
  const lines = [style.bold(page.path), ...wrapText(style.dim(summary), columns, '  ')];
  for (const segment of page.segments) {
    if (!segment.labels.some((label) => shownLabels.has(label))) continue;
    const labels = segment.labels.map((label) => translate(`extract:label.${label}`)).join(', ');
    lines.push(
      `  ${style.dim(`${segment.line}:${segment.column}`)}  ${labels}  ${segment.confidence.toFixed(2)}`,
    );
    lines.push(...wrapText(plainText(segment.target ?? segment.source ?? ''), columns, '      '));
  }
  if (page.disagreements) {
    lines.push(`  ${style.open(translate('extract:disagreements', { count: page.disagreements.length }))}`);
    for (const { id, source, target } of page.disagreements) {
      const side = (labels: readonly string[]): string =>
        labels.map((label) => translate(`extract:label.${label}`)).join(', ');
      const values = { id, source: side(source.labels), target: side(target.labels) };
      lines.push(...wrapText(translate('extract:disagreement', values), columns, '      '));
    }
  }
  return lines;
}

function countDrafts(draft: ArticleReport): number {
  return draft.changes.length + draftSections.reduce((sum, section) => sum + draft[section].length, 0);
}

function formatArticle(draft: ArticleReport, translator: Translator, { columns, style }: Terminal): string[] {
  const { translate } = translator;
  const lines = [style.bold(translate('extract:drafts-of', { article: draft.article }))];
  if (countDrafts(draft) === 0) lines.push(`  ${translate('extract:no-drafts')}`);
  for (const section of draftSections) {
    if (draft[section].length === 0) continue;
    lines.push(`  ${translate(`extract:section.${section}`)}`);
    for (const element of draft[section]) {
      const places = [...new Set(element.pins.map(({ locale }) => locale))].join(' ');
      lines.push(`    ${element.id}  ${style.dim(places)}`);
      lines.push(...wrapText(plainText(element.evidence.text), columns, '      '));
      if (element.require) {
        lines.push(...wrapText(style.bold(conditionWords(element.require, translator)), columns, '      '));
      }
      // Why no condition can say it, in English as rule files have it.
      if (section === 'unencodable' && typeof element['reason'] === 'string')
        lines.push(...wrapText(style.dim(`en  ${element['reason']}`), columns, '      '));
    }
  }
  if (draft.changes.length > 0) lines.push(`  ${translate('extract:section.changes')}`);
  for (const change of draft.changes) lines.push(...formatChange(change, translator, { columns, style }));
  if (draft.lost.length > 0) {
    lines.push(...wrapText(translate('extract:lost', { count: draft.lost.length }), columns, '  '));
    for (const { element, locale, segment } of draft.lost)
      lines.push(`    ${element}  ${style.dim(`${locale} ${segment}`)}`);
  }
  if (draft.facts.length > 0) {
    lines.push(`  ${translate('extract:section.facts')}`);
    lines.push(
      ...wrapText(draft.facts.map(({ name, type }) => `${name} (${type})`).join(', '), columns, '    '),
    );
  }
  if (draft.leftOut.length > 0) {
    const values = { count: draft.leftOut.length, file: draft.file, found: draft.leftOut.join(', ') };
    lines.push(...wrapText(translate('extract:left-out', values), columns, '  '));
  }
  const { written } = draft;
  if (written?.changed)
    lines.push(`  ${translate('extract:written', { file: draft.file, ...countsOf(written) })}`);
  else if (written) lines.push(`  ${translate('extract:unchanged', { file: draft.file })}`);
  return lines;
}

function countsOf({
  added,
  updated,
  removed,
}: NonNullable<ArticleReport['written']>): Record<string, number> {
  return { added, updated, removed };
}

function formatAgainst(
  { uncovered, unsupported }: NonNullable<ExtractionReport['againstRules']>,
  { translate }: Translator,
  { columns, style }: Terminal,
): string[] {
  const lines = [style.bold(translate('extract:uncovered', { count: uncovered.length }))];
  for (const each of uncovered) {
    const labels = each.labels.map((label) => translate(`extract:label.${label}`)).join(', ');
    lines.push(`  ${each.path}:${each.line}:${each.column}  ${labels}`);
    lines.push(...wrapText(plainText(each.text), columns, '      '));
    const reason = each.reason ?? translate('extract:no-reason');
    lines.push(
      ...wrapText(each.reason === undefined ? style.bad(reason) : style.dim(reason), columns, '      '),
    );
  }
  lines.push(style.bold(translate('extract:unsupported', { count: unsupported.length })));
  for (const { workflow, element } of unsupported) lines.push(`  ${style.bad(`${workflow}/${element}`)}`);
  return lines;
}
