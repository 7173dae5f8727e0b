import { languageOf } from '../content/document-index.ts';
import { decide } from '../engine/decide.ts';
import type { Verdict } from '../engine/decision.ts';
import { describeDecision } from '../report/describe-decision.ts';
import { type CommandContext, exitCodes } from './command.ts';
import { findWorkflow } from './find-workflow.ts';
import { columnsOf } from './io.ts';
import { canBeJudged, reportProject } from './project-diagnostics.ts';
import { readCase } from './read-case.ts';

/** Exit code of each verdict. */
export const verdictCodes: Readonly<Record<Verdict, number>> = {
  allowed: exitCodes.ok,
  blocked: exitCodes.found,
  unknown: exitCodes.unknown,
};

/** Decides one case; the exit code is the verdict's. */
export async function run(context: CommandContext): Promise<number> {
  const { translator, style, io, options } = context;
  const project = await context.project();
  reportProject(project, context);
  const workflow = findWorkflow(project, context);
  const found = await readCase(context, project.rules.facts);
  const [wanted] = options.values.get('as-documented') ?? [];
  const asDocumented = wanted === undefined ? undefined : documentedLocale(wanted);
  if (wanted !== undefined && asDocumented === undefined) {
    const values = { found: wanted, expected: 'ko, zh, ja, ru' };
    context.report([{ code: 'unexpected-value', severity: 'error', path: '--as-documented', values }]);
    return exitCodes.cannotJudge;
  }
  if (!workflow || !found || !canBeJudged(workflow, project)) return exitCodes.cannotJudge;
  const decision = await decide(project.rules, project.documents, workflow, found.facts, {
    ...(asDocumented === undefined ? {} : { asDocumented }),
    requireFresh: options.flags.has('require-fresh'),
  });
  const report = describeDecision(decision, { project, translator, origins: found.origins });
  if (context.format === 'json') {
    context.write(`${JSON.stringify(report, null, 2)}\n`);
  } else if (context.format === 'markdown') {
    const { formatDecisionMarkdown } = await import('../report/format-decision-markdown.ts');
    context.write(formatDecisionMarkdown(report, translator.translate));
  } else {
    const { formatDecision } = await import('../report/format-decision.ts');
    context.write(formatDecision(report, translator.translate, { columns: columnsOf(io), style }));
  }
  return verdictCodes[decision.verdict];
}

/** Gives the language that rules name a tag by: `ko-KR` is `ko`, `zh-TW` is `zh-Hant`; undefined where it is no tag. */
function documentedLocale(tag: string): string | undefined {
  try {
    const [locale] = Intl.getCanonicalLocales(tag);
    return locale === undefined ? undefined : languageOf(locale);
  } catch {
    return undefined;
  }
}
