/** What a cue tells, the same in every language. The names are the vocabulary that the weights are learned over. */
export const cueNames = [
  // Modality, the more telling first: of two that overlap, the earlier one stands ("don't need to" is no need).
  'waiver',
  'loss',
  'inability',
  'prohibition',
  'necessity',
  'gain',
  'advice',
  'possibility',
  'ability',
  // What someone is told to do.
  'action',
  'instruction',
  'caution',
  'reference',
  'support',
  // What follows.
  'future',
  'change',
  'event',
  'persistence',
  'automatic',
  'display',
  'notification',
  'charge',
  'failure',
  // What someone only wishes: a clause of it sets no condition.
  'wish',
  // Bounds.
  'exclusivity',
  'limit',
  'deadline',
  'duration',
  'date',
  'requirement',
  'eligibility',
  'duty',
  'contract',
  // What a sentence is about or for.
  'consequence-word',
  'procedure-word',
  'definition',
  'description',
  'reason',
  'example',
  'alternative',
  'negation',
  'praise',
  // Who.
  'reader',
  'publisher',
  'customer',
  // Formulas of these pages.
  'role-label',
  'role-name',
  'scope-label',
  'next-steps',
  'preparation',
  'overview',
  'question',
] as const;

/** Name of a cue. */
export type CueName = (typeof cueNames)[number];

/** Cues that exclude each other where they overlap, the stronger first. */
export const modality: readonly CueName[] = [
  'waiver',
  'loss',
  'inability',
  'prohibition',
  'necessity',
  'gain',
  'advice',
  'possibility',
  'ability',
];

/** How a subordinate clause bears on its main clause. */
export const clauseKinds = ['condition', 'when', 'after', 'before', 'until', 'purpose'] as const;

/** Kind of a subordinate clause. */
export type ClauseKind = (typeof clauseKinds)[number];

/** Patterns of one cue: regular expressions without unbounded repetition, so that matching stays linear. */
export interface CuePatterns {
  /** Match wherever they stand. */
  anywhere?: string[];
  /** Match at the beginning of a clause, after `connectors`. */
  starts?: string[];
  /** Match at the end of a clause, before punctuation. */
  ends?: string[];
}

/** The cues of one language, as its file in `cues/` holds them. */
export interface CueTable {
  /** BCP 47 language tag, also the name of the file. */
  language: string;
  /** ISO 15924 codes of the scripts that the language is written in. */
  scripts: string[];
  /** Frequent small words that tell the language from others of the same script. */
  functionWords: string[];
  /** Articles, prepositions and pronouns, which make no pairs of words; where words stand apart. */
  emptyWords?: string[];
  /** True where words stand apart, so that patterns match whole words only. */
  wordBoundaries: boolean;
  /** Words that may precede what begins a clause ("then", "please"). */
  connectors: string[];
  subordinate: {
    /** Marks that open a subordinate clause, which runs on to the next comma. */
    opening: Partial<Record<ClauseKind, string[]>>;
    /** Marks that close a subordinate clause, which began at the last comma. */
    closing: Partial<Record<ClauseKind, string[]>>;
  };
  cues: Partial<Record<CueName, CuePatterns>>;
}
