import type { ReviewSubject } from '../extract/draft/files/find-draft.ts';
import { type ToldBody, toldBody } from '../extract/draft/draft.ts';
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
  require?: Condition;
  /** What a change gave the element in the place of what it said. */
  changed?: { was: ToldBody; now: ToldBody };
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
  const changed = subject.kind === 'change' ? changeOf(subject) : undefined;
  return {
    element,
    workflow,
    file,
    review,
    ...(require ? { require } : {}),
    ...(changed ? { changed } : {}),
    ...(remedy === undefined ? {} : { remedy }),
    addedFacts,
    sources: describeSources(resolved, translator, configuration),
  };
}

function conditionOf(subject: ReviewSubject): Condition | undefined {
  if (subject.kind === 'draft') return subject.element.body['require'] as Condition | undefined;
  const { element } = subject.placed;
  const current = 'require' in element ? (element.require as Condition) : undefined;
  return subject.kind === 'change' ? (subject.change.require ?? current) : current;
}

function changeOf({ change, placed }: ReviewSubject & { kind: 'change' }): ReviewReport['changed'] {
  const now = toldBody(change);
  const was = Object.fromEntries(
    Object.entries(toldBody(placed.element)).filter(([key]) => Object.hasOwn(now, key)),
  );
  return Object.keys(now).length > 0 ? { was, now } : undefined;
}
