import { changeName } from './change-name.ts';
import type { DraftChange, DraftElement } from '../draft.ts';
import type { DraftFile } from './draft-file.ts';
import type { PageDraft } from '../draft-pages.ts';
import { matchDrafts } from './match-drafts.ts';

/** What of the drafts of an article is offered to a person, and what that person has decided on before. */
export interface OfferedDrafts {
  /** Under the ids that they have in the draft files. */
  elements: DraftElement[];
  changes: DraftChange[];
  /** What was taken out of the draft files by hand. */
  leftOut: string[];
}

/** Leaves out what a person rejected or took out of the draft files. */
export function offeredDrafts(draft: PageDraft, files: readonly DraftFile[]): OfferedDrafts {
  const matches = matchDrafts(draft.article, [...draft.elements, ...draft.covered], files);
  const own = files.filter(({ article }) => article === draft.article);
  const listed = new Set(own.flatMap(({ drafted = [] }) => drafted));
  const filed = new Map(own.flatMap(({ changes }) => changes.map((change) => [changeName(change), change])));
  const leftOut: string[] = [];
  const elements = draft.elements.flatMap((element) => {
    const known = matches.get(element)?.element;
    if (known?.state === 'rejected') return [];
    if (known) return [{ ...element, id: known.id }];
    if (!listed.has(element.id)) return [element];
    leftOut.push(element.id);
    return [];
  });
  const changes = draft.changes.filter((change) => {
    const name = changeName(change);
    const known = filed.get(name);
    if (known || !listed.has(name)) return known?.state !== 'rejected';
    leftOut.push(change.element);
    return false;
  });
  return { elements, changes, leftOut };
}
