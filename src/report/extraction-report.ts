import type { ChangedSentence, ChangedVariant, ToldBody } from '../extract/draft/draft.ts';
import type { Condition, Fact, Pin } from '../rules/workflow.ts';

/** A segment with its labels, as `extract` reports it. */
export interface SegmentReport {
  id: string;
  labels: string[];
  confidence: number;
  cue: string;
  line: number;
  column: number;
  source?: string;
  target?: string;
}

/** A page as `extract` reports it: its segments, or why there are none. */
export type PageReport =
  | {
      path: string;
      article: string;
      locale: string;
      segments: SegmentReport[];
      /** Segments that the two sides label differently. */
      disagreements?: { id: string; source: SideReport; target: SideReport }[];
    }
  | { path: string; error: { code: string; message: string } };

/** What one side alone says of a segment. */
export interface SideReport {
  labels: string[];
  confidence: number;
  cue: string;
}

/** A drafted element, with the keys that it has in the draft file. */
export interface DraftReport {
  id: string;
  evidence: { text: string; cue: string; confidence: number };
  pins: Pin[];
  require?: Condition;
  [key: string]: unknown;
}

/** A proposed change to a reviewed element, with the keys that it has in the draft file. */
export interface ChangeReport extends ToldBody {
  element: string;
  /** What the element says, of what it is to say otherwise. */
  was?: ToldBody;
  /** Why the new words come to no condition. */
  unencodable?: string;
  /** The condition that comes of the new words of what was none. */
  reads?: Condition;
  evidence: DraftReport['evidence'];
  /** The texts that changed, as they read now and, where that is known, before. */
  changed: ChangedSentence[];
  pins: Pin[];
  variants?: ChangedVariant[];
}

/** What was drafted from the pages of an article. */
export interface ArticleReport {
  article: string;
  file: string;
  locales: string[];
  facts: Fact[];
  preconditions: DraftReport[];
  attestations: DraftReport[];
  steps: DraftReport[];
  consequences: DraftReport[];
  obligations: DraftReport[];
  unencodable: DraftReport[];
  changes: ChangeReport[];
  /** Sentences of reviewed elements that are on their pages no more, nor anything that took their place. */
  lost: { element: string; locale: string; segment: string }[];
  /** What a person took out of the draft file: it is not drafted again. */
  leftOut: string[];
  uncovered: { locale: string; segments: string[]; reason: string }[];
  /** What was done to the draft file, with `--write`. */
  written?: { added: number; updated: number; removed: number; changed: boolean };
}

/** All that `extract` found. */
export interface ExtractionReport {
  documents: PageReport[];
  drafts: ArticleReport[];
  againstRules?: {
    uncovered: {
      path: string;
      article: string;
      locale: string;
      segment: string;
      line: number;
      column: number;
      labels: string[];
      text: string;
      reason?: string;
    }[];
    unsupported: { workflow: string; element: string; kind: string }[];
  };
}
