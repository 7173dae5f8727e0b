import type { Document, Segment } from '../../content/document.ts';
import type { Defect } from '../finding.ts';
import { checkActor } from './actor.ts';
import { type CheckContext, readContexts, readPairs } from './context.ts';
import { checkDeadline } from './deadline.ts';
import { checkIdentifier } from './identifier.ts';
import type { Languages } from './load-languages.ts';
import { checkModality } from './modality.ts';
import { checkNumber } from './number.ts';
import { checkOrder } from './order.ts';
import { checkPolarity } from './polarity.ts';
import { checkScope } from './scope.ts';

const checks: readonly ((context: CheckContext) => Defect[])[] = [
  checkPolarity,
  checkModality,
  checkDeadline,
  checkActor,
  checkNumber,
  checkIdentifier,
  checkOrder,
  checkScope,
];

/** Compares every sentence pair of a page; a page in a language without a table has nothing to report. */
export function checkFidelity(
  document: Document,
  languages: Languages,
): { segment: Segment; defect: Defect }[] {
  const english = languages.get('en');
  const language = languages.get(document.locale.split('-')[0] ?? '');
  if (!english || !language || language === english) return [];
  const contexts = readContexts(readPairs(document.segments, english, language));
  return contexts.flatMap((context) =>
    context.segment.translated && context.target.isOwnLanguage()
      ? checks.flatMap((check) => check(context)).map((defect) => ({ segment: context.segment, defect }))
      : [],
  );
}
