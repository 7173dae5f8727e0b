import stringWidth from 'fast-string-width';
import type { Translate } from '../locale/translator.ts';
import type { Terminal } from './format-decision.ts';
import { wrapText } from './layout.ts';
import type { Style } from './style.ts';
import type { CellState, SentenceReport, SyncFindingReport, SyncReport } from './sync-report.ts';
import { plainText } from './words.ts';

/** How to write the comparison: `brief` leaves out what is known and the matrix. */
export interface SyncFormat extends Terminal {
  command: string;
  brief?: boolean;
}

const paints: Record<CellState, keyof Style> = {
  fresh: 'good',
  moved: 'open',
  changed: 'bad',
  gone: 'bad',
  absent: 'open',
  untranslated: 'open',
  disputed: 'open',
};

/** Writes the comparison of rules with documents for a terminal: the matrix, what to decide, what is known. */
export function formatSync(report: SyncReport, translate: Translate, format: SyncFormat): string {
  const { columns, style, brief = false } = format;
  const lines: string[] = [];
  const heading = (text: string): void => void lines.push('', style.bold(text));
  const add = (text: string, prefix = '', indent?: string): void =>
    void lines.push(...wrapText(text, columns, prefix, indent));

  const verdict = report.inStep
    ? style.good(translate('sync:in-step'))
    : style.bad(translate('sync:out-of-step', { count: report.summary.errors }));
  lines.push(style.bold(translate('sync:title')));
  add(verdict);

  if (report.written.length > 0) {
    heading(translate('sync:section.written'));
    for (const { path, changes } of report.written)
      add(translate('sync:label.written', { path, count: changes }), '  ');
  }
  if (!brief) {
    heading(translate('sync:section.matrix'));
    lines.push(...matrixLines(report, translate, format));
  }
  const errors = report.findings.filter(({ severity }) => severity === 'error');
  const certain = errors.filter(isCertain);
  const open = errors.filter((finding) => !isCertain(finding));
  if (open.length > 0) {
    heading(translate('sync:section.decide'));
    for (const finding of open) lines.push(...findingLines(finding, translate, format), '');
  }
  if (certain.length > 0) {
    heading(translate('sync:section.certain', { command: format.command }));
    for (const { message, path, line, column } of certain)
      add(`${placeOf({ path, line, column })}${message}`, '  • ');
  }
  const known = report.findings.filter(({ severity }) => severity !== 'error');
  if (known.length > 0 && !brief) {
    heading(translate('sync:section.known'));
    for (const { message, path, line, column, elements } of known) {
      add(`${placeOf({ path, line, column })}${message}`, '  • ');
      if (elements.length > 1) add(style.dim(elements.join(', ')), '    ');
    }
  }
  return `${lines
    .join('\n')
    .replace(/\n{3,}/gu, '\n\n')
    .trimEnd()}\n`;
}

/** Tells whether a finding is one that `--write` mends without a decision. */
export function isCertain({ code }: Pick<SyncFindingReport, 'code'>): boolean {
  return code.startsWith('repin-') || code === 'uncovered-repin';
}

function matrixLines(report: SyncReport, translate: Translate, { columns, style }: SyncFormat): string[] {
  return report.workflows.flatMap(({ workflow, title, elements }) => {
    const rows = elements.filter(({ cells }) => cells.some(({ state }) => state !== 'fresh'));
    const matching = elements.filter(({ cells }) => cells.length > 0).length - rows.length;
    const lines = wrapText(`${title} ${style.dim(`(${workflow})`)}`, columns, '  ');
    const width = Math.max(0, ...rows.map(({ id }) => stringWidth(id)));
    for (const { id, cells } of rows) {
      const states = report.locales.flatMap((locale) => {
        const state = cells.find((cell) => cell.locale === locale)?.state;
        return state === undefined || state === 'fresh'
          ? []
          : [`${locale} ${style[paints[state]](translate(`sync:state.${state}`))}`];
      });
      const text = `${id}${' '.repeat(width - stringWidth(id))}  ${states.join(' · ')}`;
      lines.push(...wrapText(text, columns, '    ', '      '));
    }
    if (matching > 0)
      lines.push(
        ...wrapText(style.dim(translate('sync:label.all-match', { count: matching })), columns, '    '),
      );
    return lines;
  });
}

function findingLines(
  finding: SyncFindingReport,
  translate: Translate,
  { columns, style }: SyncFormat,
): string[] {
  const { message, decision, accept, before, after, concerns, workflow } = finding;
  const name = workflow === undefined ? '' : style.dim(` (${workflow})`);
  const lines = wrapText(`${message}${name}`, columns, '  • ');
  const place = placeOf(after ?? finding).trim();
  if (place !== '') lines.push(...wrapText(style.dim(place), columns, '    '));
  const show = (label: string, sentence: SentenceReport, paint: keyof Style): void => {
    const prefix = `    ${style[paint](label)} `;
    const texts = [sentence.source, sentence.target].filter((text) => text !== undefined);
    const indent = ' '.repeat(5 + stringWidth(label));
    texts.forEach((text, index) =>
      lines.push(...wrapText(plainText(text), columns, index === 0 ? prefix : indent, indent)),
    );
    if (texts.length === 0)
      lines.push(...wrapText(style.dim(translate('sync:label.unknown-text')), columns, prefix, indent));
  };
  if (before) show('-', before, 'bad');
  if (after) show('+', after, 'good');
  if (concerns) {
    const checks = concerns.map((check) => translate(`sync:check.${check}`)).join(', ');
    lines.push(...wrapText(style.open(translate('sync:label.concerns', { checks })), columns, '    ! '));
  }
  if (decision !== undefined) lines.push(...wrapText(decision, columns, '    ? '));
  for (const { text, command } of accept ?? []) {
    lines.push(...wrapText(`${text}:`, columns, '      '));
    // Commands are copied, so they are never broken into lines.
    lines.push(`        ${command}`);
  }
  return lines;
}

function placeOf({
  path,
  line,
  column,
}: {
  path?: string | undefined;
  line?: number | undefined;
  column?: number | undefined;
}): string {
  if (path === undefined) return '';
  return line === undefined ? `${path}  ` : `${path}:${line}:${column ?? 1}  `;
}
