import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { compareDiagnostics, compareText, type Diagnostic, hasErrors } from '../diagnostic/diagnostic.ts';
import { fileError, readText } from '../diagnostic/read-text.ts';
import { checkAdvisories, checkWorkflow } from './check-rules.ts';
import type { RuleSet, WorkflowFile } from './project.ts';
import { type RuleFileKind, validateSchema } from './validate-schema.ts';
import type { Advisory, Fact, Step, Workflow } from './workflow.ts';
import { parseYaml, type YamlSource } from './yaml-source.ts';

/**
 * Loads `rules/` of a project: facts, workflows and advisories, every problem at once.
 *
 * A file with an error is left out, and what does not depend on it is loaded. Drafts in `rules/drafts/` are not read.
 *
 * @param root The project's folder.
 */
export async function loadRules(root: string): Promise<RuleSet> {
  const diagnostics: Diagnostic[] = [];
  const folder = join(root, 'rules');
  let names: string[] = [];
  try {
    names = (await readdir(folder))
      .filter((name) => /\.ya?ml$/u.test(name))
      .toSorted((a, b) => compareText(workflowName(a), workflowName(b)));
  } catch (error) {
    // Only where the project was named can its rules be missing: the whole path says which folder was meant.
    const none = { facts: new Map(), workflows: new Map(), advisories: [], broken: new Set<string>() };
    return { ...none, diagnostics: [fileError(error, folder)] };
  }

  const facts = new Map<string, Fact>();
  const factSource = await readRuleFile(root, 'facts.yaml', 'facts', diagnostics);
  for (const fact of (factSource?.value as { facts: Fact[] } | undefined)?.facts ?? [])
    facts.set(fact.name, fact);
  const factsKnown = factSource !== undefined;

  const workflowFiles = names.filter((each) => each !== 'facts.yaml' && each !== 'advisories.yaml');
  const workflowNames = workflowFiles.map(workflowName);
  const files: WorkflowFile[] = [];
  const broken = new Set<string>();
  for (const name of workflowFiles) {
    const source = await readRuleFile(root, name, 'workflow', diagnostics);
    if (source)
      files.push({ path: source.path, workflow: completeWorkflow(source.value as Workflow), source });
    else broken.add(workflowName(name));
  }
  const workflows = new Map<string, Workflow>();
  for (const file of factsKnown ? files : []) {
    const found = checkWorkflow(file, workflowNames, facts);
    diagnostics.push(...found);
    if (hasErrors(found)) broken.add(file.workflow.workflow);
    else workflows.set(file.workflow.workflow, file.workflow);
  }

  let advisories: Advisory[] = [];
  if (names.includes('advisories.yaml')) {
    const source = await readRuleFile(root, 'advisories.yaml', 'advisories', diagnostics);
    const found = source && factsKnown ? checkAdvisories(source, workflowNames, facts) : [];
    diagnostics.push(...found);
    if (source && !hasErrors(found)) advisories = (source.value as { advisories: Advisory[] }).advisories;
  }
  return { facts, workflows, advisories, broken, diagnostics: diagnostics.toSorted(compareDiagnostics) };
}

function workflowName(fileName: string): string {
  return fileName.replace(/\.ya?ml$/u, '');
}

async function readRuleFile(
  root: string,
  name: string,
  kind: RuleFileKind,
  diagnostics: Diagnostic[],
): Promise<YamlSource | undefined> {
  const shown = `rules/${name}`;
  const text = await readText(join(root, 'rules', name), shown);
  if (typeof text !== 'string') {
    diagnostics.push(text);
    return undefined;
  }
  const source = parseYaml(text, shown);
  const found = source.diagnostics.length > 0 ? source.diagnostics : validateSchema(source, kind);
  diagnostics.push(...found);
  return hasErrors(found) ? undefined : source;
}

/** Gives every section of a workflow, empty where the file has none, and every step its defaults. */
export function completeWorkflow(
  value: Partial<Workflow> & Pick<Workflow, 'workflow' | 'article'>,
): Workflow {
  return {
    preconditions: [],
    attestations: [],
    consequences: [],
    obligations: [],
    unencodable: [],
    uncovered: [],
    ...value,
    steps: (value.steps ?? []).map(completeStep),
  };
}

function completeStep(step: Step): Step {
  const completed = { ...step, documented: step.documented ?? true, phase: step.phase ?? 'perform' };
  return step.steps ? { ...completed, steps: step.steps.map(completeStep) } : completed;
}
