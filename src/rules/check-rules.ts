import type { Diagnostic } from '../diagnostic/diagnostic.ts';
import { suggestName } from '../diagnostic/suggestion.ts';
import { isComparison } from './condition.ts';
import { listElements, listPins, listSteps } from './elements.ts';
import { factAccepts, operatorFits } from './fact-values.ts';
import type { WorkflowFile } from './project.ts';
import type { Advisory, Condition, Fact } from './workflow.ts';
import type { YamlPath, YamlSource } from './yaml-source.ts';

type Report = (
  code: string,
  path: YamlPath,
  values?: Diagnostic['values'],
  more?: Partial<Diagnostic>,
) => void;

/**
 * Checks what a schema cannot: names that must exist, be unique and fit each other.
 *
 * @param names Workflows that there are, those of files that cannot be used included.
 */
export function checkWorkflow(
  file: WorkflowFile,
  names: readonly string[],
  facts: ReadonlyMap<string, Fact>,
): Diagnostic[] {
  const { workflow, source } = file;
  const { diagnostics, report } = reporter(source);
  const expectedName = source.path.replace(/^.*\//u, '').replace(/\.ya?ml$/u, '');
  if (workflow.workflow !== expectedName) {
    report('workflow-name-differs', ['workflow'], { found: workflow.workflow, expected: expectedName });
  }
  const others = names.filter((name) => name !== workflow.workflow);
  workflow.instead?.forEach((name, index) => {
    // It only points people elsewhere; nothing is decided by it, so the workflow stands.
    if (!others.includes(name)) diagnostics.push(unknownWorkflow(source, ['instead', index], name, others));
  });

  const placed = listElements(workflow);
  const seen = new Map<string, YamlPath>();
  for (const { element, path } of placed) {
    const earlier = seen.get(element.id);
    if (earlier) {
      const related = [{ path: source.path, at: source.locate([...earlier, 'id']).at, code: 'first-here' }];
      report('duplicate-element', [...path, 'id'], { found: element.id }, { related });
    } else seen.set(element.id, path);
    checkConditions({ ...element }, path, facts, report);
    const pinned = new Set<string>();
    for (const { pin, path: below } of listPins(element)) {
      const key = `${pin.locale} ${pin.article ?? ''} ${pin.segment}`;
      if (pinned.has(key)) report('duplicate-pin', [...path, ...below], { found: pin.segment });
      pinned.add(key);
    }
  }
  checkSteps(file, facts, report);
  return diagnostics;
}

/**
 * Checks the names in advisories.
 *
 * @param names Workflows that there are, those of files that cannot be used included.
 */
export function checkAdvisories(
  source: YamlSource,
  names: readonly string[],
  facts: ReadonlyMap<string, Fact>,
): Diagnostic[] {
  const { diagnostics, report } = reporter(source);
  (source.value as { advisories: Advisory[] }).advisories.forEach((advisory, index) => {
    advisory.workflows.forEach((name, at) => {
      const path = ['advisories', index, 'workflows', at];
      // The workflow's file may be what is gone; the advisory still stands for the others.
      if (!names.includes(name)) diagnostics.push(unknownWorkflow(source, path, name, names));
    });
    checkConditions({ ...advisory }, ['advisories', index], facts, report);
  });
  return diagnostics;
}

function reporter(source: YamlSource): { diagnostics: Diagnostic[]; report: Report } {
  const diagnostics: Diagnostic[] = [];
  const report: Report = (code, path, values, more = {}) => {
    const where = source.locate(path);
    diagnostics.push({
      code,
      severity: 'error',
      path: source.path,
      ...where,
      ...(values ? { values } : {}),
      ...more,
    });
  };
  return { diagnostics, report };
}

function checkConditions(
  element: Record<string, unknown>,
  path: YamlPath,
  facts: ReadonlyMap<string, Fact>,
  report: Report,
): void {
  for (const key of ['require', 'audience', 'when']) {
    if (element[key] !== undefined) checkCondition(element[key] as Condition, [...path, key], facts, report);
  }
  const variants = (element['variants'] ?? []) as { require?: Condition }[];
  variants.forEach((variant, index) => {
    if (variant.require)
      checkCondition(variant.require, [...path, 'variants', index, 'require'], facts, report);
  });
}

function checkCondition(
  condition: Condition,
  path: YamlPath,
  facts: ReadonlyMap<string, Fact>,
  report: Report,
): void {
  if ('not' in condition) {
    checkCondition(condition.not, [...path, 'not'], facts, report);
  } else if (!isComparison(condition)) {
    const key = 'all' in condition ? 'all' : 'any';
    const children = 'all' in condition ? condition.all : condition.any;
    children.forEach((child, index) => checkCondition(child, [...path, key, index], facts, report));
  } else {
    const fact = facts.get(condition.fact);
    if (!fact) {
      reportUnknown(report, 'unknown-fact', [...path, 'fact'], condition.fact, [...facts.keys()]);
    } else if (!operatorFits(fact, condition.operator)) {
      report('operator-does-not-fit', [...path, 'operator'], {
        found: condition.operator,
        fact: fact.name,
        type: fact.type,
      });
    } else {
      const listed = condition.operator === 'in' || condition.operator === 'notIn';
      const values: unknown[] =
        listed && Array.isArray(condition.value) ? [...(condition.value as unknown[])] : [condition.value];
      if (listed && !Array.isArray(condition.value)) {
        report('wrong-type', [...path, 'value'], { found: String(condition.value), expected: 'array' });
      }
      const itemFact: Fact = fact.type === 'codes' ? { ...fact, type: 'code' } : fact;
      for (const value of values) {
        if (!factAccepts(itemFact, value)) {
          report('value-outside-domain', [...path, 'value'], { found: String(value), fact: fact.name });
        }
      }
    }
  }
}

function checkSteps(file: WorkflowFile, facts: ReadonlyMap<string, Fact>, report: Report): void {
  const steps = new Map(listSteps(file.workflow.steps).map((step) => [step.id, step]));
  const remedies = new Map<string, string>();
  file.workflow.preconditions.forEach((precondition, index) => {
    precondition.remedy.forEach((id, at) => {
      const path = ['preconditions', index, 'remedy', at];
      if (!steps.has(id)) reportUnknown(report, 'unknown-step', path, id, [...steps.keys()]);
      const other = remedies.get(id);
      // A plan is never shorter than what is violated, so one step cannot stand for two conditions.
      if (other !== undefined) report('shared-remedy', path, { found: id, other });
      remedies.set(id, precondition.id);
    });
  });
  for (const { element, kind, path } of listElements(file.workflow)) {
    const step = kind === 'step' ? steps.get(element.id) : undefined;
    if (!step) continue;
    if (step.repeat) {
      const fact = facts.get(step.repeat.fact);
      const where = [...path, 'repeat', 'fact'];
      if (!fact) reportUnknown(report, 'unknown-fact', where, step.repeat.fact, [...facts.keys()]);
      else if (fact.type !== 'integer') report('not-countable', where, { found: fact.name });
    }
    if (step.documented && step.pins.length === 0) report('documented-without-pin', path, { found: step.id });
    if (!step.documented && step.pins.length > 0) report('undocumented-with-pin', path, { found: step.id });
  }
}

function reportUnknown(
  report: Report,
  code: string,
  path: YamlPath,
  found: string,
  known: readonly string[],
): void {
  report(code, path, { found, expected: known.join(', ') }, suggestName(found, known));
}

function unknownWorkflow(
  source: YamlSource,
  path: YamlPath,
  found: string,
  known: readonly string[],
): Diagnostic {
  const values = { found, expected: known.join(', ') };
  return {
    code: 'unknown-workflow',
    severity: 'warning',
    path: source.path,
    ...source.locate(path),
    values,
    ...suggestName(found, known),
  };
}
