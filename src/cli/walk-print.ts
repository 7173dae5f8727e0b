import { decide } from '../engine/decide.ts';
import { describeDecision } from '../report/describe-decision.ts';
import { describeWorkflow } from '../report/describe-workflow.ts';
import { formatDecision } from '../report/format-decision.ts';
import { formatDecisionMarkdown } from '../report/format-decision-markdown.ts';
import { formatWorkflow } from '../report/format-workflow.ts';
import { formatWorkflowList, formatWorkflowListMarkdown } from '../report/format-workflow-list.ts';
import { formatWorkflowMarkdown } from '../report/format-workflow-markdown.ts';
import { wrapText } from '../report/layout.ts';
import { verdictCodes } from './check.ts';
import { type CommandContext, exitCodes } from './command.ts';
import { findWorkflow } from './find-workflow.ts';
import { columnsOf } from './io.ts';
import { canBeJudged, reportProject } from './project-diagnostics.ts';
import { readCase } from './read-case.ts';
import { readWorkflowList } from './read-workflow-list.ts';

/** Prints a walkthrough, or all of them, without asking anything. */
export async function printWalk(context: CommandContext): Promise<number> {
  return context.options.positionals.length === 0 ? printAll(context) : printOne(context);
}

/** Prints one task as far as its case is known; the exit code is the verdict's. */
async function printOne(context: CommandContext): Promise<number> {
  const { translator, style, io, format, write } = context;
  const project = await context.project();
  reportProject(project, context);
  const workflow = findWorkflow(project, context);
  const found = await readCase(context, project.rules.facts);
  if (!workflow || !found || !canBeJudged(workflow, project)) return exitCodes.cannotJudge;
  const decision = await decide(project.rules, project.documents, workflow, found.facts);
  const report = describeDecision(decision, { project, translator, origins: found.origins });
  if (format === 'json') write(`${JSON.stringify(report, null, 2)}\n`);
  else if (format === 'markdown') write(formatDecisionMarkdown(report, translator.translate));
  else {
    const terminal = { columns: columnsOf(io), style };
    write(formatDecision(report, translator.translate, { ...terminal, steps: 'always' }));
  }
  return verdictCodes[decision.verdict];
}

/** Prints what Waymark is, the tasks, and what each of them asks, requires and brings. */
async function printAll(context: CommandContext): Promise<number> {
  const { translator, style, io, format, write } = context;
  const read = await readWorkflowList(context);
  if (!read) return exitCodes.cannotJudge;
  const { project, list, faults } = read;
  const reports = [...project.rules.workflows.values()].map((each) =>
    describeWorkflow(each, project, translator),
  );
  const terminal = { columns: columnsOf(io), style };
  if (format === 'json') write(`${JSON.stringify({ ...list, workflows: reports }, null, 2)}\n`);
  else if (format === 'markdown') {
    write(formatWorkflowListMarkdown(list, translator.translate));
    for (const report of reports) write(`\n${formatWorkflowMarkdown(report, translator)}`);
  } else {
    write(`${wrapText(translator.translate('walk:about'), terminal.columns).join('\n')}\n\n`);
    write(formatWorkflowList(list, translator.translate, terminal));
    for (const report of reports) write(`\n${formatWorkflow(report, translator, terminal)}`);
  }
  return faults ? exitCodes.cannotJudge : exitCodes.ok;
}
