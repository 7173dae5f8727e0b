import type { Decision } from '../../engine/decision.ts';
import type { Locale } from '../../locale/negotiate.ts';
import type { FactValue } from '../../rules/workflow.ts';

/** The screens of a walk, in the order that people meet them. */
export const stages = [
  'language',
  'resume',
  'partner',
  'tasks',
  'cautions',
  'questions',
  'verdict',
  'attestations',
  'acknowledge',
  'steps',
  'outcome',
  'result',
] as const;

/** One screen of a walk. */
export type Stage = (typeof stages)[number];

/** What lies over a screen while the walk waits beneath. */
export type Overlay = 'overview' | 'answers' | 'language';

/** What a person said about one fact. */
export type Answer =
  | { kind: 'value'; value: FactValue }
  /** "One or more": a lower bound; what is counted is not known more exactly. */
  | { kind: 'at-least'; value: number }
  | { kind: 'unknown' };

/** Where in the walk someone is: a screen, and which of its items where it shows one at a time. */
export interface Place {
  stage: Stage;
  /** Name of the fact asked, or id of the element to confirm or acknowledge. */
  item?: string;
}

/** What a person says of an attestation. */
export type Confirmation = 'yes' | 'no' | 'unknown';

/** How the last step ended. */
export const outcomes = ['done', 'link-inactive', 'link-missing', 'refused', 'not-tried'] as const;

/** How the last step ended. */
export type Outcome = (typeof outcomes)[number];

/** What is being typed or ticked before it becomes an answer. */
export interface Draft {
  /** Digits of a number, where one is being typed. */
  text?: string;
  /** What is wrong with it. */
  error?: 'digits' | 'range';
  /** Codes ticked so far, of a list. */
  checked?: readonly string[];
}

/** The part of a walk that is kept on disk. */
export interface WalkProgress {
  locale: Locale;
  workflow?: string;
  /** True where the case is made up, to try things out. */
  example: boolean;
  place: Place;
  /** The places gone through to come here, for going back. */
  trail: readonly Place[];
  answers: ReadonlyMap<string, Answer>;
  /** Earlier answers that a person was asked to give again, or those of the example: shown as proposals. */
  proposals: ReadonlyMap<string, Answer>;
  /** Facts asked again because their answer did not do: it is shown, and not offered as the one to give. */
  askedAgain: readonly string[];
  /** Advisories that were shown. */
  seenCautions: readonly string[];
  confirmations: ReadonlyMap<string, Confirmation>;
  /** Consequences and obligations that were read. */
  acknowledged: readonly string[];
  /** How often the plan was worked through; keeps the ticks of each time apart. */
  pass: number;
  /** Keys of steps ticked off, in the order of ticking (`step-rows.ts`). */
  done: readonly string[];
  outcome?: Outcome;
}

/** A walk as it stands: what is kept, and what belongs to the screen alone. */
export interface WalkState extends WalkProgress {
  overlay?: Overlay;
  /** Choice that is lit; undefined is the screen's own first choice. */
  focus?: number;
  /** First line of the body that is shown. */
  scroll: number;
  /** Bring the quotation into sight: a key has just changed what it shows. */
  isQuotationSought?: true;
  /** Focus and scroll of the screen beneath an overlay. */
  beneath?: { focus?: number; scroll: number };
  draft: Draft;
  /** Show the English beside quotations. */
  english: boolean;
  /** Show path, line and segment of quotations. */
  details: boolean;
  /** The engine's answer to the answers so far; absent before a task is chosen. */
  decision?: Decision;
  /** Set while a decision is awaited: whether to go on to the next screen once it is there. */
  awaiting?: 'advance' | 'stay';
  /** Unfinished walks found on disk, the latest first, offered before a new one begins. */
  saved?: readonly WalkProgress[];
  /** Things to tell once: codes of `walk:notice.*` with their values. */
  notice?: { code: string; values?: Record<string, string> };
  /** Where the record was written. */
  recorded: readonly string[];
  /** Set when the walk is over. */
  ended?: 'finished' | 'left';
}
