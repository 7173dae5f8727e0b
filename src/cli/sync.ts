import { hasErrors } from '../diagnostic/diagnostic.ts';
import { readKnownYaml } from '../project/known-yaml.ts';
import { loadProject, type Project } from '../project/load-project.ts';
import { describeSync } from '../report/describe-sync.ts';
import { formatSync } from '../report/format-sync.ts';
import { formatSyncMarkdown } from '../report/format-sync-markdown.ts';
import { formatSyncHtml } from '../report/html/format-sync-html.ts';
import type { WrittenFile } from '../sync/apply-edits.ts';
import { loadLanguages } from '../sync/fidelity/load-languages.ts';
import { acceptedEdits, certainEdits, joinEdits, unaccountedSentences } from '../sync/pins/accept.ts';
import { catalogFindings, loadProjectCatalogs, writeReviews } from '../sync/sync-catalogs.ts';
import { orderFindings } from '../sync/sync-finding.ts';
import { type SyncInput, syncRules } from '../sync/sync-rules.ts';
import { type CommandContext, exitCodes } from './command.ts';
import { columnsOf } from './io.ts';
import { noWorkflows, reportProject } from './project-diagnostics.ts';
import {
  baseDocuments,
  commandLine,
  contentFolder,
  labelsReader,
  readAcceptances,
  reviewSpecs,
} from './sync-inputs.ts';

/** Compares rules with pages and translations, and writes what is certain or decided when asked to. */
export async function run(context: CommandContext): Promise<number> {
  const { options, root, translator } = context;
  const acceptances = readAcceptances(context);
  if (!acceptances) return exitCodes.cannotJudge;
  let project = await context.project();
  let faults = reportProject(project, context);
  if (project.rules.workflows.size === 0) {
    context.report([noWorkflows(context)]);
    return exitCodes.cannotJudge;
  }
  // Nothing to compare with is no agreement.
  if (project.documents.all.length === 0) return exitCodes.cannotJudge;
  const base = await baseDocuments(context);
  faults = hasErrors(base.diagnostics) || faults;
  context.report(base.diagnostics);

  const input: Omit<SyncInput, 'rules' | 'documents'> = {
    base: base.documents,
    languages: await loadLanguages(),
    labelsOf: await labelsReader(),
  };
  const compare = (of: Project): ReturnType<typeof syncRules> =>
    syncRules({ rules: of.rules, documents: of.documents, ...input });
  let catalogs = await loadProjectCatalogs(root, readKnownYaml);
  context.report(catalogs?.diagnostics ?? []);
  faults = hasErrors(catalogs?.diagnostics ?? []) || faults;
  let result = compare(project);
  const written: WrittenFile[] = [];
  const write = options.flags.has('write');
  if (write || (options.values.get('accept') ?? []).length > 0) {
    const unaccounted = unaccountedSentences(result.findings, result.rows);
    const [reason] = options.values.get('reason') ?? [];
    const accepted = acceptedEdits(result.rows, result.uncovered, unaccounted, acceptances, reason);
    const edits = joinEdits(
      result.rows,
      write ? certainEdits(result.rows, result.uncovered) : new Map(),
      accepted.edits,
    );
    const { applyEdits } = await import('../sync/apply-edits.ts');
    const applied = await applyEdits(root, edits);
    const reviewed = catalogs
      ? await writeReviews(catalogs, reviewSpecs(context), write)
      : { written: [], diagnostics: [] };
    const diagnostics = [...accepted.diagnostics, ...applied.diagnostics, ...reviewed.diagnostics];
    context.report(diagnostics);
    faults = hasErrors(diagnostics) || faults;
    written.push(...applied.written, ...reviewed.written);
    if (written.length > 0) {
      project = await loadProject(root, contentFolder(context));
      result = compare(project);
      catalogs = await loadProjectCatalogs(root, readKnownYaml);
    }
  }
  if (catalogs) {
    const findings = [...result.findings, ...catalogFindings(catalogs, project.rules)];
    result = { ...result, findings: orderFindings(findings) };
  }
  const command = commandLine(context);
  const subject = { rules: project.rules, documents: project.documents.all, command, written };
  const report = describeSync(result, subject, translator);
  if (context.format === 'json') context.write(`${JSON.stringify(report, null, 2)}\n`);
  else if (context.format === 'html') context.write(formatSyncHtml(report, translator.translate));
  else if (context.format === 'markdown')
    context.write(formatSyncMarkdown(report, translator.translate, command));
  else {
    const format = { columns: columnsOf(context.io), style: context.style, command };
    const brief = options.flags.has('check');
    context.write(formatSync(report, translator.translate, { ...format, brief }));
  }
  if (faults) return exitCodes.cannotJudge;
  return report.inStep ? exitCodes.ok : exitCodes.found;
}
