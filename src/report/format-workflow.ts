import { tagText, type Translator } from '../locale/translator.ts';
import { conditionWords } from './condition-words.ts';
import type { Terminal } from './format-decision.ts';
import { wrapText } from './layout.ts';
import type { SourceReport } from './source.ts';
import { plainText } from './words.ts';
import type { RuleElementReport, WorkflowReport } from './workflow-report.ts';

/** Sections of a workflow in the order that people read them. */
export const workflowSections = [
  'preconditions',
  'attestations',
  'steps',
  'consequences',
  'obligations',
  'unencodable',
] as const;

/** Writes one workflow's rules for a terminal, with the sentences they come from. */
export function formatWorkflow(
  report: WorkflowReport,
  translator: Translator,
  { columns, style }: Terminal,
): string {
  const { translate } = translator;
  const lines: string[] = [];
  const add = (text: string, prefix = '', indent?: string): void =>
    void lines.push(...wrapText(text, columns, prefix, indent));
  const tag = (text: string, lang: string): string => (lang === report.locale ? text : `[${lang}] ${text}`);
  const heading = (name: string): void =>
    void lines.push('', style.bold(translate(`interface:section.${name}`)));

  add(style.bold(report.title));
  add(report.summary, '  ');
  const pages = report.documents.map(({ locale, published }) => `${locale} ${published ?? '–'}`).join(', ');
  add(
    style.dim(
      `${report.workflow} · ${translate('interface:labelled', { label: translate('interface:label.documents'), text: pages })}`,
    ),
    '  ',
  );

  const element = (each: RuleElementReport, prefix: string): void => {
    const notes = [
      ...(each.optional === true ? [translate('interface:label.optional')] : []),
      ...(each.documented === false ? [translate('interface:label.undocumented')] : []),
      ...(each.repeat
        ? [translate('interface:note.repeat-each', { fact: translate(`facts:${each.repeat.fact}.title`) })]
        : []),
      ...(each.phase === 'afterwards' ? [translate('interface:section.afterwards')] : []),
      ...(each.state === 'draft' ? ['draft'] : []),
    ];
    add(
      `${tag(each.text, each.lang)}${notes.map((text) => translate('interface:in-brackets', { text })).join('')}`,
      prefix,
    );
    const indent = ' '.repeat(prefix.length);
    const condition = each.require ?? each.when;
    if (condition) add(style.dim(conditionWords(condition, translator)), indent);
    for (const variant of each.variants ?? []) {
      const date = variant.sources[0]?.published ?? '–';
      const says = variant.require ? conditionWords(variant.require, translator) : (variant.effect ?? '');
      add(
        style.dim(
          translate('interface:labelled', {
            label: translate('interface:label.variant', { date }),
            text: says,
          }),
        ),
        indent,
      );
    }
    for (const line of citations(each, report.locale, translator))
      add(style.dim(line), `${indent}│ `, `${indent}│ `);
    (each.steps ?? []).forEach((step, index) => element(step, `${indent}${index + 1}. `));
  };

  for (const name of workflowSections) {
    const elements = report[name];
    if (elements.length === 0) continue;
    heading(name);
    elements.forEach((each, index) => element(each, name === 'steps' ? `  ${index + 1}. ` : '  • '));
  }
  if (report.cautions.length > 0) {
    heading('cautions');
    for (const caution of report.cautions)
      add(
        tag(translate('interface:caution', { title: caution.title, text: caution.text }), caution.lang),
        '  ! ',
      );
  }
  if (report.facts.length > 0) {
    heading('facts');
    for (const fact of report.facts) {
      add(translate('interface:labelled', { label: fact.title, text: fact.question }), '  • ');
      add(style.dim(`${fact.name} = ${domainWords(fact.domain)}`), '    ');
    }
  }
  lines.push('', ...wrapText(style.dim(translate('interface:about.disclaimer')), columns));
  return `${lines.join('\n')}\n`;
}

/** Gives one quotation for the reader (their page's own, else the English) and the places of all statements. */
function citations(element: RuleElementReport, locale: string, { translate }: Translator): string[] {
  const present = element.sources.filter(({ text }) => text !== undefined);
  const [first] = present;
  if (!first) return [];
  const quote = (text: string, lang: string): string =>
    tagText({ text: translate('interface:quote', { text: plainText(text) }), lang }, locale);
  const places = present.map(placeOf).join(', ');
  const english = first.source === undefined ? [] : [quote(first.source, 'en')];
  if (first.locale !== locale) return [...english, places];
  if (first.quality === 'untranslated') return [quote(first.text ?? '', 'en'), places];
  if (first.quality === 'ok') return [quote(first.text ?? '', locale), places];
  const reason = tagText({ text: first.reason ?? '', lang: first.reasonLang ?? 'en' }, locale);
  return [
    ...english,
    `${quote(first.text ?? '', locale)} (${translate('interface:note.disputed', { reason })})`,
    places,
  ];
}

function placeOf(source: SourceReport): string {
  return `${source.path}:${source.line}:${source.column}`;
}

/** Writes the domain of a fact without words. */
export function domainWords(domain: WorkflowReport['facts'][number]['domain']): string {
  return Array.isArray(domain) ? domain.join(' | ') : `${domain.minimum}..${domain.maximum}`;
}
