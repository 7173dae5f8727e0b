import type { Condition, StepChange } from '../rules/workflow.ts';
import type { SourceReport } from './source.ts';

/** One workflow in a list. */
export interface WorkflowSummary {
  workflow: string;
  title: string;
  summary: string;
  article: string;
  /** Languages that have a page of the article, with the day of each. */
  documents: { locale: string; published?: string; path: string }[];
}

/** What `list` prints. */
export interface WorkflowList {
  locale: string;
  workflows: WorkflowSummary[];
}

/** A fact that a workflow reads. */
export interface FactReport {
  name: string;
  type: string;
  /** Every value, or the bounds of a whole number. */
  domain: string[] | { minimum: number; maximum: number } | boolean[];
  title: string;
  question: string;
  where: string;
  values: Record<string, string>;
}

/** An element of a workflow in words, with what the rule file says of it. */
export interface RuleElementReport {
  id: string;
  state: string;
  text: string;
  lang: string;
  audience?: Condition;
  when?: Condition;
  require?: Condition;
  remedy?: string[];
  subject?: string;
  effect?: string;
  changes?: StepChange;
  documented?: boolean;
  phase?: string;
  repeat?: { fact: string };
  optional?: boolean;
  reason?: string;
  variants?: { require?: Condition; effect?: string; sources: SourceReport[] }[];
  steps?: RuleElementReport[];
  sources: SourceReport[];
}

/** What `show` prints: one workflow's rules as a readable page. */
export interface WorkflowReport extends WorkflowSummary {
  locale: string;
  instead: string[];
  facts: FactReport[];
  preconditions: RuleElementReport[];
  attestations: RuleElementReport[];
  steps: RuleElementReport[];
  consequences: RuleElementReport[];
  obligations: RuleElementReport[];
  cautions: { id: string; title: string; text: string; lang: string }[];
  unencodable: RuleElementReport[];
}
