import type { Decision } from '../../engine/decision.ts';
import type { Locale } from '../../locale/negotiate.ts';
import type { Answer, Confirmation, Outcome, Overlay } from './walk-state.ts';

/** Everything that can happen to a walk. */
export type WalkEvent =
  | { type: 'choose-locale'; locale: Locale }
  /** Go on with one of the kept walks, by its number. */
  | { type: 'resume'; index: number }
  | { type: 'start-anew' }
  | { type: 'answer'; fact: string; answer: Answer }
  /** Begin a made-up case for someone who has none. */
  | { type: 'try-example' }
  | { type: 'choose-task'; workflow: string }
  /** Leave a screen that only tells something. */
  | { type: 'continue' }
  | { type: 'confirm'; id: string; confirmation: Confirmation }
  | { type: 'acknowledge'; id: string }
  | { type: 'tick'; key: string }
  | { type: 'untick-last' }
  /** The plan was carried out: ask again what had blocked. */
  | { type: 'recheck' }
  /** Ask again what was answered with "I don't know". */
  | { type: 'ask-open' }
  | { type: 'choose-outcome'; outcome: Outcome }
  | { type: 'change-answer'; fact: string }
  | { type: 'show-result' }
  | { type: 'back' }
  | { type: 'open'; overlay: Overlay }
  | { type: 'toggle'; what: 'english' | 'details' }
  | { type: 'focus'; index?: number; scroll: number }
  | { type: 'type-number'; text: string; error?: 'digits' | 'range' }
  | { type: 'check'; code: string }
  | { type: 'record'; format: 'markdown' | 'json' }
  | { type: 'recorded'; path: string }
  | { type: 'notify'; code: string; values?: Record<string, string> }
  | { type: 'decided'; decision: Decision }
  | { type: 'leave' }
  | { type: 'finish' };
