import { pathToFileURL } from 'node:url';
import type { Translate } from '../locale/translator.ts';
import type { LintReport, ReportedFinding, ReportedProblem } from './lint-report.ts';

const schema = 'https://json.schemastore.org/sarif-2.1.0.json';

/** Writes findings as a SARIF 2.1.0 log, with what was known before and what someone accepted. */
export function formatFindingsSarif(report: LintReport, translate: Translate): string {
  const checks = [...new Set(report.findings.map(({ check }) => check))];
  const log = {
    $schema: schema,
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'waymark',
            language: report.locale,
            rules: checks.map((check) => ({
              id: check,
              name: check,
              shortDescription: { text: translate(`report:check.${check}`) },
            })),
          },
        },
        columnKind: 'utf16CodeUnits',
        invocations: [
          {
            executionSuccessful: !report.problems.some(({ severity }) => severity === 'error'),
            toolExecutionNotifications: [...report.problems, ...report.removed].map(notification),
          },
        ],
        results: report.findings.map((finding) => result(finding, checks.indexOf(finding.check))),
        properties: { documents: report.documents, segments: report.segments, unchanged: report.unchanged },
      },
    ],
  };
  return `${JSON.stringify(log, null, 2)}\n`;
}

function result(finding: ReportedFinding, ruleIndex: number): object {
  const { id, group, check, severity, path, line, column, accepted, status } = finding;
  const { message, source, target, expected } = finding;
  const suppression = accepted && {
    kind: 'external',
    status: 'accepted',
    justification: `${accepted.kind}: ${accepted.why} (${accepted.by})`,
  };
  return {
    ruleId: check,
    ruleIndex,
    level: severity,
    message: { text: `${message}\n${source}\n${target}\n${expected}` },
    locations: [{ physicalLocation: physicalLocation(path, line, column) }],
    fingerprints: { 'waymarkFinding/v1': id },
    partialFingerprints: { 'waymarkSentencePair/v1': group },
    baselineState: status === 'new' ? 'new' : 'unchanged',
    ...(suppression ? { suppressions: [suppression] } : {}),
    properties: {
      article: finding.article,
      locale: finding.locale,
      segment: finding.segment,
      labels: finding.labels,
      owner: finding.owner,
      status,
    },
  };
}

function notification({ severity, code, path, line, column, message }: ReportedProblem): object {
  const location = path === undefined ? undefined : physicalLocation(path, line, column);
  return {
    descriptor: { id: code },
    level: severity === 'info' ? 'note' : severity,
    message: { text: message },
    ...(location ? { locations: [{ physicalLocation: location }] } : {}),
  };
}

function physicalLocation(path: string, line?: number, column?: number): object {
  return {
    artifactLocation: { uri: toUri(path) },
    region: { startLine: line ?? 1, startColumn: column ?? 1 },
  };
}

/** Makes a URI of a path: absolute ones of scheme `file`, others relative. */
function toUri(path: string): string {
  if (path.startsWith('/')) return pathToFileURL(path).href;
  return path.split('/').map(encodeURIComponent).join('/');
}
