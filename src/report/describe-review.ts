import type { ReviewSubject } from '../extract/draft/files/find-draft.ts';
import type { Translator } from '../locale/translator.ts';
import type { Configuration } from '../project/configuration.ts';
import type { ResolvedPin } from '../rules/pin-state.ts';
import type { Condition, Review } from '../rules/workflow.ts';
import { describeSources, type SourceReport } from './source.ts';

/** A review that was made. */
export interface ReviewReport {
  element: string;
  workflow: string;
  file: string;
  review: Review;
  /** The condition that it had, where a change gave it another. */
  was?: Condition;
  require?: Condition;
  /** The step that was added to say that no page tells how. */
  remedy?: string;
  addedFacts: string[];
  sources: SourceReport[];
}

/** Describes a review: the element with every sentence that was read for it. */
export function describeReview(
  made: {
    subject: ReviewSubject;
    workflow: string;
    file: string;
    review: Review;
    resolved: readonly ResolvedPin[];
    remedy: string | undefined;
    addedFacts: string[];
  },
  configuration: Configuration,
  translator: Translator,
): ReviewReport {
  const { subject, workflow, file, review, resolved, remedy, addedFacts } = made;
  const element = subject.kind === 'draft' ? subject.element.id : subject.placed.element.id;
  const require = conditionOf(subject);
  const was = subject.kind === 'change' && subject.change.require ? currentOf(subject) : undefined;
  return {
    element,
    workflow,
    file,
    review,
    ...(was ? { was } : {}),
    ...(require ? { require } : {}),
    ...(remedy === undefined ? {} : { remedy }),
    addedFacts,
    sources: describeSources(resolved, translator, configuration),
  };
}

function conditionOf(subject: ReviewSubject): Condition | undefined {
  if (subject.kind === 'draft') return subject.element.body['require'] as Condition | undefined;
  const current = currentOf(subject);
  return subject.kind === 'change' ? (subject.change.require ?? current) : current;
}

function currentOf({
  placed: { element },
}: Exclude<ReviewSubject, { kind: 'draft' }>): Condition | undefined {
  return 'require' in element ? (element.require as Condition) : undefined;
}
