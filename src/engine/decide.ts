import type { DocumentIndex } from '../content/document-index.ts';
import { listFacts } from '../rules/condition.ts';
import { listElements } from '../rules/elements.ts';
import type { RuleSet } from '../rules/project.ts';
import type { Condition, FactValue, Precondition, Workflow } from '../rules/workflow.ts';
import type { Decision, ElementResult, PreconditionResult, PreconditionStatus } from './decision.ts';
import { listDisagreements } from './disagreements.ts';
import { and, evaluateConditions, type Truth } from './evaluate.ts';
import { appliesOf, foldVerdict, statusFrom } from './fold.ts';
import { listNeeds } from './needs.ts';
import { makePlan, stepResults } from './plan.ts';
import { Statements, workflowAsDocumented } from './statements.ts';

/** How to decide. */
export interface DecideOptions {
  /** Believe only what this language's pages state; the decision is then hypothetical. */
  asDocumented?: string;
  /** Take a precondition whose pins are not all fresh for unknown. */
  requireFresh?: boolean;
}

/**
 * Decides whether a workflow may be carried out in one case.
 *
 * Only reviewed elements count. Unknown is never satisfied, and where no precondition applies nothing was checked, so
 * the verdict is unknown.
 *
 * @param facts Known facts, each inside its domain; a fact that is absent is missing.
 */
export async function decide(
  rules: RuleSet,
  documents: DocumentIndex,
  workflow: Workflow,
  facts: ReadonlyMap<string, FactValue>,
  options: DecideOptions = {},
): Promise<Decision> {
  const reviewed = onlyReviewed(workflow);
  const statements = new Statements(workflow, documents);
  const { asDocumented } = options;
  const judged =
    asDocumented === undefined ? reviewed : workflowAsDocumented(reviewed, statements, asDocumented);
  const outOfStep = listElements(judged)
    .filter(({ element }) => statements.all(element).some(({ state }) => state !== 'fresh'))
    .map(({ element }) => ({ id: element.id, sources: statements.all(element) }));
  const stale = new Set(options.requireFresh ? outOfStep.map(({ id }) => id) : []);

  const others = [...rules.workflows.values()].filter((other) => other.workflow !== workflow.workflow);
  const advisories = rules.advisories.filter((advisory) => advisory.workflows.includes(workflow.workflow));
  const truths = await evaluateConditions(namedConditions(judged, others, advisories), facts);
  const truth = (name: string): Truth => truths.get(name);

  const preconditions = judged.preconditions.map((each) =>
    preconditionResult(each, statusOf(each.id, truth, stale), facts, statements),
  );
  const statuses = new Map(preconditions.map(({ id, status }) => [id, status]));
  const undecided = judged.preconditions.filter(({ id }) => statuses.get(id) === 'unknown');
  const elementResult = (element: {
    id: string;
    pins: Workflow['obligations'][number]['pins'];
  }): ElementResult => ({
    id: element.id,
    applies: appliesOf(and(truth(`audience ${element.id}`), truth(`when ${element.id}`))),
    sources: statements.all(element),
  });
  const instead = findInstead(judged, rules, statuses, truth);

  return {
    workflow: workflow.workflow,
    article: workflow.article,
    verdict: foldVerdict([...statuses.values()]),
    hypothetical: asDocumented !== undefined,
    ...(asDocumented === undefined ? {} : { asDocumented }),
    preconditions,
    consequences: judged.consequences.map(elementResult),
    obligations: judged.obligations.map(elementResult),
    attestations: judged.attestations.map(elementResult).filter(({ applies }) => applies !== 'no'),
    cautions: advisories.filter(({ id }) => truth(`advisory ${id}`) !== false).map(({ id }) => id),
    unencodable: judged.unencodable.map(({ id, reason, pins }) => ({
      id,
      reason,
      sources: statements.resolve(pins),
    })),
    disagreements:
      asDocumented === undefined ? listDisagreements(judged, others, statuses, truth, documents) : [],
    plan: makePlan(judged, statuses, facts, truth, statements),
    steps: stepResults(judged.steps, facts, truth, statements),
    needs: listNeeds(undecided, facts, rules.facts),
    outOfStep,
    ...(instead === undefined ? {} : { instead }),
  };
}

/** Gives the part of a workflow that decides: its reviewed elements. */
export function onlyReviewed(workflow: Workflow): Workflow {
  const reviewed = <E extends { state: string }>(elements: readonly E[]): E[] =>
    elements.filter((element) => element.state === 'reviewed');
  const steps = (all: Workflow['steps']): Workflow['steps'] =>
    reviewed(all).map((step) => (step.steps ? { ...step, steps: steps(step.steps) } : step));
  return {
    ...workflow,
    preconditions: reviewed(workflow.preconditions),
    attestations: reviewed(workflow.attestations),
    consequences: reviewed(workflow.consequences),
    obligations: reviewed(workflow.obligations),
    steps: steps(workflow.steps),
  };
}

function namedConditions(
  workflow: Workflow,
  others: readonly Workflow[],
  advisories: RuleSet['advisories'],
): Map<string, Condition> {
  const always: Condition = { all: [] };
  const named = new Map<string, Condition>();
  const add = (kind: string, id: string, condition: Condition | undefined): void => {
    named.set(`${kind} ${id}`, condition ?? always);
  };
  for (const precondition of workflow.preconditions) {
    add('require', precondition.id, precondition.require);
    precondition.variants?.forEach((variant, index) =>
      add(`variant ${index}`, precondition.id, variant.require),
    );
  }
  for (const { element } of listElements(workflow)) {
    add('audience', element.id, element.audience);
    add('when', element.id, 'when' in element ? (element.when as Condition) : undefined);
  }
  for (const other of others) {
    for (const precondition of other.preconditions) {
      if (precondition.who === true && precondition.state === 'reviewed')
        add('who', other.workflow, precondition.require);
    }
  }
  for (const advisory of advisories) add('advisory', advisory.id, advisory.when);
  return named;
}

function statusOf(
  id: string,
  truth: (name: string) => Truth,
  stale: ReadonlySet<string>,
): PreconditionStatus {
  const status = statusFrom(truth(`audience ${id}`), truth(`require ${id}`));
  return stale.has(id) && status !== 'not-applicable' ? 'unknown' : status;
}

function preconditionResult(
  precondition: Precondition,
  status: PreconditionStatus,
  facts: ReadonlyMap<string, FactValue>,
  statements: Statements,
): PreconditionResult {
  const names = listFacts(precondition.require, precondition.audience);
  const values = names.flatMap((name) => {
    const value = facts.get(name);
    return value === undefined ? [] : [[name, value] as const];
  });
  return {
    id: precondition.id,
    status,
    require: precondition.require,
    facts: Object.fromEntries(values),
    missing: names.filter((name) => !facts.has(name)),
    remedy: precondition.remedy,
    sources: statements.resolve(precondition.pins),
    variants: statements.resolve((precondition.variants ?? []).flatMap(({ pins }) => pins)),
  };
}

/** Finds the workflow for the person at hand where nothing is violated but who may run this one. */
function findInstead(
  workflow: Workflow,
  rules: RuleSet,
  statuses: ReadonlyMap<string, PreconditionStatus>,
  truth: (name: string) => Truth,
): string | undefined {
  const violated = workflow.preconditions.filter(({ id }) => statuses.get(id) === 'violated');
  if (violated.length === 0 || violated.some(({ who }) => who !== true)) return undefined;
  return workflow.instead?.find((name) => rules.workflows.has(name) && truth(`who ${name}`) === true);
}
