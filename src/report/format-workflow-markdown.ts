import type { Translator } from '../locale/translator.ts';
import { conditionWords } from './condition-words.ts';
import { domainWords, workflowSections } from './format-workflow.ts';
import { escapeMarkdown, markdownLink } from './markdown.ts';
import type { SourceReport } from './source.ts';
import { plainText } from './words.ts';
import type { RuleElementReport, WorkflowReport } from './workflow-report.ts';

/** Writes one workflow's rules as a Markdown page with citations. */
export function formatWorkflowMarkdown(report: WorkflowReport, translator: Translator): string {
  const { translate } = translator;
  const word = (key: string): string => escapeMarkdown(translate(`interface:${key}`));
  const tag = (text: string, lang: string): string =>
    escapeMarkdown(lang === report.locale ? text : `[${lang}] ${text}`);
  const lines = [`# ${escapeMarkdown(report.title)}`, '', escapeMarkdown(report.summary)];

  const element = (each: RuleElementReport, prefix: string): void => {
    const indent = ' '.repeat(prefix.length);
    const optional =
      each.optional === true
        ? escapeMarkdown(translate('interface:in-brackets', { text: translate('interface:label.optional') }))
        : '';
    const undocumented =
      each.documented === false
        ? escapeMarkdown(
            translate('interface:in-brackets', { text: translate('interface:label.undocumented') }),
          )
        : '';
    lines.push(`${prefix}${tag(each.text, each.lang)}${optional}${undocumented}`);
    const condition = each.require ?? each.when;
    if (condition)
      lines.push(
        `${indent}- ${escapeMarkdown(translate('interface:labelled', { label: translate('interface:label.requires'), text: conditionWords(condition, translator) }))}`,
      );
    for (const variant of each.variants ?? []) {
      const date = variant.sources[0]?.published ?? '–';
      const says = variant.require ? conditionWords(variant.require, translator) : (variant.effect ?? '');
      lines.push(
        `${indent}- ${escapeMarkdown(translate('interface:labelled', { label: translate('interface:label.variant', { date }), text: says }))}`,
      );
    }
    for (const source of each.sources) lines.push(`${indent}- ${citation(source, report.locale)}`);
    (each.steps ?? []).forEach((step, index) => element(step, `${indent}${index + 1}. `));
  };

  for (const name of workflowSections) {
    if (report[name].length === 0) continue;
    lines.push('', `## ${word(`section.${name}`)}`, '');
    report[name].forEach((each, index) => element(each, name === 'steps' ? `${index + 1}. ` : '- '));
  }
  if (report.cautions.length > 0) {
    lines.push('', `## ${word('section.cautions')}`, '');
    for (const caution of report.cautions)
      lines.push(
        `- ${tag(translate('interface:caution', { title: caution.title, text: caution.text }), caution.lang)}`,
      );
  }
  if (report.facts.length > 0) {
    lines.push('', `## ${word('section.facts')}`, '');
    lines.push(
      `| ${word('label.fact')} | ${word('label.question')} | ${word('label.domain')} |`,
      '| --- | --- | --- |',
    );
    for (const fact of report.facts) {
      lines.push(
        `| \`${fact.name}\` | ${escapeMarkdown(fact.question)} | ${escapeMarkdown(domainWords(fact.domain))} |`,
      );
    }
  }
  lines.push('', word('about.disclaimer'), '');
  return lines.join('\n');
}

function citation(source: SourceReport, locale: string): string {
  const lang = source.quality === 'untranslated' ? 'en' : source.locale;
  const quoted = source.quality === 'disputed' ? source.source : source.text;
  const shown = source.quality === 'disputed' ? 'en' : lang;
  const tag = shown === locale ? '' : escapeMarkdown(`[${shown}] `);
  const place = markdownLink(`${source.path ?? ''}:${source.line ?? ''}`, source.url);
  return `${tag}“${escapeMarkdown(plainText(quoted ?? ''))}” — ${place}, ${source.published ?? '–'}`;
}
