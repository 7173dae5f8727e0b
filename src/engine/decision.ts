import type { ResolvedPin } from '../rules/pin-state.ts';
import type { Condition, FactValue, Step, StepChange } from '../rules/workflow.ts';

/** The answer of a decision. */
export type Verdict = 'allowed' | 'blocked' | 'unknown';

/** How one precondition stands. */
export type PreconditionStatus = 'satisfied' | 'violated' | 'unknown' | 'not-applicable';

/** Whether something follows or is due in this case. */
export type Applies = 'yes' | 'no' | 'unknown';

/** One precondition with what it was judged by. */
export interface PreconditionResult {
  id: string;
  status: PreconditionStatus;
  /** The condition that was evaluated: the one in force, or the one that a locale's pages state. */
  require: Condition;
  /** Values of the facts that the condition and its audience read. */
  facts: Record<string, FactValue>;
  /** Facts that they read and that are missing. */
  missing: string[];
  /** Ids of the steps that make it hold. */
  remedy: string[];
  sources: ResolvedPin[];
  /** Statements of pages that say it differently. */
  variants: ResolvedPin[];
}

/** An element that follows, is due or is to be confirmed. */
export interface ElementResult {
  id: string;
  applies: Applies;
  sources: ResolvedPin[];
}

/** A step of the plan. */
export interface PlanStep {
  id: string;
  changes: StepChange;
  documented: boolean;
  /** How often to do it: once for each of what the fact counts; no count where the fact is missing. */
  repeat?: { fact: string; count?: number };
  /** Ids of the smaller steps, in order. */
  steps: string[];
  /** The violated precondition that asks for it. */
  remedies: string;
  sources: ResolvedPin[];
}

/** A step of carrying the workflow out, with the smaller ones it is made of. */
export interface StepResult {
  id: string;
  applies: Applies;
  phase: Step['phase'];
  changes: StepChange;
  documented: boolean;
  optional: boolean;
  repeat?: { fact: string; count?: number };
  steps: StepResult[];
  sources: ResolvedPin[];
}

/** A statement of another edition, or of another article, that says otherwise. */
export type Disagreement =
  | {
      kind: 'precondition';
      element: string;
      /** What the other statement requires, and the verdict that it would lead to. */
      require: Condition;
      verdict: Verdict;
      sources: ResolvedPin[];
      /** Statements of the condition in force. */
      against: ResolvedPin[];
    }
  | {
      kind: 'consequence';
      element: string;
      subject: string;
      effect: string;
      /** Where the other effect is stated: this workflow's other edition, or another workflow. */
      other: { workflow: string; element: string; effect: string };
      sources: ResolvedPin[];
      against: ResolvedPin[];
    };

/** The whole answer to "may this be done", in ids; words are added by report/. */
export interface Decision {
  workflow: string;
  article: string;
  verdict: Verdict;
  /** True where only one locale's pages were believed. */
  hypothetical: boolean;
  /** Language whose pages alone were believed. */
  asDocumented?: string;
  preconditions: PreconditionResult[];
  consequences: ElementResult[];
  obligations: ElementResult[];
  attestations: ElementResult[];
  /** Ids of the advisories that apply. */
  cautions: string[];
  unencodable: { id: string; reason: string; sources: ResolvedPin[] }[];
  disagreements: Disagreement[];
  /** What would turn `blocked` into `allowed`, in order. */
  plan: PlanStep[];
  /** How the workflow is carried out once it is allowed, and what may be done afterwards, in order. */
  steps: StepResult[];
  /** Missing facts that could still violate a precondition, the one that settles most first. */
  needs: string[];
  /** Elements with pins that are not fresh. */
  outOfStep: { id: string; sources: ResolvedPin[] }[];
  /** The workflow that fits where this one is for other people. */
  instead?: string;
}
