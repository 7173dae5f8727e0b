import { type Document, longestSegment, type Segment, segmentLength } from '../content/document.ts';
import { checkPage } from './page/check-page.ts';
import { structureDiagnostics } from './page/structure.ts';
import { checkFidelity } from './fidelity/check-fidelity.ts';
import type { Languages } from './fidelity/load-languages.ts';
import { compareFindings, type Defect, type FindingValue, makeFinding } from './finding.ts';

/** What the checks need besides the page. */
export interface CheckOptions {
  /** Language tables, from `loadLanguages`. */
  languages: Languages;
  /** Labels that extraction gave to segments, by segment id: sentences that carry a rule weigh more. */
  labels?: ReadonlyMap<string, readonly string[]>;
}

/** Checks one side-by-side page by itself. Gives the findings with what matters most first; other pages have none. */
export function checkDocument(document: Document, options: CheckOptions): FindingValue[] {
  if (document.layout !== 'side-by-side') return [];
  const segments = document.segments.filter((segment) => segmentLength(segment) <= longestSegment);
  const page = { ...document, segments };
  const found = [...checkFidelity(page, options.languages), ...checkPage(page, options.languages)].map(
    ({ segment, defect }) => placeDefect(document, segment, defect, options.labels?.get(segment.id) ?? []),
  );
  return [...found, ...structureFindings(document)].toSorted(compareFindings);
}

/** Makes findings of what reading the page found broken; they quote the line instead of a sentence pair. */
function structureFindings(document: Document): FindingValue[] {
  return structureDiagnostics(document).map(({ code, at, excerpt, values = {} }) =>
    makeFinding(
      { check: 'structure', code, severity: 'warning', values },
      {
        article: document.article,
        locale: document.locale,
        path: document.path,
        line: at?.line ?? 1,
        column: at?.column ?? 1,
        segment: String(values['id'] ?? ''),
        source: '',
        target: excerpt ?? code,
        labels: [],
      },
    ),
  );
}

/** Makes a finding of what was found in a segment of a page. */
export function placeDefect(
  document: Document,
  segment: Segment,
  defect: Defect,
  labels: readonly string[],
): FindingValue {
  return makeFinding(defect, {
    article: document.article,
    locale: document.locale,
    path: document.path,
    line: segment.at.line,
    column: segment.at.column,
    segment: segment.id,
    source: segment.source ?? '',
    target: segment.target ?? '',
    labels,
  });
}
