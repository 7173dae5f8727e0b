import { tagText, type TaggedText, type Translate } from '../../locale/translator.ts';
import type { MarkedPart } from '../mark-words.ts';
import { markDifferences } from '../mark-words.ts';
import type {
  CellReport,
  SentenceReport,
  StatementReport,
  SyncElementReport,
  SyncFindingReport,
  SyncReport,
  SyncWorkflowReport,
} from '../sync-report.ts';
import { plainText } from '../words.ts';
import { escapeXml } from '../xml.ts';
import { type Filter, writeFilters, writeMarked, writePage } from './page.ts';

/** Sign and colour of each state, so that neither tells alone. */
const signs: Readonly<Record<CellReport['state'], { sign: string; colour: string }>> = {
  fresh: { sign: '✓', colour: 'good' },
  moved: { sign: '→', colour: 'open' },
  changed: { sign: '≠', colour: 'warning' },
  gone: { sign: '✗', colour: 'error' },
  absent: { sign: '–', colour: 'warning' },
  untranslated: { sign: 'en', colour: 'open' },
  disputed: { sign: '!', colour: 'error' },
};

/** Writes rules against pages as one page: the matrix of elements and languages, and what each cell leads to. */
export function formatSyncHtml(report: SyncReport, translate: Translate): string {
  const title = translate('report:html.sync-title');
  const cells = report.workflows.flatMap(({ elements }) => elements.flatMap((element) => element.cells));
  const open = report.findings.filter(({ decision }) => decision !== undefined).length;
  const summary = report.inStep
    ? translate('sync:in-step')
    : translate('sync:out-of-step', { count: open > 0 ? open : report.summary.errors });
  const states = Object.entries(report.summary.states)
    .filter(([, count]) => count > 0)
    .map(([state, count]) => `${stateBadge(state as CellReport['state'], translate)} ${count}`);
  const body = [
    `<header><h1>${escapeXml(title)}</h1><p>${escapeXml(summary)}</p><p>${states.join(' · ')}</p></header>`,
    '<main>',
    filters(report, cells, translate),
    ...report.workflows.map((workflow) => workflowSection(workflow, report, translate)),
    ...findingSection(report, translate),
    '</main>',
  ].join('\n');
  return writePage({ lang: report.locale, title, body });
}

function filters(report: SyncReport, cells: readonly CellReport[], translate: Translate): string {
  const elements = report.workflows.flatMap((workflow) => workflow.elements);
  const filter = (name: string, values: readonly string[], wordOf: (value: string) => string): Filter => ({
    name,
    label: translate(`report:html.filter.${name}`),
    options: [...new Set(values)].map((value) => ({ value, text: wordOf(value) })),
  });
  return writeFilters(
    [
      filter(
        'workflow',
        report.workflows.map(({ workflow }) => workflow),
        (value) => report.workflows.find(({ workflow }) => workflow === value)?.title ?? value,
      ),
      filter(
        'state',
        cells.map(({ state }) => state),
        (value) => translate(`sync:state.${value}`),
      ),
      filter(
        'kind',
        elements.map(({ kind }) => kind),
        (value) => translate(`report:html.kind.${value}`),
      ),
      filter('locale', report.locales, (value) => translate(`interface:language.${value}`)),
    ],
    {
      heading: translate('report:html.filters'),
      all: translate('report:html.all'),
      search: translate('report:html.search'),
      clear: translate('report:html.clear'),
      shown: translate('report:html.shown', { shown: '{0}', all: '{1}' }),
    },
  );
}

