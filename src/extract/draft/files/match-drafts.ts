import { readTerms, type Terms, TermWeights } from '../../../content/similarity.ts';
import type { Pin } from '../../../rules/workflow.ts';
import type { DraftElement } from '../draft.ts';
import type { DraftFile, FiledElement } from './draft-file.ts';
import { digestWords } from './evidence-words.ts';

/** An element of a draft file that a new draft is the same as. */
export interface DraftMatch {
  file: DraftFile;
  element: FiledElement;
  /** How it was found: by its id, by its sentence under another id, or by what its sentence became. */
  by: 'id' | 'sentence' | 'words';
}

/** The least likeness of two statements in order to be one that was reworded. */
const leastAlike = 0.5;
/** Words that more statements than this have are not looked up, so that the search stays linear. */
const commonTerm = 48;

/**
 * Finds the elements of draft files that new drafts are the same as, so that they keep the ids and edits they have.
 * One that was renamed is known by its sentence, one whose sentence was reworded by its words. What was rejected is
 * never taken for another sentence: what that says is to be judged anew.
 */
export function matchDrafts(
  article: string,
  drafted: readonly DraftElement[],
  files: readonly DraftFile[],
): Map<DraftElement, DraftMatch> {
  const matches = new Map<DraftElement, DraftMatch>();
  const free = new Set<FiledElement>();
  const fileOf = new Map<FiledElement, DraftFile>();
  // The same sentence may stand in two articles; in a file of another one only the very segment tells.
  const segments = new Set(drafted.flatMap(({ pins }) => pins.map(segmentOf)));
  for (const file of files) {
    for (const element of file.elements) {
      if (file.article !== article && !element.pins.some((pin) => segments.has(segmentOf(pin)))) continue;
      free.add(element);
      fileOf.set(element, file);
    }
  }
  const take = (draft: DraftElement, element: FiledElement | undefined, by: DraftMatch['by']): void => {
    const file = element && fileOf.get(element);
    if (!element || !file || matches.has(draft) || !free.delete(element)) return;
    matches.set(draft, { file, element, by });
  };

  const byId = groupBy([...free], ({ id }) => [id]);
  for (const draft of drafted) take(draft, byId.get(draft.id)?.[0], 'id');
  const bySentence = groupBy([...free], ({ evidence, pins }) =>
    evidence ? pins.map((pin) => `${evidence.read ?? digestWords(evidence.text)} ${sentenceOf(pin)}`) : [],
  );
  for (const draft of drafted) {
    const names = draft.pins.map((pin) => `${digestWords(draft.evidence.text)} ${sentenceOf(pin)}`);
    take(
      draft,
      names.flatMap((name) => bySentence.get(name) ?? []).find((each) => free.has(each)),
      'sentence',
    );
  }
  const open = drafted.filter((draft) => !matches.has(draft));
  const lost = [...free].filter(
    (element) => element.state === 'draft' && element.evidence && fileOf.get(element)?.article === article,
  );
  for (const [draft, element] of pairByWords(open, lost, drafted)) take(draft, element, 'words');
  return matches;
}

/** Pairs reworded statements, the most alike first; of those equally alike the first in the order of the page. */
function pairByWords(
  open: readonly DraftElement[],
  lost: readonly FiledElement[],
  all: readonly DraftElement[],
): [DraftElement, FiledElement][] {
  if (open.length === 0 || lost.length === 0) return [];
  // What still stands on a page is no earlier wording of anything.
  const standing = new Set(all.flatMap(({ pins }) => pins.map(sentenceOf)));
  const terms = new Map<DraftElement, Terms>(open.map((draft) => [draft, readTerms(draft.evidence.text)]));
  const weights = new TermWeights(all.map((draft) => terms.get(draft) ?? readTerms(draft.evidence.text)));
  const byTerm = groupBy(open, (draft) => [...(terms.get(draft)?.keys() ?? [])]);
  const pairs = lost.flatMap((element) => {
    if (element.pins.some((pin) => standing.has(sentenceOf(pin)))) return [];
    const words = readTerms(element.evidence?.text ?? '');
    const candidates = new Set(
      [...words.keys()].flatMap((term) => {
        const found = byTerm.get(term) ?? [];
        return found.length <= commonTerm ? found : [];
      }),
    );
    return [...candidates].flatMap((draft) => {
      const alike = weights.similarity(words, terms.get(draft) ?? new Map());
      const score = alike + (draft.section === element.section ? 0.1 : 0);
      return alike >= leastAlike ? [{ draft, element, score }] : [];
    });
  });
  return pairs.toSorted((a, b) => b.score - a.score).map(({ draft, element }) => [draft, element]);
}

function sentenceOf({ locale, source, target }: Pin): string {
  return `${locale} ${source} ${target}`;
}

function segmentOf(pin: Pin): string {
  return `${pin.segment} ${sentenceOf(pin)}`;
}

function groupBy<T>(items: readonly T[], keysOf: (item: T) => readonly string[]): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    for (const key of keysOf(item)) {
      const known = groups.get(key);
      if (known) known.push(item);
      else groups.set(key, [item]);
    }
  }
  return groups;
}
