import { DocumentIndex, languageOf } from '../../content/document-index.ts';
import { compareText } from '../../diagnostic/diagnostic.ts';
import type { Workflow } from '../../rules/workflow.ts';
import { Coverage } from './coverage.ts';
import type { ArticleDraft } from './draft.ts';
import { draftArticle, type DraftOptions } from './draft-article.ts';
import { proposeChanges } from './propose-changes.ts';
import { groupStatements, type LabelledDocument, orderDocuments } from './statements.ts';

/** What was drafted from pages, by article. */
export interface PageDraft extends ArticleDraft {
  /** Languages in which the article was read. */
  locales: string[];
}

/**
 * Drafts rules from labelled pages, one draft for each article. The same pages give the same drafts, in whatever order
 * they come.
 */
export function draftPages(
  documents: readonly LabelledDocument[],
  workflows: readonly Workflow[],
  options: DraftOptions,
): PageDraft[] {
  const coverage = new Coverage(workflows);
  const articles = new Map<string, LabelledDocument[]>();
  for (const each of orderDocuments(documents)) {
    const { article, locale } = each.document;
    const pages = articles.get(article) ?? [];
    // Two pages of one article in one language are one page twice: pins could not tell them apart.
    if (pages.some(({ document }) => languageOf(document.locale) === languageOf(locale))) continue;
    articles.set(article, [...pages, each]);
  }
  return [...articles]
    .toSorted(([a], [b]) => compareText(a, b))
    .map(([article, pages]) => {
      const statements = groupStatements(pages);
      const read = new DocumentIndex(pages.map(({ document }) => document));
      const { changes, taken } = proposeChanges(article, statements, workflows, coverage, read, options);
      const draft = draftArticle(
        article,
        statements,
        (statement) =>
          coverage.covers(statement) || statement.occurrences.some(({ segment }) => taken.has(segment)),
        options,
      );
      return {
        ...draft,
        changes,
        locales: pages.map(({ document }) => languageOf(document.locale)).toSorted(compareText),
      };
    });
}
