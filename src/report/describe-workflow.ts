import { languageOf } from '../content/document-index.ts';
import { Statements } from '../engine/statements.ts';
import type { Translator } from '../locale/translator.ts';
import type { Project } from '../project/load-project.ts';
import { listFacts } from '../rules/condition.ts';
import { listElements, listSteps } from '../rules/elements.ts';
import type { Condition, Element, Fact, Pin, Workflow } from '../rules/workflow.ts';
import { describeSources, type SourceReport } from './source.ts';
import { catalogWords, elementWords } from './words.ts';
import type {
  FactReport,
  RuleElementReport,
  WorkflowList,
  WorkflowReport,
  WorkflowSummary,
} from './workflow-report.ts';

/** Lists the workflows of a project in the reader's words. */
export function describeWorkflows(project: Project, translator: Translator): WorkflowList {
  const workflows = [...project.rules.workflows.values()];
  return {
    locale: translator.locale,
    workflows: workflows.map((workflow) => summarize(workflow, project, translator)),
  };
}

/** Puts one workflow with all its elements, facts and citations into the reader's words. */
export function describeWorkflow(
  workflow: Workflow,
  project: Project,
  translator: Translator,
): WorkflowReport {
  const statements = new Statements(workflow, project.documents);
  const sourcesOf = (pins: readonly Pin[]): SourceReport[] =>
    describeSources(statements.resolve(pins), translator, project.configuration);
  const describe = (element: Partial<Element> & { id: string; pins: Pin[] }): RuleElementReport => {
    const sources = sourcesOf(element.pins);
    const { text, lang } = elementWords(translator, workflow.workflow, element.id, 'title', sources);
    const { pins: _pins, review: _review, variants, steps, ...rest } = element as typeof element & Nested;
    return {
      state: 'reviewed',
      ...rest,
      text,
      lang,
      ...(variants
        ? { variants: variants.map(({ pins, ...other }) => ({ ...other, sources: sourcesOf(pins) })) }
        : {}),
      ...(steps ? { steps: steps.map(describe) } : {}),
      sources,
    };
  };
  const advisories = project.rules.advisories.filter(({ workflows }) =>
    workflows.includes(workflow.workflow),
  );
  return {
    ...summarize(workflow, project, translator),
    locale: translator.locale,
    instead: workflow.instead ?? [],
    facts: factsOf(workflow, project).map((fact) => describeFact(fact, translator)),
    preconditions: workflow.preconditions.map(describe),
    attestations: workflow.attestations.map(describe),
    steps: workflow.steps.map(describe),
    consequences: workflow.consequences.map(describe),
    obligations: workflow.obligations.map(describe),
    cautions: advisories.map(({ id }) => ({
      id,
      title: catalogWords(translator, `advisories:${id}.title`).text,
      ...catalogWords(translator, `advisories:${id}.text`),
    })),
    unencodable: workflow.unencodable.map(describe),
  };
}

interface Nested {
  review?: unknown;
  variants?: { require?: Condition; effect?: string; pins: Pin[] }[];
  steps?: (Partial<Element> & { id: string; pins: Pin[] })[];
}

function summarize(workflow: Workflow, project: Project, translator: Translator): WorkflowSummary {
  const documents = project.documents.all.filter(({ article }) => article === workflow.article);
  return {
    workflow: workflow.workflow,
    title: translator.translate(`${workflow.workflow}:title`),
    summary: translator.translate(`${workflow.workflow}:summary`),
    article: workflow.article,
    documents: documents.map(({ locale, frontMatter, path }) => ({
      locale: languageOf(locale),
      ...(frontMatter.published === undefined ? {} : { published: frontMatter.published }),
      path,
    })),
  };
}

/** Lists the facts that a workflow reads, in the order of `rules/facts.yaml`. */
export function factsOf(workflow: Workflow, project: Pick<Project, 'rules'>): Fact[] {
  const conditions = listElements(workflow).flatMap(({ element }) => {
    const { require, audience, when, variants } = element as Partial<
      Record<'require' | 'audience' | 'when', Condition>
    > & {
      variants?: { require?: Condition }[];
    };
    return [audience, require, when, ...(variants ?? []).map((variant) => variant.require)];
  });
  const repeated = listSteps(workflow.steps).flatMap(({ repeat }) => (repeat ? [repeat.fact] : []));
  const read = new Set([...listFacts(...conditions), ...repeated]);
  return [...project.rules.facts.values()].filter(({ name }) => read.has(name));
}

/** Puts a fact into the reader's words. */
export function describeFact(fact: Fact, translator: Translator): FactReport {
  const word = (field: string): string => translator.translate(`facts:${fact.name}.${field}`);
  const values = (fact.values ?? []).map((code) => [code, word(`values.${code}`)] as const);
  return {
    name: fact.name,
    type: fact.type,
    domain: domainOf(fact),
    title: word('title'),
    question: word('question'),
    where: word('where'),
    values: Object.fromEntries(values),
  };
}

function domainOf(fact: Fact): FactReport['domain'] {
  if (fact.type === 'boolean') return [true, false];
  return fact.values ?? { minimum: fact.minimum ?? 0, maximum: fact.maximum ?? Number.MAX_SAFE_INTEGER };
}
