import type { ReviewEntry, ReviewState } from '../review/read-review.ts';

/** States of a translation, as XLIFF 1.2 names them, the least finished first. */
export const translationStates = [
  'new',
  'needs-translation',
  'needs-adaptation',
  'needs-l10n',
  'needs-review-translation',
  'needs-review-adaptation',
  'needs-review-l10n',
  'translated',
  'signed-off',
  'final',
] as const;

/** How far a translation is. */
export type TranslationState = (typeof translationStates)[number];

/** Why a text is handed to translators. */
export interface Reason {
  /** Catalog `report` has `exchange.why.<code>`. */
  code: string;
  values?: Record<string, string | number>;
}

/** One text to translate: of a catalog, or of a page that is handed back. */
export interface ExchangeText {
  /** Language of the translation: `ko` for catalogs, `ko-KR` for pages. */
  locale: string;
  kind: 'catalog' | 'page';
  /** File that the translation stands in. */
  original: string;
  /** `namespace:key` with its plural suffix, or the segment id. */
  id: string;
  /** `namespace:key` without the suffix; forms of one plural share it. */
  base: string;
  /** CLDR plural category of this form. */
  category?: string;
  source: string;
  /** English for one, of a text with plural forms. */
  singular?: string;
  target?: string;
  state: TranslationState;
  /** Record of how far it is: its key, the digest of the English of today, and what is recorded. */
  record?: { key: string; english: string; entry?: ReviewEntry };
  /** Note of a person, kept with the translation. */
  note?: string;
  why: Reason[];
  /** Elements of rules that rest on it. */
  elements: string[];
  line?: number;
}

/** A text with its notes in words, ready to be written. */
export interface WordedText extends ExchangeText {
  /** What translators are told: path, element, why. */
  hints: string[];
}

/** One translation that came back. */
export interface ReturnedText {
  locale: string;
  id: string;
  source: string;
  target: string;
  state: TranslationState;
  note?: string;
  /** Where it stands in the file that came back. */
  at: { line: number; column: number };
}

/** Tells whether a text is a state. */
export function isTranslationState(text: string | undefined): text is TranslationState {
  return (translationStates as readonly (string | undefined)[]).includes(text);
}

/** Tells whether a translation still needs work. */
export function isOpen(state: TranslationState): boolean {
  return state === 'new' || state.startsWith('needs-');
}

/** Gives what is recorded of a translation in a state of XLIFF. */
export function recordedState(state: TranslationState): ReviewState {
  if (isOpen(state)) return 'question';
  return state === 'translated' ? 'translated' : 'reviewed';
}

/** Gives the state of XLIFF for what is recorded. */
export function exchangedState(state: ReviewState): TranslationState {
  return ({ question: 'needs-review-translation', translated: 'translated', reviewed: 'final' } as const)[
    state
  ];
}

/** Gives the least finished of states. */
export function leastFinished(states: readonly TranslationState[]): TranslationState {
  return translationStates.find((state) => states.includes(state)) ?? 'translated';
}

// Neither format has a place for control characters or halves of surrogate pairs.
// eslint-disable-next-line no-control-regex
const outside =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/u;

/** Tells whether a text can be written in an exchange file without loss. */
export function isExchangeable(text: string): boolean {
  return !outside.test(text);
}
