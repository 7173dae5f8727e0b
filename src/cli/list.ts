import { describeWorkflows } from '../report/describe-workflow.ts';
import { formatWorkflowList, formatWorkflowListMarkdown } from '../report/format-workflow-list.ts';
import { type CommandContext, exitCodes } from './command.ts';
import { columnsOf } from './io.ts';
import { reportProject } from './project-diagnostics.ts';

/** Lists the workflows; with a rule file that cannot be used the others are listed and the exit code is 2. */
export async function run(context: CommandContext): Promise<number> {
  const { translator, style, io, options } = context;
  if (options.positionals.length > 0) {
    context.report(
      options.positionals.map((found) => ({
        code: 'unexpected-argument',
        severity: 'error',
        values: { found },
      })),
    );
    return exitCodes.cannotJudge;
  }
  const project = await context.project();
  const faults = reportProject(project, context);
  const list = describeWorkflows(project, translator);
  if (list.workflows.length === 0) {
    context.report([{ code: 'no-workflows', severity: 'error', path: 'rules' }]);
    return exitCodes.cannotJudge;
  }
  if (context.format === 'json') context.write(`${JSON.stringify(list, null, 2)}\n`);
  else if (context.format === 'markdown')
    context.write(formatWorkflowListMarkdown(list, translator.translate));
  else context.write(formatWorkflowList(list, translator.translate, { columns: columnsOf(io), style }));
  return faults ? exitCodes.cannotJudge : exitCodes.ok;
}
