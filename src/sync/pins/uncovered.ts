import type { Document, Segment } from '../../content/document.ts';
import type { DocumentIndex } from '../../content/document-index.ts';
import { findSource, segmentDigests } from '../../rules/pin-state.ts';
import type { RuleSet } from '../../rules/project.ts';
import type { YamlPath } from '../../rules/yaml-source.ts';
import { type SyncFinding, syncFinding } from '../sync-finding.ts';
import type { BaseTexts } from './base-texts.ts';
import type { StatementResolver } from './resolve-element.ts';

/** A segment that rules list as belonging to no element and that the page has under this id no more. */
export interface UncoveredEntry {
  workflow: string;
  file: string;
  locale: string;
  /** Path of the segment's id in the rule file. */
  path: YamlPath;
  segment: string;
  document: Document;
  before?: Segment;
  /** The sentence of today that took its place. */
  after?: Segment;
  /** True where its English is the same word for word. */
  certain: boolean;
}

/** Finds the listed segments whose ids are no longer on their pages, with what became of them. */
export function uncoveredEntries(
  rules: Pick<RuleSet, 'workflows'>,
  documents: DocumentIndex,
  base: BaseTexts,
  resolver: StatementResolver,
): UncoveredEntry[] {
  return [...rules.workflows.values()].flatMap((workflow) =>
    workflow.uncovered.flatMap((entry, index) => {
      const article = entry.article ?? workflow.article;
      const document = documents.find(entry.locale, article);
      // A page that is missing as a whole is said once, and its sentences are not.
      if (!document) return [];
      const ids = new Set(document.segments.map(({ id }) => id));
      return entry.segments.flatMap((segment, at): UncoveredEntry[] => {
        if (ids.has(segment)) return [];
        const before = base.page(entry.locale, article)?.segments.find(({ id }) => id === segment);
        const [same] = before ? findSource(document, segmentDigests(before).source) : [];
        const after = same ?? (before ? successorOf(before, document, resolver) : undefined);
        return [
          {
            workflow: workflow.workflow,
            file: `rules/${workflow.workflow}.yaml`,
            locale: entry.locale,
            path: ['uncovered', index, 'segments', at],
            segment,
            document,
            ...(before ? { before } : {}),
            ...(after ? { after } : {}),
            certain: same !== undefined,
          },
        ];
      });
    }),
  );
}

/** Says what became of listed segments. */
export function uncoveredFindings(entries: readonly UncoveredEntry[]): SyncFinding[] {
  return entries.map((entry) => {
    const { workflow, locale, segment, document, after, certain, file } = entry;
    const code = certain ? 'uncovered-repin' : after ? 'uncovered-changed' : 'uncovered-gone';
    return syncFinding(code, 'error', 'rules', {
      workflow,
      locales: [locale],
      path: after ? document.path : file,
      ...(after ? { at: after.at } : {}),
      values: { segment: after?.id ?? segment, pinned: segment, locale },
      ...(after ? { sentence: { document, segment: after } } : {}),
      answers: certain ? [] : [{ code: 'same', spec: `${workflow}/uncovered@${locale}` }],
    });
  });
}

function successorOf(before: Segment, document: Document, resolver: StatementResolver): Segment | undefined {
  return resolver.successors(document).find({
    segment: before,
    ...(before.source === undefined ? {} : { source: before.source }),
    ...(before.target === undefined ? {} : { target: before.target }),
  })?.segment;
}
