import { DocumentIndex, languageOf } from '../../content/document-index.ts';
import type { Document } from '../../content/document.ts';
import { compareText } from '../../diagnostic/diagnostic.ts';
import type { Workflow } from '../../rules/workflow.ts';
import { Coverage } from './coverage.ts';
import type { ArticleDraft } from './draft.ts';
import { draftArticle, type DraftOptions, joinFacts } from './draft-article.ts';
import type { DraftFile } from './files/draft-file.ts';
import { followReasons } from './follow/follow-reasons.ts';
import { proposeChanges } from './follow/propose-changes.ts';
import { groupStatements, type LabelledDocument, orderDocuments, type Statement } from './statements.ts';

/** What was drafted from pages, by article. */
export interface PageDraft extends ArticleDraft {
  /** Languages in which the article was read. */
  locales: string[];
}

/** What is known besides the pages and the rules. */
export interface DraftContext {
  /** The draft files that there are. */
  files?: readonly DraftFile[];
  /** Earlier versions of the pages, the newest first. */
  earlier?: readonly Document[];
}

/**
 * Drafts rules from labelled pages, one draft for each article. The same pages give the same drafts, in whatever order
 * they come.
 */
export function draftPages(
  documents: readonly LabelledDocument[],
  workflows: readonly Workflow[],
  options: DraftOptions,
  { files = [], earlier = [] }: DraftContext = {},
): PageDraft[] {
  const coverage = new Coverage(workflows);
  for (const { article, elements } of files)
    for (const { pins } of elements) coverage.addDrafted(article, pins);
  const earlierPages = new DocumentIndex(earlier);
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
      followReasons(pages, workflows, files, coverage, earlierPages);
      const { changes, facts, lost, taken } = proposeChanges(
        { article, pages, statements, workflows, coverage, read, files, earlier: earlierPages },
        options,
      );
      const draft = draftArticle(
        article,
        statements,
        (statement) =>
          coverage.covers(statement) || statement.occurrences.some(({ segment }) => taken.has(segment)),
        sectionWorkflows(article, statements, workflows, coverage),
        options,
      );
      return {
        ...draft,
        facts: joinFacts([...draft.facts, ...facts]),
        changes,
        lost,
        locales: pages.map(({ document }) => languageOf(document.locale)).toSorted(compareText),
      };
    });
}

/** Gives a statement the workflow that most of what stands in its section belongs to, where the article has several. */
function sectionWorkflows(
  article: string,
  statements: readonly Statement[],
  workflows: readonly Workflow[],
  coverage: Coverage,
): (statement: Statement) => string | undefined {
  if (workflows.filter((workflow) => workflow.article === article).length < 2) return () => undefined;
  const counts = new Map<string, Map<string, number>>();
  for (const statement of statements) {
    const section = sectionOf(statement);
    const tally = counts.get(section) ?? new Map<string, number>();
    const owners = statement.occurrences.flatMap((occurrence) => coverage.owners(occurrence));
    for (const name of new Set(owners.map(({ workflow }) => workflow.workflow))) {
      tally.set(name, (tally.get(name) ?? 0) + 1);
    }
    counts.set(section, tally);
  }
  return (statement) => {
    const tally = [...(counts.get(sectionOf(statement)) ?? [])];
    return tally.toSorted(([a, m], [b, n]) => n - m || compareText(a, b))[0]?.[0];
  };
}

function sectionOf({ occurrences: [{ segment }] }: Statement): string {
  return segment.headings.map((heading) => heading.source ?? heading.target).join(' › ');
}
