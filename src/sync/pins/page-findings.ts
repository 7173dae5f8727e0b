import type { Document, Segment } from '../../content/document.ts';
import { type DocumentIndex, languageOf } from '../../content/document-index.ts';
import { findSource, segmentDigests } from '../../rules/pin-state.ts';
import { listElements, listPins } from '../../rules/elements.ts';
import type { RuleSet } from '../../rules/project.ts';
import { type SyncFinding, syncFinding } from '../sync-finding.ts';
import type { BaseTexts } from './base-texts.ts';
import type { StatementResolver } from './resolve-element.ts';
import type { MatrixRow } from './statement.ts';
import { disputeIsOpen } from './statement-findings.ts';

/** Labels of segments by id, as extraction gives them; undefined where a page was not labelled. */
export type LabelsOf = (
  document: Document,
) => Pick<ReadonlyMap<string, readonly string[]>, 'get'> | undefined;

const ruleLabels = new Set(['precondition', 'consequence', 'obligation', 'step']);

/** Elements that stand on a segment, by the segment. */
export function elementsBySegment(rows: readonly MatrixRow[]): Map<Segment, string[]> {
  const found = new Map<Segment, string[]>();
  for (const { placed, cells } of rows) {
    const { id } = placed.element;
    const segments = cells.flatMap(({ statements, candidate }) => [
      ...statements.flatMap(({ segment }) => segment ?? []),
      ...(candidate ? [candidate.segment] : []),
    ]);
    for (const segment of new Set(segments)) {
      const ids = found.get(segment) ?? [];
      if (!ids.includes(id)) ids.push(id);
      found.set(segment, ids);
    }
  }
  return found;
}

/** Says of each page how many of its sentences are still English, and which elements stand on them. */
export function untranslatedFindings(rows: readonly MatrixRow[], documents: DocumentIndex): SyncFinding[] {
  const elements = elementsBySegment(rows);
  const articles = articlesOf(rows);
  return documents.all.flatMap((document) => {
    const english = languageOf(document.locale) === 'en';
    const left = document.segments.filter(({ translated, source }) => !translated && source !== undefined);
    if (left.length === 0 || english || !articles.has(document.article)) return [];
    const touched = [...new Set(left.flatMap((segment) => elements.get(segment) ?? []))];
    return [
      syncFinding('untranslated', 'warning', 'documents', {
        elements: touched,
        locales: [languageOf(document.locale)],
        path: document.path,
        ...(left[0] ? { at: left[0].at } : {}),
        values: {
          count: left.length,
          total: document.segments.length,
          locale: languageOf(document.locale),
          elements: touched.length,
        },
        related: left.map((segment) => ({ document, segment })),
      }),
    ];
  });
}

/** Says which pinned translations are disputed, each sentence once. */
export function disputedFindings(rows: readonly MatrixRow[]): SyncFinding[] {
  const bySegment = new Map<string, SyncFinding>();
  for (const { workflow, placed, cells } of rows) {
    for (const statement of cells.flatMap((cell) => cell.statements)) {
      const { pin, document, segment } = statement;
      if (pin.disputed === undefined || !document || !segment || disputeIsOpen(statement)) continue;
      const key = `${workflow} ${pin.locale} ${document.path} ${segment.id} ${pin.disputed}`;
      const known = bySegment.get(key);
      if (known) known.elements.push(placed.element.id);
      else {
        const finding = syncFinding('disputed', 'warning', 'documents', {
          workflow,
          elements: [placed.element.id],
          locales: [pin.locale],
          path: document.path,
          at: segment.at,
          values: { segment: segment.id, locale: pin.locale, reason: pin.disputed },
          sentence: { document, segment },
        });
        bySegment.set(key, finding);
      }
    }
  }
  return [...bySegment.values()];
}

/**
 * Says which pages pins speak of that are not there, each once. An article that is there in no language at all is
 * not among the pages looked at; one that only some language lacks has been lost.
 */
