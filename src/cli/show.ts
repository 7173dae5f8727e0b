import { describeWorkflow } from '../report/describe-workflow.ts';
import { formatWorkflow } from '../report/format-workflow.ts';
import { formatWorkflowMarkdown } from '../report/format-workflow-markdown.ts';
import { type CommandContext, exitCodes } from './command.ts';
import { findWorkflow } from './find-workflow.ts';
import { columnsOf } from './io.ts';
import { reportProject } from './project-diagnostics.ts';

/** Shows one workflow's rules as a readable page with citations. */
export async function run(context: CommandContext): Promise<number> {
  const { translator, style, io } = context;
  const project = await context.project();
  reportProject(project, context);
  const workflow = findWorkflow(project, context);
  if (!workflow) return exitCodes.cannotJudge;
  const report = describeWorkflow(workflow, project, translator);
  if (context.format === 'json') context.write(`${JSON.stringify(report, null, 2)}\n`);
  else if (context.format === 'markdown') context.write(formatWorkflowMarkdown(report, translator));
  else context.write(formatWorkflow(report, translator, { columns: columnsOf(io), style }));
  return exitCodes.ok;
}
