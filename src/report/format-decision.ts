import { tagText, type Translate } from '../locale/translator.ts';
import type { DecisionReport, PlanStepReport, PreconditionReport, StepReport } from './decision-report.ts';
import { wrapText } from './layout.ts';
import type { SourceReport } from './source.ts';
import type { Style } from './style.ts';
import { languageName, plainText } from './words.ts';

/** How to write for a terminal. */
export interface Terminal {
  columns: number;
  style: Style;
}

/** How to write a decision for a terminal. */
export interface DecisionTerminal extends Terminal {
  /** Whether the steps of the task are written only where it is allowed (the default), or always. */
  steps?: 'when-allowed' | 'always';
}

const marks = { satisfied: '✓', violated: '✗', unknown: '?', 'not-applicable': '–' } as const;

/** Writes a decision for a terminal. */
export function formatDecision(
  report: DecisionReport,
  translate: Translate,
  { columns, style, steps }: DecisionTerminal,
): string {
  const lines: string[] = [];
  const add = (text: string, prefix = '', indent?: string): void =>
    void lines.push(...wrapText(text, columns, prefix, indent));
  const section = (name: string, count: number): boolean => {
    if (count > 0) lines.push('', style.bold(translate(`interface:section.${name}`)));
    return count > 0;
  };
  const tag = (text: string, lang: string): string => (lang === report.locale ? text : `[${lang}] ${text}`);

  add(style.bold(report.title));
  add(`${verdictMark(report, style)} ${style.bold(verdictLine(report, translate))}`, '', '  ');
  add(basisLine(report, translate), '  ');
  if (report.asDocumented !== undefined) {
    const language = languageName(report.asDocumented, translate);
    add(translate('interface:hypothetical', { language }), '  ');
    if (report.preconditions.length === 0)
      add(translate('interface:undocumented-locale', { language }), '  ');
  }
  if (report.instead !== undefined) {
    const task = translate(`${report.instead}:title`);
    add(translate('interface:note.instead', { task, workflow: report.instead }), '  ');
  }

  if (section('cautions', report.cautions.length)) {
    for (const caution of report.cautions)
      add(
        tag(translate('interface:caution', { title: caution.title, text: caution.message }), caution.lang),
        '  ! ',
      );
  }
  if (section('preconditions', report.preconditions.length)) {
    for (const each of report.preconditions) {
      add(tag(each.message, each.lang), `  ${paintMark(each, style)} `, '    ');
      if (each.note !== undefined) add(each.note, '    ');
      const source =
        each.status === 'violated' || each.status === 'unknown' ? bestSource(each.sources) : undefined;
      if (source) lines.push(...sourceLines(source, report.locale, translate, columns, style));
    }
  }
  if (section('attestations', report.attestations.length)) {
    if (report.verdict === 'allowed') add(translate('interface:note.allowed-if'), '  ');
    for (const each of report.attestations) add(tag(each.message, each.lang), '  □ ');
  }
  if (section('plan', report.plan.length)) {
    report.plan.forEach((step, index) => {
      add(`${tag(step.text, step.lang)}${repeatWords(step.repeat, translate)}`, `  ${index + 1}. `);
      step.steps.forEach((small) => add(tag(small.text, small.lang), '     - '));
    });
  }
  const perform = report.steps.filter(({ phase, applies }) => phase === 'perform' && applies !== 'no');
  if ((report.verdict === 'allowed' || steps === 'always') && section('steps', perform.length)) {
    perform.forEach((step, index) => addStep(step, `  ${index + 1}. `, add, tag, translate));
  }
  const afterwards = report.steps.filter(({ phase, applies }) => phase === 'afterwards' && applies !== 'no');
  if (steps === 'always' && section('afterwards', afterwards.length)) {
    for (const step of afterwards) addStep(step, '  • ', add, tag, translate);
  }
  const following = report.consequences.filter(({ applies }) => applies !== 'no');
  if (section('consequences', following.length)) {
    for (const each of following)
      add(tag(each.message, each.lang), each.applies === 'unknown' ? '  ? ' : '  • ');
  }
  const duties = report.obligations.filter(({ applies }) => applies !== 'no');
  if (section('obligations', duties.length))
    for (const each of duties) add(tag(each.message, each.lang), '  • ');
  if (section('disagreements', report.disagreements.length)) {
    for (const each of report.disagreements) {
      add(each.message, '  • ');
      const source = bestSource(each.sources);
      if (source) lines.push(...sourceLines(source, report.locale, translate, columns, style));
    }
  }
  if (section('unencodable', report.unencodable.length)) {
    for (const each of report.unencodable) add(tag(each.message, each.lang), '  • ');
  }
  if (section('out-of-step', report.outOfStep.length)) add(report.outOfStep.join(', '), '  ');
  if (section('needs', report.needs.length)) {
    for (const name of report.needs) {
      add(translate(`facts:${name}.question`), '  ? ');
      add(translate(`facts:${name}.where`), '    ');
    }
    lines.push('', ...wrapText(translate('interface:next.copy'), columns), `  ${commandToCopy(report)}`);
  }
  if (section('basis', report.basis.documents.length)) {
    for (const each of report.basis.documents) {
      add(`[${each.locale}] ${each.title ?? each.article}, ${each.published ?? '–'}`, '  ');
      lines.push(`    ${style.dim(each.url ?? each.path)}`);
    }
  }
  lines.push('', ...wrapText(style.dim(translate('interface:about.disclaimer')), columns));
  return `${lines.join('\n')}\n`;
}

