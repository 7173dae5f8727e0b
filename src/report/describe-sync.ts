import type { Document, Segment } from '../content/document.ts';
import { languageOf } from '../content/document-index.ts';
import { stripControls } from '../diagnostic/visible-text.ts';
import { tagText, type Translator } from '../locale/translator.ts';
import type { RuleSet } from '../rules/project.ts';
import type { Step } from '../rules/workflow.ts';
import { elementsBySegment } from '../sync/pins/page-findings.ts';
import { type Cell, type MatrixRow, qualityOf, type Statement } from '../sync/pins/statement.ts';
import { findingId, type SyncFinding } from '../sync/sync-finding.ts';
import type { SyncResult } from '../sync/sync-rules.ts';
import type {
  CellReport,
  CellState,
  SentenceReport,
  StatementReport,
  SyncDocumentReport,
  SyncElementReport,
  SyncFindingReport,
  SyncReport,
  SyncWorkflowReport,
} from './sync-report.ts';
import { catalogWords, disputeWords } from './words.ts';

const cellStates: readonly CellState[] = [
  'fresh',
  'moved',
  'changed',
  'gone',
  'absent',
  'untranslated',
  'disputed',
];

/** What was compared, besides the result. */
export interface SyncSubject {
  rules: Pick<RuleSet, 'workflows'>;
  documents: readonly Document[];
  /** Command line that the answers are given to, as `waymark sync --content pages`. */
  command: string;
  written: SyncReport['written'];
}

/** Puts the comparison of rules with documents into the reader's words. */
export function describeSync(result: SyncResult, subject: SyncSubject, translator: Translator): SyncReport {
  const findings = result.findings.map((finding) => describeFinding(finding, subject.command, translator));
  const workflows = [...subject.rules.workflows.values()].map(
    ({ workflow, article }): SyncWorkflowReport => ({
      workflow,
      title: catalogWords(translator, `${workflow}:title`).text,
      article,
      path: `rules/${workflow}.yaml`,
      elements: result.rows
        .filter((row) => row.workflow === workflow)
        .map((row) => describeElement(row, translator)),
    }),
  );
  const states = Object.fromEntries(cellStates.map((state) => [state, 0])) as Record<CellState, number>;
  for (const { state } of result.rows.flatMap(({ cells }) => cells)) states[state] += 1;
  const errors = findings.filter(({ severity }) => severity === 'error').length;
  return {
    locale: translator.locale,
    locales: result.locales,
    summary: { errors, warnings: findings.length - errors, states },
    documents: describeDocuments(result, subject.documents),
    workflows,
    findings,
    written: subject.written,
    inStep: errors === 0,
  };
}

function describeDocuments(result: SyncResult, documents: readonly Document[]): SyncDocumentReport[] {
  const elements = elementsBySegment(result.rows);
  const articles = new Set(result.rows.map(({ article }) => article));
  return documents
    .filter(({ article }) => articles.has(article))
    .map((document) => ({
      locale: languageOf(document.locale),
      article: document.article,
      path: document.path,
      ...(document.frontMatter.published === undefined ? {} : { published: document.frontMatter.published }),
      segments: document.segments.length,
      untranslated: document.segments
        .filter(({ translated, source }) => !translated && source !== undefined)
        .map((segment) => ({
          segment: segment.id,
          line: segment.at.line,
          column: segment.at.column,
          source: stripControls(segment.source ?? ''),
          elements: elements.get(segment) ?? [],
        })),
    }));
}

function describeElement({ workflow, placed, cells }: MatrixRow, translator: Translator): SyncElementReport {
  const { id, state = 'reviewed' } = placed.element;
  const words = catalogWords(translator, `${workflow}:elements.${id}.title`);
  const { documented = true } = placed.element as Partial<Step>;
  return {
    id,
    kind: placed.kind,
    state,
    ...(words.text === `${workflow}:elements.${id}.title` ? { text: id, lang: 'en' } : words),
    documented,
    cells: cells.map((cell) => describeCell(cell, translator)),
  };
}

function describeCell({ locale, state, statements, candidate }: Cell, translator: Translator): CellReport {
  return {
    locale,
    state,
    statements: statements.map((statement) => describeStatement(statement, translator)),
    ...(candidate ? { candidate: describeSentence(candidate.segment, candidate.document) } : {}),
  };
}

