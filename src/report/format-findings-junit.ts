import type { Translate } from '../locale/translator.ts';
import type { LintReport, ReportedFinding, ReportedProblem } from './lint-report.ts';
import { escapeXml, xmlAttributes } from './xml.ts';

/**
 * Writes findings as JUnit XML, a suite per page. New errors fail, warnings and pages that are gone pass with their text, known and accepted
 * findings are skipped; what could not be checked is an error.
 */
export function formatFindingsJunit(report: LintReport, translate: Translate): string {
  const byPath = new Map<string, ReportedFinding[]>();
  for (const finding of report.findings)
    byPath.set(finding.path, [...(byPath.get(finding.path) ?? []), finding]);
  const errors = report.problems.filter(({ severity }) => severity === 'error');
  const suites = [
    summarySuite(report, errors, translate),
    ...[...byPath].map(([path, findings]) => pageSuite(path, findings, translate)),
  ];
  const count = (pattern: RegExp): number => suites.join('').match(pattern)?.length ?? 0;
  const totals = xmlAttributes({
    name: 'waymark lint',
    tests: count(/<testcase /gu),
    failures: count(/<failure /gu),
    errors: count(/<error /gu),
    skipped: count(/<skipped /gu),
  });
  return `<?xml version="1.0" encoding="UTF-8"?>\n<testsuites${totals}>\n${suites.join('')}</testsuites>\n`;
}

function summarySuite(report: LintReport, errors: readonly ReportedProblem[], translate: Translate): string {
  const name = `${translate('report:count.documents', { count: report.documents })}, ${translate('report:count.segments', { count: report.segments })}`;
  const cases = errors.map(({ code, message, path, line, column }) => {
    const place = path === undefined ? '' : `${path}:${line ?? 1}:${column ?? 1}: `;
    const attributes = xmlAttributes({ name: `${place}${code}`, classname: 'waymark', file: path, line });
    return `    <testcase${attributes}>\n      <error${xmlAttributes({ type: code, message })}/>\n    </testcase>\n`;
  });
  const removed = report.removed.map(({ code, path, message }) => {
    const attributes = xmlAttributes({ name: `${path}: ${code}`, classname: 'waymark', file: path });
    return `    <testcase${attributes}>\n      <system-out>${escapeXml(message)}</system-out>\n    </testcase>\n`;
  });
  const pass = `    <testcase${xmlAttributes({ name, classname: 'waymark' })}/>\n`;
  return suite('waymark', [...(errors.length > 0 ? cases : [pass]), ...removed]);
}

function pageSuite(path: string, findings: readonly ReportedFinding[], translate: Translate): string {
  return suite(
    path,
    findings.map((finding) => {
      const { check, line, segment, article, locale } = finding;
      const attributes = xmlAttributes({
        name: `${check} ${segment} (${path}:${line})`,
        classname: `${article}.${locale}`,
        file: path,
        line,
      });
      return `    <testcase${attributes}>\n${outcome(finding, translate)}    </testcase>\n`;
    }),
  );
}

function outcome(finding: ReportedFinding, translate: Translate): string {
  const { message, source, target, expected, severity, check, status, accepted } = finding;
  const body = escapeXml(`${message}\n${source}\n${target}\n${translate('report:expected')} ${expected}`);
  if (status !== 'new') {
    const why = accepted ? `${accepted.kind}: ${accepted.why} (${accepted.by})` : status;
    return `      <skipped${xmlAttributes({ message: why })}/>\n      <system-out>${body}</system-out>\n`;
  }
  if (severity === 'warning') return `      <system-out>${body}</system-out>\n`;
  return `      <failure${xmlAttributes({ type: check, message })}>${body}</failure>\n`;
}

function suite(name: string, cases: readonly string[]): string {
  const count = (pattern: RegExp): number => cases.filter((each) => pattern.test(each)).length;
  const attributes = xmlAttributes({
    name,
    tests: cases.length,
    failures: count(/<failure /u),
    errors: count(/<error /u),
    skipped: count(/<skipped /u),
  });
  return `  <testsuite${attributes}>\n${cases.join('')}  </testsuite>\n`;
}
