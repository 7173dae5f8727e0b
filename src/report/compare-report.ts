import type { Verdict } from '../engine/decision.ts';
import type { Condition, FactValue } from '../rules/workflow.ts';
import type { SourceReport } from './source.ts';

/** What one language's pages state of an element that makes a difference. */
export interface StatementComparison {
  locale: string;
  element: string;
  /** The element in the reader's words. */
  text: string;
  lang: string;
  /** False where the pages do not state the element. */
  stated: boolean;
  require?: Condition;
  sources: SourceReport[];
}

/** Cases that the pages of two languages lead to different verdicts in. */
export interface DifferenceReport {
  /** Preconditions that are violated on the side that blocks. */
  elements: string[];
  /** By language. */
  verdicts: Record<string, Verdict>;
  /** The smallest such case: a value for every fact that either side reads. */
  witness: { facts: Record<string, FactValue> };
  /** The case that both allow and that is nearest to the witness; null where they allow none in common. */
  nearest: { facts: Record<string, FactValue> } | null;
  /** Facts in which the witness differs from it. */
  changed: string[];
  statements: StatementComparison[];
}

/** One workflow by the pages of two languages. */
export interface WorkflowComparisonReport {
  workflow: string;
  title: string;
  between: [string, string];
  /** Whether any page of the language documents the workflow, by language. */
  documented: Record<string, boolean>;
  /** False where the rules distinguish too many cases. */
  compared: boolean;
  differences: DifferenceReport[];
}

/** What `compare` prints for all workflows. */
export interface CompareReport {
  locale: string;
  between: [string, string];
  workflows: WorkflowComparisonReport[];
}
