import type { Document } from '../../content/document.ts';
import { languageOf } from '../../content/document-index.ts';
import { listElements, listPins } from '../../rules/elements.ts';
import { resolvePin } from '../../rules/pin-state.ts';
import type { DocumentIndex } from '../../content/document-index.ts';
import type { RuleSet } from '../../rules/project.ts';
import type { FindingValue } from '../finding.ts';
import type { ExchangeText } from './exchange-text.ts';

/** Ids of the elements that rest on segments, by path of the page and segment id. */
export type ElementsBySegment = ReadonlyMap<string, ReadonlyMap<string, readonly string[]>>;

/** Finds which elements of rules rest on which segments. */
export function elementsBySegment(rules: RuleSet, documents: DocumentIndex): ElementsBySegment {
  const found = new Map<string, Map<string, string[]>>();
  for (const workflow of rules.workflows.values()) {
    for (const { element } of listElements(workflow)) {
      for (const { pin } of listPins(element)) {
        const { document, segment } = resolvePin(pin, workflow.article, documents);
        if (!document || !segment) continue;
        const page = found.get(document.path) ?? new Map<string, string[]>();
        const name = `${workflow.workflow}/${element.id}`;
        const known = page.get(segment.id) ?? [];
        found.set(document.path, page.set(segment.id, known.includes(name) ? known : [...known, name]));
      }
    }
  }
  return found;
}

/** Makes the hand-back of one page: its segments with findings, with the elements that rest on them. */
export function listPageTexts(
  document: Document,
  findings: readonly FindingValue[],
  elements: ElementsBySegment,
): ExchangeText[] {
  const bySegment = new Map<string, FindingValue[]>();
  for (const finding of findings)
    bySegment.set(finding.segment, [...(bySegment.get(finding.segment) ?? []), finding]);
  return document.segments.flatMap((segment): ExchangeText[] => {
    const own = bySegment.get(segment.id);
    if (!own || segment.source === undefined) return [];
    return [
      {
        locale: document.locale,
        kind: 'page',
        original: document.path,
        id: segment.id,
        base: segment.id,
        source: segment.source,
        target: segment.target ?? '',
        state: segment.translated ? 'needs-review-translation' : 'needs-translation',
        why: own.map(({ code, values }) => ({ code: `finding.${code}`, values })),
        elements: [...(elements.get(document.path)?.get(segment.id) ?? [])],
        line: segment.at.line,
      },
    ];
  });
}

/** Gives the pages of one language, or of all. */
export function pagesIn(documents: readonly Document[], language: string | undefined): Document[] {
  return documents.filter((document) => language === undefined || languageOf(document.locale) === language);
}
