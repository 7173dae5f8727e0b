import type { Diagnostic } from '../diagnostic/diagnostic.ts';
import { compareDiagnostics } from '../diagnostic/diagnostic.ts';
import { stripControls } from '../diagnostic/visible-text.ts';
import type { Translate } from '../locale/translator.ts';
import { bearsRule, type FindingStatus, type FindingValue, versionChecks } from '../sync/finding.ts';
import type { Acceptance } from '../sync/lint/acceptances.ts';
import { findWord } from './mark-words.ts';
import { plainText } from './words.ts';
import type { Owner, ReportedFinding, ReportedProblem } from './lint-report.ts';

/** What is already known of findings. */
export interface Standing {
  /** Ids or groups of findings that were there before; undefined where nothing was compared. */
  known?: ReadonlySet<string>;
  /** Acceptances that hold, by id of the finding. */
  accepted: ReadonlyMap<string, Acceptance>;
}

/** Puts findings into words and tells what is new and who acts on it. */
export function describeFindings(
  findings: readonly FindingValue[],
  { known, accepted }: Standing,
  translate: Translate,
): ReportedFinding[] {
  return findings.map((finding) => {
    const { code, values, ...rest } = finding;
    const acceptance = accepted.get(finding.id);
    const seen = known?.has(finding.id) === true || known?.has(finding.group) === true;
    const status: FindingStatus = acceptance ? 'accepted' : seen ? 'known' : 'new';
    const catalog = isVersionCheck(finding) ? 'report:version-check' : 'lint';
    const shown = { ...values, ...differenceWord(values, translate) };
    return {
      ...rest,
      path: stripControls(finding.path),
      source: stripControls(finding.source),
      target: stripControls(finding.target),
      message: stripControls(translate(messageKey(catalog, 'message', code), shown)),
      expected: stripControls(translate(messageKey(catalog, 'expected', code), shown)),
      status,
      owner: ownerOf(finding),
      ...marksOf(finding),
      ...(acceptance
        ? {
            accepted: {
              kind: acceptance.kind,
              ...(acceptance.until === undefined ? {} : { until: acceptance.until }),
              by: stripControls(acceptance.by),
              why: stripControls(acceptance.why),
            },
          }
        : {}),
    };
  });
}

/** Puts diagnostics into words for the report. */
export function describeProblems(
  diagnostics: readonly Diagnostic[],
  translate: Translate,
): ReportedProblem[] {
  return diagnostics.toSorted(compareDiagnostics).map(({ severity, code, path, at, values }) => ({
    severity,
    code,
    ...(path === undefined ? {} : { path: stripControls(path) }),
    ...(at ? { line: at.line, column: at.column } : {}),
    message: stripControls(translate(`diagnostics:code.${code}`, values)),
  }));
}

/**
 * Tells who acts: what moved under a rule is for who keeps the rules; links and structure come with the page that
 * was handed to translation; the rest is a matter of the translation.
 */
function ownerOf(finding: FindingValue): Owner {
  if (isVersionCheck(finding) && bearsRule(finding)) return 'rule-owner';
  return finding.check === 'link' || finding.check === 'structure' ? 'writer' : 'translator';
}

function isVersionCheck({ check }: FindingValue): boolean {
  return (versionChecks as readonly string[]).includes(check);
}

function messageKey(catalog: string, field: 'message' | 'expected', code: string): string {
  return catalog.includes(':') ? `${catalog}.${field}.${code}` : `${catalog}:${field}.${code}`;
}

/** Finds the values of a defect in the texts, for reports that can mark them. */
function marksOf({ values, source, target }: FindingValue): Pick<ReportedFinding, 'marks'> {
  const pieces = Object.values(values).filter((value) => typeof value === 'string');
  const found = (text: string): string[] => pieces.filter((piece) => findWord(plainText(text), piece) >= 0);
  const marks = { source: found(source), target: found(target) };
  return marks.source.length + marks.target.length > 0 ? { marks } : {};
}

function differenceWord(
  { difference }: FindingValue['values'],
  translate: Translate,
): Record<string, string> {
  return difference === undefined ? {} : { difference: translate(`report:check.${difference}`) };
}
