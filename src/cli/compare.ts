import { languageOf } from '../content/document-index.ts';
import type { Diagnostic } from '../diagnostic/diagnostic.ts';
import type { CompareReport } from '../report/compare-report.ts';
import { describeComparison } from '../report/describe-comparison.ts';
import { formatComparisons } from '../report/format-comparison.ts';
import { formatComparisonsMarkdown } from '../report/format-comparison-markdown.ts';
import { combinationLimit } from '../sync/compare/compare-rules.ts';
import { compareWorkflow } from '../sync/compare/compare-workflow.ts';
import { type CommandContext, exitCodes } from './command.ts';
import { findWorkflow } from './find-workflow.ts';
import { columnsOf } from './io.ts';
import { noWorkflows, reportProject } from './project-diagnostics.ts';

/** Finds the cases in which the pages of two languages lead to different verdicts. */
export async function run(context: CommandContext): Promise<number> {
  const { options, translator, style, io } = context;
  const project = await context.project();
  const faults = reportProject(project, context);
  const languages = [...new Set(project.documents.all.map(({ locale }) => languageOf(locale)))];
  const between = readBetween(context, languages);
  const named = options.positionals.length > 0;
  const [wanted] = named ? [findWorkflow(project, context)] : [];
  if (!between || (named && !wanted)) return exitCodes.cannotJudge;
  const workflows = wanted ? [wanted] : [...project.rules.workflows.values()];
  if (workflows.length === 0) {
    context.report([noWorkflows(context)]);
    return exitCodes.cannotJudge;
  }
  const comparisons = workflows.map((workflow) =>
    describeComparison(
      compareWorkflow(workflow, between, project.rules, project.documents),
      project.configuration,
      translator,
    ),
  );
  const left = comparisons.filter(({ compared }) => !compared);
  context.report(
    left.map(({ workflow }): Diagnostic => {
      const values = { workflow, limit: combinationLimit };
      return { code: 'too-many-combinations', severity: 'error', path: `rules/${workflow}.yaml`, values };
    }),
  );
  const [first] = comparisons;
  const report: CompareReport = { locale: translator.locale, between: [...between], workflows: comparisons };
  if (context.format === 'json') context.write(`${JSON.stringify(wanted ? first : report, null, 2)}\n`);
  else if (context.format === 'markdown')
    context.write(formatComparisonsMarkdown(comparisons, between, translator));
  else context.write(formatComparisons(comparisons, between, translator, { columns: columnsOf(io), style }));
  if (left.length > 0 || (faults && !wanted)) return exitCodes.cannotJudge;
  return comparisons.some(({ differences }) => differences.length > 0) ? exitCodes.found : exitCodes.ok;
}

/** Reads `--between`; what is wrong is reported and gives undefined. */
function readBetween(context: CommandContext, languages: readonly string[]): [string, string] | undefined {
  const [given] = context.options.values.get('between') ?? [];
  const expected = languages.join(', ');
  if (given === undefined) {
    context.report([
      { code: 'missing-argument', severity: 'error', values: { expected: `--between (${expected})` } },
    ]);
    return undefined;
  }
  const parts = given.split(',').map((part) => part.trim());
  const known = parts.map((part) => languages.find((language) => language === languageOf(part)));
  const [left, right] = known;
  if (parts.length === 2 && left !== undefined && right !== undefined && left !== right) return [left, right];
  const wrong = parts.find((_, index) => known[index] === undefined) ?? given;
  const values = { found: wrong, expected };
  context.report([{ code: 'locales-to-compare', severity: 'error', path: '--between', values }]);
  return undefined;
}