/** Gives the sentence for a verdict, with the number of open items for `unknown`. */
export function verdictLine(report: DecisionReport, translate: Translate): string {
  return report.verdict === 'unknown' && report.needs.length > 0
    ? translate('interface:verdict.unknown-needs', { count: report.needs.length })
    : translate(`interface:verdict.${report.verdict}`);
}

/** Says by documentation of what day a verdict holds. */
export function basisLine(report: DecisionReport, translate: Translate): string {
  const date = report.basis.documents.find(({ published }) => published !== undefined)?.published;
  if (date === undefined) return translate('interface:verdict-undated');
  return translate(
    report.verdict === 'allowed' ? 'interface:verdict-basis-allowed' : 'interface:verdict-basis',
    { date },
  );
}

/** Gives a command line that completes the check, with a place for each missing value. */
export function commandToCopy(report: DecisionReport): string {
  const known = report.preconditions.flatMap(({ facts }) => Object.entries(facts));
  const flags = [...new Map(known)].map(([name, value]) => `--fact ${name}=${shellValue(value)}`);
  return ['waymark check', report.workflow, ...flags, ...report.needs.map((name) => `--fact ${name}=…`)].join(
    ' ',
  );
}

function shellValue(value: unknown): string {
  return Array.isArray(value) ? `'${value.join(';')}'` : String(value);
}

/** Says how often a step is done. */
export function repeatWords(repeat: PlanStepReport['repeat'], translate: Translate): string {
  if (!repeat) return '';
  const words =
    repeat.count === undefined
      ? translate('interface:note.repeat-each', { fact: translate(`facts:${repeat.fact}.title`) })
      : translate('interface:note.repeat', { count: repeat.count });
  return translate('interface:in-brackets', { text: words });
}

function addStep(
  step: StepReport,
  prefix: string,
  add: (text: string, prefix: string) => void,
  tag: (text: string, lang: string) => string,
  translate: Translate,
): void {
  const optional = step.optional
    ? translate('interface:in-brackets', { text: translate('interface:label.optional') })
    : '';
  add(`${tag(step.text, step.lang)}${optional}${repeatWords(step.repeat, translate)}`, prefix);
  for (const small of step.steps) {
    if (small.applies !== 'no') addStep(small, `${' '.repeat(prefix.length)}- `, add, tag, translate);
  }
}

function verdictMark(report: DecisionReport, style: Style): string {
  if (report.verdict === 'allowed') return style.good('✓');
  return report.verdict === 'blocked' ? style.bad('✗') : style.open('?');
}

function paintMark({ status }: PreconditionReport, style: Style): string {
  const paint = {
    satisfied: style.good,
    violated: style.bad,
    unknown: style.open,
    'not-applicable': style.dim,
  }[status];
  return paint(marks[status]);
}

/** Gives the sentence to quote for an element: the first that is still there. */
export function bestSource(sources: readonly SourceReport[]): SourceReport | undefined {
  return sources.find(({ state, text }) => state !== 'gone' && text !== undefined);
}

/**
 * Quotes the sentence that an element comes from: in the reader's language, else in English and never in a third one.
 * A disputed translation is shown only after its English.
 */
function sourceLines(
  source: SourceReport,
  locale: string,
  translate: Translate,
  columns: number,
  style: Style,
): string[] {
  const bar = '    │ ';
  const quote = (text: string | undefined, lang: string, note = ''): string[] => {
    if (text === undefined) return [];
    const tag = lang === locale ? '' : `[${lang}] `;
    const quoted = translate('interface:quote', { text: plainText(text) });
    return wrapText(
      `${tag}${quoted}${note === '' ? '' : translate('interface:in-brackets', { text: note })}`,
      columns,
      bar,
      bar,
    );
  };
  const state = source.state === 'fresh' ? '' : translate(`interface:note.${source.state}`);
  const place = `${source.path}:${source.line}:${source.column}  ${source.segment}  ${source.published ?? ''}`;
  const lines = (): string[] => {
    if (source.locale !== locale)
      return quote(source.source ?? source.text, source.source ? 'en' : source.locale, state);
    if (source.quality === 'untranslated')
      return quote(source.text, 'en', translate('interface:note.untranslated'));
    if (source.quality === 'ok') return quote(source.text, locale, state);
    const reason = tagText({ text: source.reason ?? '', lang: source.reasonLang ?? 'en' }, locale);
    const note = translate('interface:note.disputed', { reason });
    return [...quote(source.source, 'en', state), ...quote(source.text, locale, note)];
  };
  return [...lines(), `${bar}${style.dim(place)}`];
}
