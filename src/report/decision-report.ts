import type { Condition, FactValue, StepChange } from '../rules/workflow.ts';
import type { Applies, PreconditionStatus, Verdict } from '../engine/decision.ts';
import type { SourceReport } from './source.ts';

/** One precondition in words. */
export interface PreconditionReport {
  id: string;
  status: PreconditionStatus;
  facts: Record<string, FactValue>;
  /** Where each value came from, by fact. */
  origins: Record<string, string>;
  missing: string[];
  title: string;
  message: string;
  /** Language of `title` and `message`. */
  lang: string;
  /** Said where the reader's page lacks a condition that decides. */
  note?: string;
  remedy: string[];
  sources: SourceReport[];
}

/** A consequence, obligation or attestation in words. */
export interface ElementReport {
  id: string;
  applies: Applies;
  message: string;
  lang: string;
  sources: SourceReport[];
}

/** A step of the plan in words. */
export interface PlanStepReport {
  id: string;
  text: string;
  lang: string;
  changes: StepChange;
  documented: boolean;
  repeat?: { fact: string; count?: number };
  steps: { id: string; text: string; lang: string }[];
  sources: SourceReport[];
}

/** A step of carrying the workflow out, in words. */
export interface StepReport {
  id: string;
  text: string;
  lang: string;
  applies: Applies;
  phase: 'remedy' | 'perform' | 'afterwards';
  changes: StepChange;
  documented: boolean;
  optional: boolean;
  repeat?: { fact: string; count?: number };
  steps: StepReport[];
  sources: SourceReport[];
}

/** A disagreement in words. */
export interface DisagreementReport {
  kind: 'precondition' | 'consequence';
  element: string;
  message: string;
  /** The verdict that the other statement would lead to, for a precondition. */
  verdict?: Verdict;
  require?: Condition;
  other?: { workflow: string; element: string; effect: string };
  /** Days of the other statements' editions and of those in force. */
  published: string[];
  against: string[];
  sources: SourceReport[];
}

/** A document that a decision rests on. */
export interface BasisDocument {
  locale: string;
  article: string;
  path: string;
  title?: string;
  published?: string;
  url?: string;
}

/** One decision with its words: what `check --format json` prints and every other format is made from. */
export interface DecisionReport {
  workflow: string;
  title: string;
  locale: string;
  verdict: Verdict;
  hypothetical: boolean;
  asDocumented?: string;
  instead?: string;
  preconditions: PreconditionReport[];
  consequences: ElementReport[];
  obligations: ElementReport[];
  attestations: ElementReport[];
  cautions: {
    id: string;
    title: string;
    message: string;
    lang: string;
    seen: { url: string; date?: string; note?: string }[];
  }[];
  unencodable: { id: string; message: string; lang: string; reason: string; sources: SourceReport[] }[];
  disagreements: DisagreementReport[];
  plan: PlanStepReport[];
  steps: StepReport[];
  needs: string[];
  outOfStep: string[];
  basis: { documents: BasisDocument[] };
}
