import type { Finding } from '../sync/finding.ts';
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
  /** This run and the one before it, where a trend is kept. */
  trend?: { current: TrendEntry; previous?: TrendEntry };
}
