import { resolve } from 'node:path';
import { hasErrors, type Diagnostic } from '../diagnostic/diagnostic.ts';
import { labelReader } from '../extract/classify-document.ts';
import { loadCues } from '../extract/load-cues.ts';
import { readPage } from '../project/read-page.ts';
import { writeOutput } from './write-output.ts';
import { describeRemovals } from '../report/describe-removals.ts';
import { describeFindings, describeProblems } from '../report/describe-findings.ts';
import type { LintReport, ReportedFinding } from '../report/lint-report.ts';
import { fidelityChecks, pageChecks, versionChecks } from '../sync/finding.ts';
import { loadLanguages } from '../sync/fidelity/load-languages.ts';
import { formatBaseline } from '../sync/lint/baseline.ts';
import { AcceptedPages, judgeAcceptances } from '../sync/lint/judge-acceptances.ts';
import { lintPages, type LintRun } from '../sync/lint/lint-pages.ts';
import { countFindings, formatTrendEntry, type TrendEntry } from '../sync/lint/trend.ts';
import { type CommandContext, exitCodes } from './command.ts';
import { formatLint } from './lint-format.ts';
import { readLintInputs, type LintInputs } from './lint-inputs.ts';
import { type LintSettings, readLintSettings } from './lint-settings.ts';
import { readLostPins } from './lost-pins.ts';

/** Checks translations against their sources; 1 where a new finding weighs enough, 2 where something was not checked. */
export async function run(context: CommandContext): Promise<number> {
  const { settings, diagnostics } = readLintSettings(context);
  const inputs = settings && (await readLintInputs(settings, context, diagnostics));
  if (!settings || !inputs) {
    context.report(diagnostics);
    return exitCodes.cannotJudge;
  }
  const cues = await loadCues();
  const pages = new AcceptedPages(inputs.acceptances);
  const found = await lintPages(settings.paths, {
    cwd: context.io.cwd,
    languages: await loadLanguages(),
    read: readPage,
    label: (page) => ({ get: labelReader(page, { side: 'both', cues }) }),
    ...(inputs.base ? { base: inputs.base } : {}),
    ...(inputs.since ? { since: inputs.since } : {}),
    onPage: (page) => pages.add(page),
  });
  diagnostics.push(...found.diagnostics, ...emptyRun(found));
  const judged = judgeAcceptances(inputs.acceptances, found.findings, pages, {
    today: settings.date,
    ran: checksThatRan(settings),
    whole: settings.since === undefined && settings.checks === undefined,
  });
  diagnostics.push(...judged.diagnostics);

  const { translate, locale } = context.translator;
  const known =
    inputs.baseline || inputs.since ? new Set([...(inputs.baseline ?? []), ...found.earlier]) : undefined;
  const standing = { accepted: judged.holding, ...(known ? { known } : {}) };
  const wanted = found.findings.filter(
    ({ check, severity }) =>
      (settings.checks?.has(check) ?? true) && (settings.severity === 'warning' || severity === 'error'),
  );
  const findings = describeFindings(wanted, standing, translate);
  const trend = keepsTrend(inputs, settings, found, findings);
  diagnostics.push(...(await writeFiles(settings, inputs, findings, trend?.current, context.io.cwd)));
  const removed = describeRemovals(found.removed, await readLostPins(found.removed, context), translate);
  const report: LintReport = {
    locale,
    documents: found.documents,
    segments: found.segments,
    unchanged: found.unchanged,
    findings,
    problems: describeProblems(diagnostics, translate),
    removed,
    ...(trend ? { trend } : {}),
  };
  context.report(diagnostics.filter(({ severity }) => severity !== 'info'));
  context.write(formatLint(report, context, settings.maxItems));
  if (hasErrors(diagnostics)) return exitCodes.cannotJudge;
  const failed =
    findings.some((finding) => fails(finding, settings.failOn)) ||
    (settings.failOn === 'warning' && removed.some(({ severity }) => severity === 'warning'));
  return failed ? exitCodes.found : exitCodes.ok;
}

function fails({ status, severity }: ReportedFinding, failOn: LintSettings['failOn']): boolean {
  return status === 'new' && failOn !== 'never' && (failOn === 'warning' || severity === 'error');
}

/** Nothing to check is no pass; that no page has changed, or that all are gone, is an answer. */
function emptyRun({ documents, unchanged, removed, pairs, diagnostics }: LintRun): Diagnostic[] {
  const answered = documents === 0 && unchanged + removed.length > 0;
  if (pairs > 0 || hasErrors(diagnostics) || answered) return [];
  return [{ code: 'nothing-to-check', severity: 'error' }];
}

function checksThatRan({ checks, base }: LintSettings): Set<string> {
  const all = [...fidelityChecks, ...pageChecks, ...(base === undefined ? [] : versionChecks)];
  return new Set(all.filter((name) => checks?.has(name) ?? true));
}

function keepsTrend(
  inputs: LintInputs,
  { trend, date }: LintSettings,
  { documents, segments }: LintRun,
  findings: readonly ReportedFinding[],
): { current: TrendEntry; previous?: TrendEntry } | undefined {
  if (trend === undefined) return undefined;
  const previous = inputs.trend?.entries.at(-1);
  const current = countFindings(findings, { date, documents, segments });
  return { current, ...(previous ? { previous } : {}) };
}

async function writeFiles(
  { writeBaseline, trend }: LintSettings,
  inputs: LintInputs,
  findings: readonly ReportedFinding[],
  entry: TrendEntry | undefined,
  cwd: string,
): Promise<Diagnostic[]> {
  const written: (Diagnostic | undefined)[] = [];
  if (writeBaseline !== undefined) {
    const open = findings.filter(({ status }) => status !== 'accepted');
    written.push(writeOutput(resolve(cwd, writeBaseline), formatBaseline(open), writeBaseline));
  }
  if (trend !== undefined && entry) {
    const kept = inputs.trend?.text ?? '';
    const text = `${kept}${kept === '' || kept.endsWith('\n') ? '' : '\n'}${formatTrendEntry(entry)}`;
    written.push(writeOutput(resolve(cwd, trend), text, trend));
  }
  return written.filter((diagnostic) => diagnostic !== undefined);
}
