import { listElements, listPins } from './elements.ts';
import type { Workflow } from './workflow.ts';

/**
 * Lists the elements that have a pin in an article's page in one language, as `workflow/element`.
 *
 * @param language Short name as in pins, `ko`.
 */
export function listPinnedElements(
  workflows: readonly Workflow[],
  language: string,
  article: string,
): string[] {
  return workflows.flatMap((workflow) =>
    listElements(workflow)
      .filter(({ element }) =>
        listPins(element).some(
          ({ pin }) => pin.locale === language && (pin.article ?? workflow.article) === article,
        ),
      )
      .map(({ element }) => `${workflow.workflow}/${element.id}`),
  );
}
