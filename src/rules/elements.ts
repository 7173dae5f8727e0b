import type { Element, Pin, Step, Workflow } from './workflow.ts';

/** The section of a workflow that an element stands in. */
export type ElementKind =
  'precondition' | 'attestation' | 'step' | 'consequence' | 'obligation' | 'unencodable';

/** An element with its kind and its path in the rule file. */
export interface PlacedElement {
  kind: ElementKind;
  element: Pick<Element, 'id' | 'pins'> & Partial<Element>;
  path: (string | number)[];
}

/** Lists all elements of a workflow, nested steps included, in the order of the file. */
export function listElements(workflow: Workflow): PlacedElement[] {
  const placed: PlacedElement[] = [];
  const add = (kind: ElementKind, section: string, elements: readonly PlacedElement['element'][]): void => {
    elements.forEach((element, index) => placed.push({ kind, element, path: [section, index] }));
  };
  add('precondition', 'preconditions', workflow.preconditions);
  add('attestation', 'attestations', workflow.attestations);
  for (const [step, path] of walkSteps(workflow.steps, ['steps']))
    placed.push({ kind: 'step', element: step, path });
  add('consequence', 'consequences', workflow.consequences);
  add('obligation', 'obligations', workflow.obligations);
  add('unencodable', 'unencodable', workflow.unencodable);
  return placed;
}

/** Lists the pins of an element with those of its variants, each with its path below the element. */
export function listPins(
  element: PlacedElement['element'],
): { pin: Pin; path: (string | number)[]; variant?: number }[] {
  const own = element.pins.map((pin, index) => ({ pin, path: ['pins', index] }));
  const variants = 'variants' in element ? (element.variants as { pins: Pin[] }[] | undefined) : undefined;
  const others = (variants ?? []).flatMap((variant, number) =>
    variant.pins.map((pin, index) => ({ pin, path: ['variants', number, 'pins', index], variant: number })),
  );
  return [...own, ...others];
}

/** Lists steps with the smaller ones inside them, outer before inner. */
export function listSteps(steps: readonly Step[]): Step[] {
  return walkSteps(steps, []).map(([step]) => step);
}

function walkSteps(steps: readonly Step[], path: (string | number)[]): [Step, (string | number)[]][] {
  return steps.flatMap((step, index) => [
    [step, [...path, index]] as [Step, (string | number)[]],
    ...walkSteps(step.steps ?? [], [...path, index, 'steps']),
  ]);
}
