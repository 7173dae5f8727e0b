import type { Document, Segment } from '../../content/document.ts';
import { Reading } from '../fidelity/reading.ts';
import type { Languages } from '../fidelity/load-languages.ts';
import type { Defect } from '../finding.ts';
import { checkPageEmphasis } from './emphasis.ts';
import { checkLabels } from './label-inconsistent.ts';
import { checkLink } from './link.ts';
import { checkListLabel } from './list-label.ts';
import { checkPlaceholder } from './placeholder.ts';
import { checkStructure } from './structure.ts';
import { checkUntranslated } from './untranslated.ts';

/** Checks the form of every segment of a page, and its labels against each other. */
export function checkPage(document: Document, languages: Languages): { segment: Segment; defect: Defect }[] {
  const code = document.locale.split('-')[0] ?? '';
  if (code === 'en') return [];
  const language = languages.get(code);
  const found = document.segments.flatMap((segment) => {
    if (segment.source === undefined || segment.target === undefined) return [];
    const untranslated = language ? checkUntranslated(segment, new Reading(segment.target, language)) : [];
    const defects = [
      ...untranslated,
      ...checkListLabel(segment),
      ...checkLink(segment),
      ...checkPlaceholder(segment),
      ...checkStructure(segment),
    ];
    return defects.map((defect) => ({ segment, defect }));
  });
  const pairs = document.segments.filter(
    ({ source, target }) => source !== undefined && target !== undefined,
  );
  return [...found, ...checkPageEmphasis(pairs, code), ...checkLabels(document.segments, code)];
}
