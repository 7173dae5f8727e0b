import type { Condition, Fact, Pin, StepChange } from '../../rules/workflow.ts';

/** The sections of a draft file, in their order. */
export const draftSections = [
  'preconditions',
  'attestations',
  'steps',
  'consequences',
  'obligations',
  'unencodable',
] as const;

/** Section of a draft file; a reviewed element goes to the section of the same name. */
export type DraftSection = (typeof draftSections)[number];

/** What a draft was made from. */
export interface Evidence {
  /** The sentence, or the part of it. */
  text: string;
  /** The words that told the label. */
  cue: string;
  /** 0 to 1. */
  confidence: number;
  /** Digest of what was drafted: an element that still has it was not edited. */
  drafted: string;
  /** Digest of the sentences that it was pinned to: an element that still has it was not given others. */
  pinned?: string;
  /** Digest of the text as it was read: one that still has it was not edited. */
  read?: string;
}

/** A rule element as drafted: what it says, what it was drafted from and where that stands. */
export interface DraftElement {
  section: DraftSection;
  id: string;
  /** The workflow that it belongs to, where the article has several. */
  workflow?: string;
  /** `require`, `audience`, `subject` and the like, in the order of the file. */
  body: Record<string, unknown>;
  evidence: Evidence;
  pins: Pin[];
}

/** A text that changed: the translation of a page, or the English beside it (`en`). */
export interface ChangedSentence {
  locale: string;
  /** How it read before, where a page that says so is at hand. */
  was?: string;
  now: string;
}

/** What of an element its sentence tells, in the order of the file: a change may give it other values. */
export interface ToldBody {
  audience?: Condition;
  require?: Condition;
  subject?: string;
  effect?: string;
  /** Whose data a step changes. */
  changes?: StepChange;
}

const toldKeys = ['audience', 'require', 'subject', 'effect', 'changes'] as const;

/** Gives those keys of an element or a change, and no others. */
export function toldBody(value: object): ToldBody {
  const known = value as ToldBody;
  return Object.fromEntries(toldKeys.flatMap((key) => (known[key] === undefined ? [] : [[key, known[key]]])));
}

/** What a variant is to say, and what it says, where that differs; with its pins as they would be. */
export interface ChangedVariant extends ToldBody {
  was?: ToldBody;
  pins: Pin[];
}

/** A change to a reviewed element whose sentences read otherwise now, or stand in another language too. */
export interface DraftChange {
  /** `workflow/element`. */
  element: string;
  /** What the element says, of what it is to say otherwise. */
  was?: ToldBody;
  /** What it is to say by the new words; empty where they come to what it says. */
  body: ToldBody;
  /** Why the new words come to no condition. */
  unencodable?: string;
  /** The condition that comes of the new words of what was none; to look at, never taken over. */
  reads?: Condition;
  evidence: Evidence;
  /** The sentences that changed, or that the element gains, as they read now. */
  changed: ChangedSentence[];
  /** All pins of the element as they would be. */
  pins: Pin[];
  /** The pins of each of its variants, where one of those changed. */
  variants?: ChangedVariant[];
}

/** A sentence of a reviewed element that is on its page no more, nor anything that took its place. */
export interface LostStatement {
  /** `workflow/element`. */
  element: string;
  locale: string;
  /** The id that it had. */
  segment: string;
}

/** Segments that introduce others and state nothing of their own. */
export interface LeadIn {
  locale: string;
  segments: string[];
  reason: string;
}

/** What was drafted from the pages of one article. */
export interface ArticleDraft {
  article: string;
  /** Facts that the drafts need and the vocabulary lacks, or has with fewer values. */
  facts: Fact[];
  elements: DraftElement[];
  /** What sentences come to that rules account for already: only kept in step where it stands as a draft. */
  covered: DraftElement[];
  changes: DraftChange[];
  lost: LostStatement[];
  uncovered: LeadIn[];
}
