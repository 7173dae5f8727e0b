import { type DocumentIndex, languageOf } from '../../../content/document-index.ts';
import { listElements, listPins } from '../../../rules/elements.ts';
import { segmentDigests } from '../../../rules/pin-state.ts';
import type { Uncovered, Workflow } from '../../../rules/workflow.ts';
import type { Coverage } from '../coverage.ts';
import type { DraftFile } from '../files/draft-file.ts';
import { EarlierPlaces, type EarlierSentence, wordsKey } from './earlier-places.ts';
import type { LabelledDocument } from '../statements.ts';

/**
 * Follows the written reasons that sentences are no rules to a new version of their page, whose ids are others: by the
 * words of the earlier version where it is at hand, else to where as many sentences stand between the same neighbours.
 */
export function followReasons(
  pages: readonly LabelledDocument[],
  workflows: readonly Workflow[],
  files: readonly DraftFile[],
  coverage: Coverage,
  earlier: DocumentIndex,
): void {
  const all = [...workflows, ...files].flatMap(({ article, uncovered }) =>
    uncovered.map((entry): Uncovered => ({ article, ...entry })),
  );
  for (const { document } of pages) {
    const language = languageOf(document.locale);
    const here = new Set(document.segments.map(({ id }) => id));
    const reasons = all
      .filter(({ article, locale }) => article === document.article && locale === language)
      .flatMap(({ segments, reason }) => segments.map((segment) => ({ segment, reason })))
      .filter(({ segment }) => !here.has(segment));
    if (reasons.length === 0) continue;
    const before = earlier.find(language, document.article);
    const words = new Map(before?.segments.map((segment) => [segment.id, wordsKey(segmentDigests(segment))]));
    const byWords = new Map(document.segments.map((segment) => [wordsKey(segmentDigests(segment)), segment]));
    const places = new EarlierPlaces(document, pinsOn(document.article, language, workflows, files));
    for (const { segment, reason } of reasons) {
      const place = places.find(segment);
      const found =
        byWords.get(words.get(segment) ?? '') ??
        (place?.exact === true ? document.segments[place.likely[0] ?? -1] : undefined);
      if (!found || coverage.accountsFor({ document, segment: found })) continue;
      coverage.addReasons(document.article, [{ locale: language, segments: [found.id], reason }]);
    }
  }
}

/** Lists the sentences of a page that rules and drafts are pinned to. */
export function pinsOn(
  article: string,
  language: string,
  workflows: readonly Workflow[],
  files: readonly DraftFile[],
): EarlierSentence[] {
  const pins = [
    ...workflows.flatMap((workflow) =>
      listElements(workflow).flatMap(({ element }) =>
        listPins(element).map(({ pin }) => ({ article: workflow.article, ...pin })),
      ),
    ),
    ...files.flatMap((file) =>
      file.elements.flatMap(({ pins: own }) => own.map((pin) => ({ article: file.article, ...pin }))),
    ),
  ];
  return pins.filter((pin) => pin.article === article && pin.locale === language);
}
