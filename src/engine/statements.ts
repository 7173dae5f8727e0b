import type { DocumentIndex } from '../content/document-index.ts';
import { type ResolvedPin, resolvePin } from '../rules/pin-state.ts';
import type { Consequence, Element, Pin, Precondition, Step, Workflow } from '../rules/workflow.ts';

/** Resolves the pins of one workflow's elements, and knows what one locale's pages state of them. */
export class Statements {
  readonly #article: string;
  readonly #documents: DocumentIndex;
  readonly #resolved = new Map<Pin, ResolvedPin>();

  constructor(workflow: Workflow, documents: DocumentIndex) {
    this.#article = workflow.article;
    this.#documents = documents;
  }

  /** Resolves pins, in their order. */
  resolve(pins: readonly Pin[]): ResolvedPin[] {
    return pins.map((pin) => {
      const known = this.#resolved.get(pin);
      if (known) return known;
      const resolved = resolvePin(pin, this.#article, this.#documents);
      this.#resolved.set(pin, resolved);
      return resolved;
    });
  }

  /** Gives all statements of an element, those of its variants last. */
  all(element: Pick<Element, 'pins'> & { variants?: { pins: Pin[] }[] }): ResolvedPin[] {
    return this.resolve([...element.pins, ...(element.variants ?? []).flatMap((variant) => variant.pins)]);
  }

  /** Gives those of some pins that a locale's pages still state. */
  statedIn(pins: readonly Pin[], locale: string): ResolvedPin[] {
    return this.resolve(pins).filter(({ pin, state }) => pin.locale === locale && state !== 'gone');
  }

  /** Gives a precondition as a locale's pages state it, or undefined where they do not. */
  preconditionIn(precondition: Precondition, locale: string): Precondition | undefined {
    for (const variant of precondition.variants ?? []) {
      const stated = this.statedIn(variant.pins, locale);
      if (stated.length > 0)
        return withoutVariants({ ...precondition, require: variant.require, pins: pinsOf(stated) });
    }
    const stated = this.statedIn(precondition.pins, locale);
    return stated.length > 0 ? withoutVariants({ ...precondition, pins: pinsOf(stated) }) : undefined;
  }

  /** Gives a consequence as a locale's pages state it, or undefined where they do not. */
  consequenceIn(consequence: Consequence, locale: string): Consequence | undefined {
    for (const variant of consequence.variants ?? []) {
      const stated = this.statedIn(variant.pins, locale);
      if (stated.length > 0)
        return withoutVariants({ ...consequence, effect: variant.effect, pins: pinsOf(stated) });
    }
    const stated = this.statedIn(consequence.pins, locale);
    return stated.length > 0 ? withoutVariants({ ...consequence, pins: pinsOf(stated) }) : undefined;
  }

  /** Gives an element of any other kind with the pins of one locale only, or undefined where there are none. */
  elementIn<E extends { pins: Pin[] }>(element: E, locale: string): E | undefined {
    const stated = this.statedIn(element.pins, locale);
    return stated.length > 0 ? { ...element, pins: pinsOf(stated) } : undefined;
  }
}

/** Gives a workflow as the pages of one locale state it: their conditions, and only the elements that they state. */
export function workflowAsDocumented(workflow: Workflow, statements: Statements, locale: string): Workflow {
  const stated = <E extends { pins: Pin[] }>(elements: readonly E[]): E[] =>
    elements.flatMap((element) => statements.elementIn(element, locale) ?? []);
  return {
    ...workflow,
    preconditions: workflow.preconditions.flatMap((each) => statements.preconditionIn(each, locale) ?? []),
    consequences: workflow.consequences.flatMap((each) => statements.consequenceIn(each, locale) ?? []),
    attestations: stated(workflow.attestations),
    obligations: stated(workflow.obligations),
    unencodable: stated(workflow.unencodable),
    steps: stepsAsDocumented(workflow.steps, statements, locale),
  };
}

/** Gives the steps that a locale's pages state. A remedy stays where they do not say how, since a plan needs it. */
function stepsAsDocumented(steps: readonly Step[], statements: Statements, locale: string): Step[] {
  return steps.flatMap((step) => {
    const pins = pinsOf(statements.statedIn(step.pins, locale));
    if (pins.length === 0 && step.documented && step.phase !== 'remedy') return [];
    const smaller = step.steps ? { steps: stepsAsDocumented(step.steps, statements, locale) } : {};
    return [{ ...step, ...smaller, pins, documented: pins.length > 0 }];
  });
}

function pinsOf(resolved: readonly ResolvedPin[]): Pin[] {
  return resolved.map(({ pin }) => pin);
}

function withoutVariants<E extends { variants?: unknown }>(element: E): E {
  const { variants: _, ...rest } = element;
  return rest as E;
}
