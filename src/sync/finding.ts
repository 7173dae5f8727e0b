import { createHash } from 'node:crypto';
import { compareText, type DiagnosticValues } from '../diagnostic/diagnostic.ts';
import { digestText } from '../content/digest.ts';

/** The checks on whether a translation says what its source says. */
export const fidelityChecks = [
  'polarity',
  'modality',
  'deadline',
  'actor',
  'number',
  'identifier',
  'order',
  'scope',
] as const;

/** The other checks on one page. */
export const pageChecks = [
  'untranslated',
  'label-inconsistent',
  'emphasis',
  'list-label',
  'link',
  'placeholder',
  'structure',
] as const;

/** The checks against an earlier version of the page. */
export const versionChecks = ['stale-target', 'retranslated'] as const;

export type FidelityCheckName = (typeof fidelityChecks)[number];
export type PageCheckName = (typeof pageChecks)[number];
export type VersionCheckName = (typeof versionChecks)[number];
export type CheckName = FidelityCheckName | PageCheckName | VersionCheckName;

/** `error` is for what was measured to be right at least eight times of ten; `warning` is worth a look. */
export type FindingSeverity = 'error' | 'warning';

/** What one check found in one sentence pair, before it is tied to its place. */
export interface Defect {
  check: CheckName;
  /** What exactly is wrong; catalog `lint` has `message.<code>` and `expected.<code>`. */
  code: string;
  severity: FindingSeverity;
  /** What the message names: pieces of source or target, numbers. */
  values: DiagnosticValues;
}

/** A defect with its place: a pure value, from which a message is made in the reader's language. */
export interface FindingValue extends Defect {
  /** Digests check, article, source and target; never the segment id, which changes with every version. */
  id: string;
  article: string;
  locale: string;
  path: string;
  line: number;
  column: number;
  segment: string;
  source: string;
  target: string;
  /** Labels that extraction gave the segment; empty where none were given. */
  labels: readonly string[];
  /** Digests check, source and target: the same on all pages that have the sentence pair. */
  group: string;
}

/** What became of a finding, seen against a baseline and acceptances. */
export type FindingStatus = 'new' | 'known' | 'accepted';

/** A finding as `lint` gives it: the value with its sentences in one language, and its status. */
export interface Finding extends Omit<FindingValue, 'code' | 'values'> {
  message: string;
  expected: string;
  status: FindingStatus;
}

/** Where a defect was found. */
export type FindingPlace = Pick<
  FindingValue,
  'article' | 'locale' | 'path' | 'line' | 'column' | 'segment' | 'source' | 'target' | 'labels'
>;

/** Ties a defect to its place and gives it its id and group. */
export function makeFinding(defect: Defect, place: FindingPlace): FindingValue {
  const pair = [defect.check, digestText(place.source), digestText(place.target)] as const;
  return { ...defect, ...place, id: findingId(...pair, place.article), group: digestParts(pair) };
}

/** Gives the id of a finding from the digests of its two texts. */
export function findingId(check: string, source: string, target: string, article: string): string {
  return digestParts([check, source, target, article]);
}

/** Digests several strings so that no two lists of strings share what is digested. */
function digestParts(parts: readonly string[]): string {
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 16);
}

/** Labels of sentences that carry a rule. */
const ruleLabels = new Set(['precondition', 'consequence', 'obligation']);

/** Tells whether a finding stands in a sentence that carries a rule: those weigh more. */
export function bearsRule(finding: Pick<FindingValue, 'labels'>): boolean {
  return finding.labels.some((label) => ruleLabels.has(label));
}

/** Orders findings for a person: errors first, then sentences that carry a rule, then fidelity, then by place. */
export function compareFindings(a: FindingValue, b: FindingValue): number {
  return (
    weight(b) - weight(a) ||
    compareText(a.path, b.path) ||
    a.line - b.line ||
    a.column - b.column ||
    compareText(a.check, b.check) ||
    compareText(a.code, b.code)
  );
}

function weight(finding: FindingValue): number {
  const fidelity = (fidelityChecks as readonly string[]).includes(finding.check);
  return (finding.severity === 'error' ? 4 : 0) + (bearsRule(finding) ? 2 : 0) + (fidelity ? 1 : 0);
}
