import { compareText } from '../diagnostic/diagnostic.ts';
import { bearsRule } from '../sync/finding.ts';
import type { Owner, ReportedFinding } from './lint-report.ts';

/** The same finding in the same sentence pair, on however many pages. */
export interface FindingGroup {
  /** The first of them, which stands for all. */
  finding: ReportedFinding;
  /** Every place, the first included, in the order of paths. */
  places: ReportedFinding[];
  /** Number of different pages. */
  pages: number;
}

/** The owners in the order that reports show them. */
export const owners: readonly Owner[] = ['rule-owner', 'translator', 'writer'];

/**
 * Joins findings of the same sentence pair and ranks them: errors first, then sentences that carry a rule, then what
 * stands on more pages, then by place.
 */
export function groupFindings(findings: readonly ReportedFinding[]): FindingGroup[] {
  const byGroup = new Map<string, ReportedFinding[]>();
  for (const finding of findings) {
    const key = `${finding.group} ${finding.locale}`;
    const known = byGroup.get(key);
    if (known) known.push(finding);
    else byGroup.set(key, [finding]);
  }
  const groups = [...byGroup.values()].flatMap((members): FindingGroup[] => {
    const places = members.toSorted(comparePlaces);
    // Where the same sentence carries a rule on one page and not on another, the heavier one speaks for both.
    const finding = places.find((place) => bearsRule(place)) ?? places[0];
    return finding ? [{ finding, places, pages: new Set(places.map(({ path }) => path)).size }] : [];
  });
  return groups.toSorted(
    (a, b) => rank(b.finding) - rank(a.finding) || b.pages - a.pages || comparePlaces(a.finding, b.finding),
  );
}

/** Splits ranked groups by who acts on them, those without work left out. */
export function groupsByOwner(groups: readonly FindingGroup[]): { owner: Owner; groups: FindingGroup[] }[] {
  return owners
    .map((owner) => ({ owner, groups: groups.filter(({ finding }) => finding.owner === owner) }))
    .filter(({ groups: own }) => own.length > 0);
}

/** Gives the findings that are open and new: what a reader is to look at. */
export function newFindings(findings: readonly ReportedFinding[]): ReportedFinding[] {
  return findings.filter(({ status }) => status === 'new');
}

function rank(finding: ReportedFinding): number {
  return (finding.severity === 'error' ? 2 : 0) + (bearsRule(finding) ? 1 : 0);
}

function comparePlaces(a: ReportedFinding, b: ReportedFinding): number {
  return (
    compareText(a.path, b.path) || a.line - b.line || a.column - b.column || compareText(a.check, b.check)
  );
}