function workflowSection(workflow: SyncWorkflowReport, report: SyncReport, translate: Translate): string {
  const heads = report.locales.map(
    (locale) =>
      `<th scope="col" data-column="${escapeXml(locale)}">${escapeXml(translate(`interface:language.${locale}`))}</th>`,
  );
  const rows = workflow.elements
    .filter(({ documented }) => documented)
    .map((element) => elementRow(workflow, element, report, translate));
  const details = workflow.elements.flatMap((element) =>
    element.cells.map((cell) => cellDetails(workflow, element, cell, report.locale, translate)),
  );
  return `<section data-group aria-labelledby="${anchor(workflow.workflow)}">
<h2 id="${anchor(workflow.workflow)}">${escapeXml(workflow.title)}</h2>
<p class="quiet"><code>${escapeXml(workflow.workflow)}</code> · ${escapeXml(workflow.article)}</p>
<div class="scroll"><table><thead><tr><th scope="col">${escapeXml(translate('sync:label.element'))}</th>${heads.join('')}</tr></thead>
<tbody>
${rows.join('\n')}
</tbody></table></div>
${details.join('\n')}
</section>`;
}

function elementRow(
  { workflow }: SyncWorkflowReport,
  { id, kind, text, lang, cells }: SyncElementReport,
  { locales, locale: readerLocale }: SyncReport,
  translate: Translate,
): string {
  const states = cells.map(({ state }) => state).join(' ');
  const columns = locales.map((locale) => {
    const cell = cells.find((each) => each.locale === locale);
    const key = anchor(workflow, id, locale);
    const content = cell
      ? `<a id="cell-${key}" href="#${key}">${stateBadge(cell.state, translate)}</a>`
      : `<span class="quiet">${escapeXml(translate('sync:state.no-page'))}</span>`;
    return `<td data-column="${escapeXml(locale)}">${content}</td>`;
  });
  const head = `${inLanguage({ text, lang }, readerLocale)}<br><span class="quiet">${escapeXml(translate(`report:html.kind.${kind}`))} · <code>${escapeXml(id)}</code></span>`;
  const data = `data-workflow="${escapeXml(workflow)}" data-state="${escapeXml(states)}" data-kind="${escapeXml(kind)}" data-locale="${escapeXml(cells.map(({ locale }) => locale).join(' '))}"`;
  return `<tr data-item ${data}><th scope="row">${head}</th>${columns.join('')}</tr>`;
}

function cellDetails(
  { workflow }: SyncWorkflowReport,
  { id, text, lang }: SyncElementReport,
  { locale, state, statements, candidate }: CellReport,
  readerLocale: string,
  translate: Translate,
): string {
  const key = anchor(workflow, id, locale);
  const shown = statements.map((statement) => statementTexts(statement, locale, readerLocale, translate));
  if (candidate) shown.push(sentenceTexts(candidate, undefined, locale, translate));
  if (shown.length === 0) shown.push(`<p>${escapeXml(translate('sync:state.absent'))}</p>`);
  return `<details data-back="cell-${key}">
<summary>${stateBadge(state, translate)} ${escapeXml(translate(`interface:language.${locale}`))}: ${inLanguage({ text, lang }, readerLocale)}</summary>
<div class="content" id="${key}">${shown.join('<hr>')}</div>
</details>`;
}

/** Writes a text marked as being in its language, with a tag to see where that is not the reader's. */
function inLanguage({ text, lang }: TaggedText, readerLocale: string): string {
  const own = lang || readerLocale;
  return `<span lang="${escapeXml(own)}">${escapeXml(tagText({ text, lang: own }, readerLocale))}</span>`;
}

function statementTexts(
  { before, after, state, quality, disputed, disputedLang = 'en' }: StatementReport,
  locale: string,
  readerLocale: string,
  translate: Translate,
): string {
  const notes = [
    translate(`sync:state.${state}`),
    ...(quality === 'ok' ? [] : [translate(`sync:state.${quality}`)]),
  ];
  const reason =
    disputed === undefined
      ? ''
      : `<p>${inLanguage({ text: disputed, lang: disputedLang }, readerLocale)}</p>`;
  const same = after !== undefined && before.source === after.source && before.target === after.target;
  return `<p class="quiet">${escapeXml(notes.join(' · '))}</p>${reason}${
    same || after === undefined
      ? sentenceTexts(after ?? before, undefined, locale, translate)
      : `${sentenceTexts(before, after, locale, translate, 'before')}${sentenceTexts(after, before, locale, translate, 'after')}`
  }`;
}

