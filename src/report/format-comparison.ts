import type { Translator } from '../locale/translator.ts';
import type { DifferenceReport, StatementComparison, WorkflowComparisonReport } from './compare-report.ts';
import { conditionWords } from './condition-words.ts';
import { valueWords } from './describe-decision.ts';
import type { Terminal } from './format-decision.ts';
import { wrapText } from './layout.ts';
import { languageName } from './words.ts';

/** Writes comparisons for a terminal: each difference with its verdicts, what makes it, and the smallest case. */
export function formatComparisons(
  comparisons: readonly WorkflowComparisonReport[],
  between: readonly [string, string],
  translator: Translator,
  { columns, style }: Terminal,
): string {
  const { translate } = translator;
  const lines = wrapText(style.bold(comparisonTitle(between, translator)), columns);
  for (const comparison of comparisons) {
    lines.push(
      '',
      ...wrapText(`${style.bold(comparison.title)} ${style.dim(`(${comparison.workflow})`)}`, columns),
    );
    lines.push(...wrapText(comparisonSummary(comparison, translator), columns, '  '));
    for (const difference of comparison.differences) {
      const [verdicts = '', ...more] = differenceLines(difference, comparison.between, translator);
      lines.push(...wrapText(style.bold(verdicts), columns, '  • '));
      for (const line of more) lines.push(...wrapText(line, columns, '    ', '      '));
    }
  }
  const count = comparisons.reduce((sum, { differences }) => sum + differences.length, 0);
  const compared = comparisons.every((each) => each.compared);
  const total = count > 0 ? translate('compare:found', { count }) : compared ? translate('compare:none') : '';
  if (total !== '') lines.push('', ...wrapText(total, columns));
  return `${lines.join('\n')}\n`;
}

/** Gives the title of a comparison. */
export function comparisonTitle([left, right]: readonly [string, string], { translate }: Translator): string {
  return translate('compare:title', {
    left: languageName(left, translate),
    right: languageName(right, translate),
  });
}

/** Says in a sentence how two languages stand to each other on one workflow. */
export function comparisonSummary(comparison: WorkflowComparisonReport, { translate }: Translator): string {
  const { between, documented, compared, differences } = comparison;
  const [left, right] = between.map((locale) => languageName(locale, translate));
  const known = between.filter((locale) => documented[locale] === true);
  if (known.length === 0)
    return translate('compare:undocumented-both', { left: left ?? '', right: right ?? '' });
  if (known.length === 1) {
    const [first = ''] = known;
    const other = between.find((locale) => locale !== first) ?? '';
    return translate('compare:undocumented', {
      documented: languageName(first, translate),
      undocumented: languageName(other, translate),
    });
  }
  if (!compared) return translate('compare:not-compared');
  return differences.length === 0
    ? translate('compare:same')
    : translate('compare:found', { count: differences.length });
}

/** Writes one difference in lines: verdicts, what makes it, the smallest case, how it differs from a common one. */
export function differenceLines(
  difference: DifferenceReport,
  between: readonly [string, string],
  translator: Translator,
): string[] {
  const { translate } = translator;
  const verdicts = between.map((locale) =>
    translate('compare:verdict', {
      language: languageName(locale, translate),
      verdict: translate(`interface:verdict.${difference.verdicts[locale] ?? 'unknown'}`),
    }),
  );
  const witness = Object.entries(difference.witness.facts).map(([name, value]) =>
    factWords(name, value, translator),
  );
  const changed = difference.changed.map((name) => {
    const value = difference.witness.facts[name];
    return value === undefined ? name : factWords(name, value, translator);
  });
  return [
    verdicts.join(' · '),
    ...difference.statements.map((statement) => statementLine(statement, translator)),
    `${translate('compare:label.case')}: ${witness.join('; ')}`,
    ...(difference.nearest === null
      ? difference.elements.length > 0
        ? [translate('compare:label.no-common')]
        : []
      : [`${translate('compare:label.changed')}: ${changed.join('; ')}`]),
  ];
}

function statementLine(statement: StatementComparison, translator: Translator): string {
  const { translate } = translator;
  const { locale, element, text, lang, require, sources } = statement;
  const language = languageName(locale, translate);
  const title = lang === translator.locale ? text : `[${lang}] ${text}`;
  const says = require ? conditionWords(require, translator) : translate('sync:state.absent');
  const places = sources.flatMap(({ path, line, column }) =>
    path === undefined ? [] : [`${path}:${line}:${column}`],
  );
  const where = places.length > 0 ? ` (${places.join(', ')})` : '';
  return `${title} [${element}], ${language}: ${says}${where}`;
}

function factWords(name: string, value: unknown, translator: Translator): string {
  return `${translator.translate(`facts:${name}.title`)}: ${valueWords(name, value, translator)}`;
}