function describeStatement(statement: Statement, translator: Translator): StatementReport {
  const { variant, state, changed, pin, document, segment, similarity, write, evidence } = statement;
  const reason = pin.disputed === undefined ? undefined : disputeWords(translator, pin.disputed);
  return {
    ...(variant === undefined ? {} : { variant }),
    state,
    ...(changed === undefined ? {} : { changed }),
    quality: qualityOf(statement),
    ...(reason ? { disputed: reason.text, disputedLang: reason.lang } : {}),
    before: describeBefore(statement),
    ...(segment ? { after: describeSentence(segment, document) } : {}),
    ...(evidence === 'alike' || evidence === 'same-english' ? { similarity: round(similarity) } : {}),
    ...(write === undefined ? {} : { write }),
  };
}

function describeBefore({ pin, before }: Statement): SentenceReport {
  const { document, source, target } = before;
  return {
    ...(document ? { article: document.article, path: document.path } : {}),
    segment: pin.segment,
    ...(document?.frontMatter.published === undefined ? {} : { published: document.frontMatter.published }),
    ...(source === undefined ? {} : { source: stripControls(source) }),
    ...(target === undefined ? {} : { target: stripControls(target) }),
  };
}

function describeSentence(segment: Segment, document: Document | undefined): SentenceReport {
  return {
    ...(document ? { article: document.article } : {}),
    segment: segment.id,
    ...(document ? { path: document.path } : {}),
    line: segment.at.line,
    column: segment.at.column,
    ...(document?.frontMatter.published === undefined ? {} : { published: document.frontMatter.published }),
    ...(segment.source === undefined ? {} : { source: stripControls(segment.source) }),
    ...(segment.target === undefined ? {} : { target: stripControls(segment.target) }),
  };
}

function describeFinding(finding: SyncFinding, command: string, translator: Translator): SyncFindingReport {
  const { code, severity, area, workflow, elements, locales, path, at, values, statement, sentence } =
    finding;
  // English that was reviewed for the element in another language leaves only the translation to be read.
  const question = statement?.evidence === 'same-english' ? 'statement-reviewed-english' : code;
  const asked = (lng?: string): string | undefined =>
    severity === 'error' ? translator.lookup(`sync:decision.${question}`, values, lng) : undefined;
  const decide = asked() ?? asked('en');
  const after = statement?.segment
    ? describeSentence(statement.segment, statement.document)
    : sentence && describeSentence(sentence.segment, sentence.document);
  const concerns = [...new Set(finding.concerns.map(({ check }) => check))];
  return {
    id: findingId(finding),
    code,
    severity,
    area,
    ...(workflow === undefined ? {} : { workflow }),
    elements,
    locales,
    ...(path === undefined ? {} : { path }),
    ...(at ? { line: at.line, column: at.column } : {}),
    values,
    message: translator.translate(`sync:finding.${code}`, shownValues(finding, translator)),
    ...(decide === undefined ? {} : { decision: decide }),
    ...(finding.answers.length === 0
      ? {}
      : {
          accept: finding.answers.map((answer) => ({
            answer: answer.code,
            command: `${command} --accept ${quoteArgument(answer.spec)}${answer.code === 'leave-out' ? ' --reason …' : ''}`,
            text: translator.translate(`sync:answer.${answer.code}`),
          })),
        }),
    ...(statement ? { before: describeBefore(statement) } : {}),
    ...(after ? { after } : {}),
    ...(finding.related.length === 0
      ? {}
      : { related: finding.related.map(({ segment, document }) => describeSentence(segment, document)) }),
    ...(concerns.length === 0 ? {} : { concerns }),
  };
}

/** Gives the values of a message; the reason of a dispute is a sentence of its own, in a language of its own. */
function shownValues({ code, values }: SyncFinding, translator: Translator): SyncFinding['values'] {
  if (code !== 'disputed') return values;
  return {
    ...values,
    reason: tagText(disputeWords(translator, String(values['reason'])), translator.locale),
  };
}

/** Quotes what a shell would take apart. */
function quoteArgument(text: string): string {
  return /^[\w@%+=:,./-]+$/u.test(text) ? text : `'${text.replaceAll("'", String.raw`'\''`)}'`;
}

function round(value: number | undefined): number {
  return Math.round((value ?? 0) * 100) / 100;
}
