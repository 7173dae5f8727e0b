import type { ReadResult } from '../content/read-documents.ts';
import { stripControls } from '../diagnostic/visible-text.ts';
import type { Document, Segment } from '../content/document.ts';
import type { AgainstRules } from '../extract/draft/against-rules.ts';
import { type DraftChange, type DraftElement, draftSections } from '../extract/draft/draft.ts';
import type { DraftFile } from '../extract/draft/files/draft-file.ts';
import type { PageDraft } from '../extract/draft/draft-pages.ts';
import type { OfferedDrafts } from '../extract/draft/files/offered-drafts.ts';
import { draftPath } from '../extract/draft/files/load-drafts.ts';
import type { Translator } from '../locale/translator.ts';
import type {
  ArticleReport,
  ChangeReport,
  DraftReport,
  ExtractionReport,
  PageReport,
  SideReport,
} from './extraction-report.ts';

/** What extraction found, before it is put into words. */
export interface Extraction {
  results: readonly ReadResult[];
  labelled: readonly {
    document: Document;
    segments: readonly (SideReport & { id: string })[];
    disagreements: readonly { id: string; source: SideReport; target: SideReport }[];
  }[];
  drafts: readonly {
    draft: PageDraft;
    offered: OfferedDrafts;
    /** The draft file as it was before. */
    file: DraftFile | undefined;
    written: { added: number; updated: number; removed: number; changed: boolean } | undefined;
  }[];
  against?: AgainstRules;
}

/** Describes what extraction found: the JSON that every format is made of. */
export function describeExtraction(
  { results, labelled, drafts, against }: Extraction,
  translator: Translator,
): ExtractionReport {
  const byDocument = new Map(labelled.map((each) => [each.document, each]));
  const documents = results.map((result): PageReport => {
    if ('error' in result) {
      const { code, values } = result.error;
      return {
        path: result.path,
        error: { code, message: translator.translate(`diagnostics:code.${code}`, values) },
      };
    }
    const { document } = result;
    const found = byDocument.get(document);
    return {
      path: document.path,
      article: document.article,
      locale: document.locale,
      segments: document.segments.map((segment, index) => {
        const { labels = ['other'], confidence = 0, cue = '' } = found?.segments[index] ?? {};
        const { line, column } = segment.at;
        return {
          id: segment.id,
          labels,
          confidence,
          cue: stripControls(cue),
          line,
          column,
          ...texts(segment),
        };
      }),
      ...(found && found.disagreements.length > 0 ? { disagreements: [...found.disagreements] } : {}),
    };
  });
  return {
    documents,
    drafts: drafts.map((each) => describeDraft(each)),
    ...(against ? { againstRules: describeAgainst(against) } : {}),
  };
}

function texts({ source, target }: Segment): { source?: string; target?: string } {
  return {
    ...(source === undefined ? {} : { source: stripControls(source) }),
    ...(target === undefined ? {} : { target: stripControls(target) }),
  };
}

function describeDraft({ draft, offered, file, written }: Extraction['drafts'][number]): ArticleReport {
  const sections = Object.fromEntries(
    draftSections.map((section) => [
      section,
      offered.elements.filter((element) => element.section === section).map(describeElement),
    ]),
  ) as Pick<ArticleReport, (typeof draftSections)[number]>;
  return {
    article: draft.article,
    file: file?.path ?? draftPath(draft.article),
    locales: draft.locales,
    facts: draft.facts,
    ...sections,
    changes: offered.changes.map(describeChange),
    lost: draft.lost,
    leftOut: offered.leftOut,
    uncovered: draft.uncovered,
    ...(written
      ? {
          written: {
            added: written.added,
            updated: written.updated,
            removed: written.removed,
            changed: written.changed,
          },
        }
      : {}),
  };
}

function describeElement({ id, workflow, body, evidence, pins }: DraftElement): DraftReport {
  return {
    id,
    ...(workflow === undefined ? {} : { workflow }),
    ...body,
    evidence: describeEvidence(evidence),
    pins,
  };
}

function describeChange(change: DraftChange): ChangeReport {
  const { element, was, body, unencodable, reads, evidence, changed, pins, variants } = change;
  return {
    element,
    ...(was ? { was } : {}),
    ...body,
    ...(unencodable === undefined ? {} : { unencodable }),
    ...(reads ? { reads } : {}),
    evidence: describeEvidence(evidence),
    changed: changed.map(({ locale, was: before, now }) => ({
      locale,
      ...(before === undefined ? {} : { was: stripControls(before) }),
      now: stripControls(now),
    })),
    pins,
    ...(variants ? { variants } : {}),
  };
}

function describeEvidence({ text, cue, confidence }: DraftElement['evidence']): DraftReport['evidence'] {
  return { text: stripControls(text), cue: stripControls(cue), confidence };
}

function describeAgainst({
  uncovered,
  unsupported,
}: AgainstRules): NonNullable<ExtractionReport['againstRules']> {
  return {
    uncovered: uncovered.map(({ document, segment, labels, reason }) => ({
      path: document.path,
      article: document.article,
      locale: document.locale,
      segment: segment.id,
      line: segment.at.line,
      column: segment.at.column,
      labels,
      text: stripControls(segment.source ?? segment.target ?? ''),
      ...(reason === undefined ? {} : { reason }),
    })),
    unsupported,
  };
}
