import type { Project } from '../project/load-project.ts';
import { describeWorkflows } from '../report/describe-workflow.ts';
import type { WorkflowList } from '../report/workflow-report.ts';
import type { CommandContext } from './command.ts';
import { noWorkflows, reportProject } from './project-diagnostics.ts';

/**
 * Gives the project and its workflows in the reader's words, and whether something in the project is at fault.
 * What is wrong is reported; undefined where no workflow can be used.
 */
export async function readWorkflowList(
  context: CommandContext,
): Promise<{ project: Project; list: WorkflowList; faults: boolean } | undefined> {
  const project = await context.project();
  const faults = reportProject(project, context);
  const list = describeWorkflows(project, context.translator);
  if (list.workflows.length > 0) return { project, list, faults };
  context.report([noWorkflows(context)]);
  return undefined;
}
