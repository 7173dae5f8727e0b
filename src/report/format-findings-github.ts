import { stripControls } from '../diagnostic/visible-text.ts';
import { groupFindings, newFindings } from './group-findings.ts';
import type { LintReport, ReportedFinding, ReportedProblem, ReportedRemoval } from './lint-report.ts';

/** Writes new findings, and what could not be read, as workflow commands of GitHub Actions; each has a line. */
export function formatFindingsGithub(report: LintReport, maxItems = 0): string {
  const groups = groupFindings(newFindings(report.findings));
  const shown = maxItems > 0 ? groups.slice(0, maxItems) : groups;
  const problems = report.problems.filter(({ severity }) => severity !== 'info');
  const lines = [
    ...problems.map(problemCommand),
    ...report.removed.map(removalCommand),
    ...shown.map(({ finding }) => findingCommand(finding)),
  ];
  return lines.map((line) => `${line}\n`).join('');
}

function findingCommand({
  severity,
  path,
  line,
  column,
  check,
  message,
  expected,
  source,
  target,
}: ReportedFinding): string {
  const text = `${message}\n${source}\n${target}\n${expected}`;
  return command(severity, { file: path, line, col: column, title: check }, text);
}

function problemCommand({ severity, path, line, column, code, message }: ReportedProblem): string {
  const place = { ...(path === undefined ? {} : { file: path }), line: line ?? 1, col: column ?? 1 };
  return command(severity === 'error' ? 'error' : 'warning', { ...place, title: code }, message);
}

function removalCommand({ severity, path, code, message }: ReportedRemoval): string {
  return command(
    severity === 'warning' ? 'warning' : 'notice',
    { file: path, line: 1, title: code },
    message,
  );
}

function command(name: string, properties: Record<string, string | number>, message: string): string {
  const list = Object.entries(properties).map(([key, value]) => `${key}=${escapeProperty(String(value))}`);
  return `::${name} ${list.join(',')}::${escapeData(message)}`;
}

/** Escapes what stands after the second `::`, by the runner's rules. */
function escapeData(text: string): string {
  return stripControls(text).replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
