import { tagText, type Translate } from '../locale/translator.ts';
import type { DecisionReport, StepReport } from './decision-report.ts';
import { basisLine, bestSource, commandToCopy, repeatWords, verdictLine } from './format-decision.ts';
import { escapeMarkdown, markdownLink } from './markdown.ts';
import type { SourceReport } from './source.ts';
import { languageName, plainText } from './words.ts';

/** Writes a decision as Markdown, for a comment or a record. */
export function formatDecisionMarkdown(report: DecisionReport, translate: Translate): string {
  const tag = (text: string, lang: string): string =>
    escapeMarkdown(lang === report.locale ? text : `[${lang}] ${text}`);
  const word = (key: string): string => escapeMarkdown(translate(`interface:${key}`));
  const lines = [
    `# ${escapeMarkdown(report.title)}`,
    '',
    `**${escapeMarkdown(verdictLine(report, translate))}**`,
  ];
  lines.push('', escapeMarkdown(basisLine(report, translate)));
  if (report.asDocumented !== undefined) {
    const language = languageName(report.asDocumented, translate);
    lines.push('', escapeMarkdown(translate('interface:hypothetical', { language })));
    if (report.preconditions.length === 0) {
      lines.push('', escapeMarkdown(translate('interface:undocumented-locale', { language })));
    }
  }
  if (report.instead !== undefined) {
    const values = { task: translate(`${report.instead}:title`), workflow: report.instead };
    lines.push('', escapeMarkdown(translate('interface:note.instead', values)));
  }
  const section = (name: string, items: readonly string[]): void => {
    if (items.length > 0) lines.push('', `## ${word(`section.${name}`)}`, '', ...items);
  };
  section(
    'cautions',
    report.cautions.map(
      ({ title, message, lang }) =>
        `- ${tag(translate('interface:caution', { title, text: message }), lang)}`,
    ),
  );
  section(
    'preconditions',
    report.preconditions.flatMap((each) => [
      `- **${word(`status.${each.status}`)}** – ${tag(each.message, each.lang)}${each.note === undefined ? '' : ` ${escapeMarkdown(each.note)}`}`,
      ...(each.status === 'satisfied' ? [] : quote(each.sources, report.locale)),
    ]),
  );
  section(
    'attestations',
    report.attestations.map(({ message, lang }) => `- [ ] ${tag(message, lang)}`),
  );
  section(
    'plan',
    report.plan.flatMap((step, index) => [
      `${index + 1}. ${tag(step.text, step.lang)}${escapeMarkdown(repeatWords(step.repeat, translate))}`,
      ...step.steps.map((small) => `   - ${tag(small.text, small.lang)}`),
    ]),
  );
  const perform = report.steps.filter(({ phase, applies }) => phase === 'perform' && applies !== 'no');
  if (report.verdict === 'allowed')
    section(
      'steps',
      perform.flatMap((step, index) => stepLines(step, `${index + 1}. `, tag)),
    );
  section(
    'consequences',
    report.consequences
      .filter(({ applies }) => applies !== 'no')
      .map(({ message, lang }) => `- ${tag(message, lang)}`),
  );
  section(
    'obligations',
    report.obligations
      .filter(({ applies }) => applies !== 'no')
      .map(({ message, lang }) => `- ${tag(message, lang)}`),
  );
  section(
    'disagreements',
    report.disagreements.flatMap((each) => [
      `- ${escapeMarkdown(each.message)}`,
      ...quote(each.sources, report.locale),
    ]),
  );
  section(
    'unencodable',
    report.unencodable.map(({ message, lang }) => `- ${tag(message, lang)}`),
  );
  section(
    'out-of-step',
    report.outOfStep.map((id) => `- \`${id}\``),
  );
  section(
    'needs',
    report.needs.map((name) => `- ${escapeMarkdown(translate(`facts:${name}.question`))} (\`${name}\`)`),
  );
  if (report.needs.length > 0) lines.push('', word('next.copy'), '', `    ${commandToCopy(report)}`);
  section(
    'basis',
    report.basis.documents.map(
      ({ locale, title, article, published, url }) =>
        `- ${escapeMarkdown(`[${locale}]`)} ${markdownLink(title ?? article, url)}, ${published ?? '–'}`,
    ),
  );
  lines.push('', word('about.disclaimer'), '');
  return lines.join('\n');
}

function quote(sources: readonly SourceReport[], locale: string): string[] {
  const source = bestSource(sources);
  if (!source) return [];
  const own = source.locale === locale && source.quality === 'ok';
  const [text, lang] = own
    ? [source.text, locale]
    : [source.source ?? source.text, source.source ? 'en' : source.locale];
  const page = markdownLink(source.title ?? source.article ?? '', source.url);
  const sentence = tagText({ text: plainText(text ?? ''), lang }, locale);
  return ['', `  > ${escapeMarkdown(sentence)}`, `  > — ${page}, ${source.published ?? '–'}`, ''];
}

function stepLines(step: StepReport, prefix: string, tag: (text: string, lang: string) => string): string[] {
  const inner = step.steps.filter(({ applies }) => applies !== 'no');
  const indent = ' '.repeat(prefix.length);
  return [
    `${prefix}${tag(step.text, step.lang)}`,
    ...inner.flatMap((small) => stepLines(small, `${indent}- `, tag)),
  ];
}