export function missingPageFindings(
  rules: Pick<RuleSet, 'workflows'>,
  documents: DocumentIndex,
): SyncFinding[] {
  const present = new Set(documents.all.map(({ article }) => article));
  const found = new Map<string, SyncFinding>();
  for (const workflow of rules.workflows.values()) {
    for (const { pin } of listElements(workflow).flatMap(({ element }) => listPins(element))) {
      const article = pin.article ?? workflow.article;
      if (documents.find(pin.locale, article)) continue;
      const lost = present.has(article);
      const key = lost ? `${article} ${pin.locale}` : article;
      if (found.has(key)) continue;
      const values = { article, locale: lost ? pin.locale : '' };
      found.set(
        key,
        lost
          ? syncFinding('page-missing', 'error', 'documents', { locales: [pin.locale], values })
          : syncFinding('article-missing', 'warning', 'documents', { values }),
      );
    }
  }
  return [...found.values()];
}

/**
 * Says which sentences of the workflows' pages belong to no element and are listed nowhere: those that carry a rule
 * by their labels, and those that the earlier version of the page did not have.
 */
export function newSentenceFindings(
  rows: readonly MatrixRow[],
  rules: Pick<RuleSet, 'workflows'>,
  documents: DocumentIndex,
  base: BaseTexts,
  resolver: StatementResolver,
  labelsOf: LabelsOf,
): SyncFinding[] {
  const pinned = elementsBySegment(rows);
  const listed = new Set(
    [...rules.workflows.values()].flatMap((workflow) =>
      workflow.uncovered.flatMap(({ locale, article, segments }) =>
        segments.map((segment) => `${locale} ${article ?? workflow.article} ${segment}`),
      ),
    ),
  );
  const articles = articlesOf(rows);
  const sources = uncoveredSources(rules, documents, base);
  return documents.all.flatMap((document) => {
    const workflow = articles.get(document.article);
    const language = languageOf(document.locale);
    if (workflow === undefined) return [];
    const labels = labelsOf(document);
    const earlier = base.page(language, document.article);
    const succeeds =
      earlier && earlier.digest !== document.digest ? succeeding(earlier, document, resolver) : undefined;
    return document.segments.flatMap((segment) => {
      if (pinned.has(segment) || listed.has(`${language} ${document.article} ${segment.id}`)) return [];
      if (segment.source !== undefined && sources.has(segmentDigests(segment).source)) return [];
      const carries = labels?.get(segment.id)?.some((label) => ruleLabels.has(label));
      const isNew =
        succeeds !== undefined &&
        !succeeds.has(segment) &&
        /\p{L}{2}/u.test(segment.source ?? segment.target ?? '');
      if (carries !== true && !(labels === undefined && isNew)) return [];
      return [
        syncFinding('sentence-unaccounted', carries === true && isNew ? 'error' : 'warning', 'rules', {
          workflow,
          locales: [language],
          path: document.path,
          at: segment.at,
          values: { segment: segment.id, locale: language },
          answers: [{ code: 'leave-out', spec: `${workflow}/uncovered@${language}:${segment.id}` }],
          sentence: { document, segment },
        }),
      ];
    });
  });
}

/** Gives the English of the listed segments: what is accounted for in one language is in the others. */
function uncoveredSources(
  rules: Pick<RuleSet, 'workflows'>,
  documents: DocumentIndex,
  base: BaseTexts,
): Set<string> {
  const found = new Set<string>();
  for (const workflow of rules.workflows.values()) {
    for (const { locale, article = workflow.article, segments } of workflow.uncovered) {
      for (const page of [documents.find(locale, article), base.page(locale, article)]) {
        for (const segment of page?.segments ?? [])
          if (segments.includes(segment.id)) found.add(segmentDigests(segment).source);
      }
    }
  }
  return found;
}

/** Gives the segments of a page that an earlier version had, word for word or otherwise. */
function succeeding(earlier: Document, document: Document, resolver: StatementResolver): Set<Segment> {
  const found = new Set<Segment>();
  for (const old of earlier.segments) {
    const same = old.source === undefined ? [] : findSource(document, segmentDigests(old).source);
    for (const segment of same) found.add(segment);
    if (same.length > 0) continue;
    const successor = resolver.successors(document).find({
      document: earlier,
      segment: old,
      ...(old.source === undefined ? {} : { source: old.source }),
      ...(old.target === undefined ? {} : { target: old.target }),
    });
    if (successor) found.add(successor.segment);
  }
  return found;
}

function articlesOf(rows: readonly MatrixRow[]): Map<string, string> {
  const articles = new Map<string, string>();
  for (const { workflow, article } of rows) if (!articles.has(article)) articles.set(article, workflow);
  return articles;
}
