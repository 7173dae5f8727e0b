import type { Finding } from '../sync/finding.ts';
import type { RemovedPage } from '../sync/lint/removed-pages.ts';
import type { TrendEntry } from '../sync/lint/trend.ts';

/** Who acts on a finding: who translates, who writes the page, or who keeps the rules. */
export type Owner = 'translator' | 'writer' | 'rule-owner';

/** A finding with who acts on it and, where someone accepted it, on what grounds. */
export interface ReportedFinding extends Finding {
  owner: Owner;
  /** Pieces of the two texts that the finding is about, as they stand there. */
  marks?: { source: string[]; target: string[] };
  accepted?: { kind: string; until?: string; by: string; why: string };
}

/** Something that is wrong with a page, a file or an option, in words. */
export interface ReportedProblem {
  severity: 'error' | 'warning' | 'info';
  code: string;
  path?: string;
  line?: number;
  column?: number;
  message: string;
}

/** A page that is no longer at its path, in words. */
export interface ReportedRemoval extends RemovedPage {
  /** `warning` where rules rest on it, else `info`. */
  severity: 'warning' | 'info';
  code: 'page-deleted' | 'page-renamed';
  /** The rule elements that were pinned to it and have lost their sentences, as `workflow/element`. */
  elements: string[];
  message: string;
}

/** What `lint` gives as JSON, and all that its reporters know. */
export interface LintReport {
  /** Language of the sentences in it. */
  locale: string;
  documents: number;
  segments: number;
  /** Pages left out because they have not changed since the revision asked for. */
  unchanged: number;
  /** What matters most first. */
  findings: ReportedFinding[];
  problems: ReportedProblem[];
  /** Pages that the version compared with has and that are no longer at their path. */
  removed: ReportedRemoval[];
  /** This run and the one before it, where a trend is kept. */
  trend?: { current: TrendEntry; previous?: TrendEntry };
}
