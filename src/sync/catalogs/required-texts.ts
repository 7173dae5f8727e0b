import { listElements } from '../../rules/elements.ts';
import type { RuleSet } from '../../rules/project.ts';

/** The texts that rules ask of one catalog. */
export interface RequiredTexts {
  /** Keys without plural suffix. */
  keys: ReadonlySet<string>;
}

/**
 * Lists what rules need words for, by namespace: each workflow with its elements, each fact with its codes, each
 * advisory. A namespace listed here has no other keys.
 */
export function requiredTexts(
  rules: Pick<RuleSet, 'facts' | 'workflows' | 'advisories'>,
): Map<string, RequiredTexts> {
  const required = new Map<string, RequiredTexts>();
  for (const [name, workflow] of rules.workflows) {
    const elements = listElements(workflow).flatMap(({ kind, element: { id } }) => {
      const fields = kind === 'precondition' ? ['title', 'violated', 'unknown'] : ['title'];
      return fields.map((field) => `elements.${id}.${field}`);
    });
    required.set(name, { keys: new Set(['title', 'summary', ...elements]) });
  }
  const facts = [...rules.facts.values()].flatMap(({ name, values = [] }) => {
    const fields = ['title', 'question', 'where', 'help', ...values.map((code) => `values.${code}`)];
    return fields.map((field) => `${name}.${field}`);
  });
  required.set('facts', { keys: new Set(facts) });
  const advisories = rules.advisories.flatMap(({ id }) => [`${id}.title`, `${id}.text`]);
  required.set('advisories', { keys: new Set(advisories) });
  return required;
}
