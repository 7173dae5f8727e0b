import { stripControls } from '../diagnostic/visible-text.ts';
import type { Translate } from '../locale/translator.ts';
import type { RemovedPage } from '../sync/lint/removed-pages.ts';
import type { ReportedRemoval } from './lint-report.ts';

/** How many rule elements a sentence names; the JSON has all. */
const namedElements = 5;

/**
 * Puts removed pages into words.
 *
 * @param lost Gives the rule elements whose sentences are gone with a page, as `workflow/element`.
 */
export function describeRemovals(
  removed: readonly RemovedPage[],
  lost: (page: RemovedPage) => readonly string[],
  translate: Translate,
): ReportedRemoval[] {
  return removed.map((page) => {
    const elements = [...lost(page)];
    const named = [...elements.slice(0, namedElements), ...(elements.length > namedElements ? ['…'] : [])];
    const kind = page.renamed ? 'renamed' : 'deleted';
    const values = { to: page.renamed?.path ?? '', count: elements.length, elements: named.join(', ') };
    const key = elements.length > 0 ? `report:removed.${kind}-pinned` : `report:removed.${kind}`;
    return {
      ...page,
      path: stripControls(page.path),
      severity: elements.length > 0 ? 'warning' : 'info',
      code: `page-${kind}`,
      elements,
      message: stripControls(translate(key, values)),
    };
  });
}
