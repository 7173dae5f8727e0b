import { formatWorkflowList, formatWorkflowListMarkdown } from '../report/format-workflow-list.ts';
import { type CommandContext, exitCodes } from './command.ts';
import { columnsOf } from './io.ts';
import { readWorkflowList } from './read-workflow-list.ts';

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
  const read = await readWorkflowList(context);
  if (!read) return exitCodes.cannotJudge;
  const { list, faults } = read;
  if (context.format === 'json') context.write(`${JSON.stringify(list, null, 2)}\n`);
  else if (context.format === 'markdown')
    context.write(formatWorkflowListMarkdown(list, translator.translate));
  else context.write(formatWorkflowList(list, translator.translate, { columns: columnsOf(io), style }));
  return faults ? exitCodes.cannotJudge : exitCodes.ok;
}
