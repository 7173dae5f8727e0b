import { suggestName } from '../diagnostic/suggestion.ts';
import type { Project } from '../project/load-project.ts';
import type { Workflow } from '../rules/workflow.ts';
import type { CommandContext } from './command.ts';
import { noWorkflows } from './project-diagnostics.ts';

/** Finds the workflow that the first argument names; what is wrong is reported and gives undefined. */
export function findWorkflow(project: Project, context: CommandContext): Workflow | undefined {
  const [name, ...rest] = context.options.positionals;
  const names = [...project.rules.workflows.keys()];
  if (rest.length > 0) {
    context.report(
      rest.map((found) => ({ code: 'unexpected-argument', severity: 'error', values: { found } })),
    );
    return undefined;
  }
  if (names.length === 0 && project.rules.broken.size === 0) {
    context.report([noWorkflows(context)]);
    return undefined;
  }
  if (name === undefined) {
    const expected = names.join(', ');
    context.report([
      { code: 'missing-argument', severity: 'error', values: { expected: `WORKFLOW: ${expected}` } },
    ]);
    return undefined;
  }
  const workflow = project.rules.workflows.get(name);
  if (workflow) return workflow;
  if (project.rules.broken.has(name)) {
    context.report([{ code: 'rules-out-of-use', severity: 'error', path: `rules/${name}.yaml` }]);
    return undefined;
  }
  const values = { found: name, expected: names.join(', ') };
  context.report([{ code: 'unknown-workflow', severity: 'error', values, ...suggestName(name, names) }]);
  return undefined;
}
