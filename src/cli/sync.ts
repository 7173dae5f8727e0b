import { realpathSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Document } from '../content/document.ts';
import { readBase } from '../sync/read-base.ts';
import { type Diagnostic, hasErrors } from '../diagnostic/diagnostic.ts';
import { classifyDocument } from '../extract/classify-document.ts';
import { loadCues } from '../extract/load-cues.ts';
import { loadProject, type Project } from '../project/load-project.ts';
import { describeSync } from '../report/describe-sync.ts';
import { formatSync } from '../report/format-sync.ts';
import { formatSyncMarkdown } from '../report/format-sync-markdown.ts';
import { formatSyncHtml } from '../report/html/format-sync-html.ts';
import { applyEdits, type WrittenFile } from '../sync/apply-edits.ts';
import { loadLanguages } from '../sync/fidelity/load-languages.ts';
import {
  type Acceptance,
  acceptedEdits,
  certainEdits,
  joinEdits,
  parseAcceptance,
  unaccountedSentences,
} from '../sync/pins/accept.ts';
import type { LabelsOf } from '../sync/pins/page-findings.ts';
import { parseReviewSpec } from '../sync/review/check-review.ts';
import { catalogFindings, loadProjectCatalogs, writeReviews } from '../sync/sync-catalogs.ts';
import { orderFindings } from '../sync/sync-finding.ts';
import { type SyncInput, syncRules } from '../sync/sync-rules.ts';
import { type CommandContext, exitCodes } from './command.ts';
import { columnsOf } from './io.ts';
import { reportProject } from './project-diagnostics.ts';

/** Compares rules with pages and translations, and writes what is certain or decided when asked to. */
export async function run(context: CommandContext): Promise<number> {
  const { options, root, translator } = context;
  const acceptances = readAcceptances(context);
  if (!acceptances) return exitCodes.cannotJudge;
  let project = await context.project();
  let faults = reportProject(project, context);
  if (project.rules.workflows.size === 0) {
    context.report([{ code: 'no-workflows', severity: 'error', path: 'rules' }]);
    return exitCodes.cannotJudge;
  }
  // Nothing to compare with is no agreement.
  if (project.documents.all.length === 0) return exitCodes.cannotJudge;
  const base = await baseDocuments(context);
  faults = hasErrors(base.diagnostics) || faults;
  context.report(base.diagnostics);

  const input: Omit<SyncInput, 'rules' | 'documents'> = {
    base: base.documents,
    languages: loadLanguages(),
    labelsOf: await labelReader(),
  };
  const compare = (of: Project): ReturnType<typeof syncRules> =>
    syncRules({ rules: of.rules, documents: of.documents, ...input });
  let catalogs = await loadProjectCatalogs(root);
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
      catalogs = await loadProjectCatalogs(root);
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

/** Reads `--accept`; what is wrong is reported and gives undefined. */
function readAcceptances(context: CommandContext): Acceptance[] | undefined {
  const { values, flags, positionals } = context.options;
  const diagnostics: Diagnostic[] = positionals.map((found) => ({
    code: 'unexpected-argument',
    severity: 'error',
    values: { found },
  }));
  const acceptances: Acceptance[] = [];
  for (const spec of values.get('accept') ?? []) {
    if (parseReviewSpec(spec)) continue;
    const read = parseAcceptance(spec);
    if ('code' in read) diagnostics.push(read);
    else acceptances.push(read);
  }
  const writes = flags.has('write') ? '--write' : values.has('accept') ? '--accept' : undefined;
  if (flags.has('check') && writes !== undefined) {
    const found = { found: '--check', other: writes };
    diagnostics.push({ code: 'options-exclude-each-other', severity: 'error', values: found });
  }
  context.report(diagnostics);
  return diagnostics.length > 0 ? undefined : acceptances;
}

/** Lists the translations that decisions speak of. */
function reviewSpecs(context: CommandContext): string[] {
  return (context.options.values.get('accept') ?? []).filter((spec) => parseReviewSpec(spec));
}

/** Reads the earlier pages: those of `--base`, else, with `--content`, the project's own. */
async function baseDocuments(
  context: CommandContext,
): Promise<{ documents: Document[]; diagnostics: Diagnostic[] }> {
  const { options, io, root } = context;
  const [base] = options.values.get('base') ?? [];
  const own = join(root, 'content');
  const content = contentFolder(context)?.folder;
  if (base === undefined && (content === undefined || isSame(content, own)))
    return { documents: [], diagnostics: [] };
  const { results, diagnostics } = await readBase(base ?? own, io.cwd, content ?? own);
  const documents = results.flatMap((each) => ('document' in each ? [each.document] : []));
  // Of the pages that nobody named, faults say nothing about what is compared.
  if (base === undefined) return { documents, diagnostics: [] };
  const errors = results.flatMap((each) => ('error' in each ? [each.error] : []));
  return { documents, diagnostics: [...diagnostics, ...errors] };
}

function contentFolder({ options, io }: CommandContext): { folder: string; shownFrom: string } | undefined {
  const [content] = options.values.get('content') ?? [];
  return content === undefined ? undefined : { folder: resolve(io.cwd, content), shownFrom: io.cwd };
}

function isSame(a: string, b: string): boolean {
  try {
    return realpathSync(a) === realpathSync(b);
  } catch {
    return false;
  }
}

/** English is labelled most surely; a plain page has only its own language. */
function sideOf(document: Document): 'source' | 'target' {
  return document.segments.some(({ source }) => source !== undefined) ? 'source' : 'target';
}

async function labelReader(): Promise<LabelsOf> {
  const cues = await loadCues();
  const known = new Map<Document, ReadonlyMap<string, readonly string[]>>();
  return (document) => {
    const labels =
      known.get(document) ??
      new Map(
        classifyDocument(document, { side: sideOf(document), cues }).segments.map(({ id, labels: found }) => [
          id,
          found,
        ]),
      );
    known.set(document, labels);
    return labels;
  };
}

/** Gives the command line that answers are added to, with what it was called with but the answers. */
function commandLine({ options }: CommandContext): string {
  const kept = ['project', 'content', 'base'].flatMap((name) =>
    (options.values.get(name) ?? []).map(
      (value) =>
        `--${name} ${/^[\w@%+=:,./-]+$/u.test(value) ? value : `'${value.replaceAll("'", String.raw`'\''`)}'`}`,
    ),
  );
  return ['waymark sync', ...kept].join(' ');
}