/** Writes a sentence in English and translation side by side, with what is not in the other version marked. */
function sentenceTexts(
  sentence: SentenceReport,
  other: SentenceReport | undefined,
  locale: string,
  translate: Translate,
  version?: 'before' | 'after',
): string {
  const { path, line, segment, published } = sentence;
  const heading = [
    ...(version === undefined ? [] : [translate(`sync:label.${version}`)]),
    path === undefined ? '' : `${path}${line === undefined ? '' : `:${line}`}`,
    segment ?? '',
    published ?? '',
  ].filter((part) => part !== '');
  const side = (name: 'source' | 'target', lang: string): string => {
    const text = sentence[name];
    const label = translate(`report:html.${name}`);
    const content =
      text === undefined
        ? `<span class="quiet">${escapeXml(translate('sync:label.unknown-text'))}</span>`
        : writeMarked(
            markedAgainst(text, other?.[name], lang, version),
            lang,
            version === 'before' ? 'del' : 'ins',
          );
    return `<div><h4>${escapeXml(label)}</h4>${content}</div>`;
  };
  return `<p class="quiet">${escapeXml(heading.join(' · '))}</p><div class="texts">${side('source', 'en')}${side('target', locale)}</div>`;
}

function markedAgainst(
  text: string,
  other: string | undefined,
  lang: string,
  version: 'before' | 'after' | undefined,
): MarkedPart[] {
  const plain = plainText(text);
  if (other === undefined || version === undefined) return [{ text: plain, marked: false }];
  return version === 'before'
    ? markDifferences(plain, plainText(other), lang).before
    : markDifferences(plainText(other), plain, lang).now;
}

function findingSection(report: SyncReport, translate: Translate): string[] {
  if (report.findings.length === 0) return [];
  const items = report.findings.map((finding) => findingItem(finding, translate));
  return [`<section><h2>${escapeXml(translate('report:html.findings'))}</h2>`, ...items, '</section>'];
}

function findingItem(finding: SyncFindingReport, translate: Translate): string {
  const { severity, message, decision, accept, path, line, before, after, locales, concerns } = finding;
  const sign = { error: '✗', warning: '!', info: 'i' }[severity];
  const colour = severity === 'info' ? 'open' : severity;
  const place =
    path === undefined
      ? ''
      : ` <span class="quiet"><code>${escapeXml(line === undefined ? path : `${path}:${line}`)}</code></span>`;
  const [locale = 'en'] = locales;
  const texts =
    before && after
      ? `${sentenceTexts(before, after, locale, translate, 'before')}${sentenceTexts(after, before, locale, translate, 'after')}`
      : [before, after]
          .map((each) => (each ? sentenceTexts(each, undefined, locale, translate) : ''))
          .join('');
  const checks = (concerns ?? []).map((check) => translate(`report:check.${check}`)).join(', ');
  const answers = (accept ?? []).map(
    ({ text, command }) => `<p>${escapeXml(text)}</p><pre><code>${escapeXml(command)}</code></pre>`,
  );
  return `<details data-item data-locale="${escapeXml(locales.join(' '))}"${finding.workflow === undefined ? '' : ` data-workflow="${escapeXml(finding.workflow)}"`}>
<summary><span class="badge ${colour}">${sign} ${escapeXml(translate(`diagnostics:severity.${severity}`))}</span> ${escapeXml(message)}${place}</summary>
<div class="content">${texts}${checks === '' ? '' : `<p>${escapeXml(translate('sync:label.concerns', { checks }))}</p>`}${decision === undefined ? '' : `<p><strong>${escapeXml(decision)}</strong></p>`}${answers.join('')}</div>
</details>`;
}

function stateBadge(state: CellReport['state'], translate: Translate): string {
  const { sign, colour } = signs[state];
  return `<span class="badge ${colour}">${sign} ${escapeXml(translate(`sync:state.${state}`))}</span>`;
}

/** Makes an id of names, so that no two lists of names share one and nothing in them can end an attribute. */
function anchor(...names: readonly string[]): string {
  return names.map((name) => encodeURIComponent(name).replaceAll('.', '%2E').replaceAll('%', '_')).join('.');
}
