import type { Severity } from '../diagnostic/diagnostic.ts';
import type { ElementKind } from '../rules/elements.ts';

/**
 * How an element stands in one language: the worst of its statements there. `absent` where the language has the page
 * but states the element nowhere on it; a language without the page has no cell.
 */
export type CellState = 'fresh' | 'moved' | 'changed' | 'gone' | 'absent' | 'untranslated' | 'disputed';

/** Both texts of a sentence pair; a side that cannot be known, or that the page lacks, is absent. */
export interface SentenceReport {
  article?: string;
  segment?: string;
  path?: string;
  line?: number;
  column?: number;
  /** YYYY-MM-DD. */
  published?: string;
  source?: string;
  target?: string;
}

/** One sentence that an element is pinned to, as it was and as it is. */
export interface StatementReport {
  /** Number from 0 of the variant that the pin belongs to; absent for the condition in force. */
  variant?: number;
  state: Exclude<CellState, 'absent' | 'untranslated' | 'disputed'>;
  /** Which side reads otherwise, where the state is `changed`. */
  changed?: 'source' | 'target' | 'both';
  quality: 'ok' | 'untranslated' | 'disputed';
  /** Why the translation is disputed, and in which language that is said. */
  disputed?: string;
  disputedLang?: string;
  /** What was pinned; texts only where a base or another page still has them. */
  before: SentenceReport;
  /** What the pages say now; absent where the state is `gone`. */
  after?: SentenceReport;
  /** From 0 to 1, how alike the sentences are where neither side is word for word the same. */
  similarity?: number;
  /** What `--write` does about it; absent where there is nothing to do or a person has to decide. */
  write?: 'segment' | 'article' | 'digests';
}

/** One element in one language. */
export interface CellReport {
  locale: string;
  state: CellState;
  statements: StatementReport[];
  /** Sentence of an `absent` cell's page that has the English of a statement in another language. */
  candidate?: SentenceReport;
}

/** A row of the matrix. */
export interface SyncElementReport {
  id: string;
  kind: ElementKind;
  state: 'draft' | 'reviewed';
  text: string;
  lang: string;
  /** False for a step that no page describes; it has no cells. */
  documented: boolean;
  cells: CellReport[];
}

/** The elements of one workflow. */
export interface SyncWorkflowReport {
  workflow: string;
  title: string;
  article: string;
  path: string;
  elements: SyncElementReport[];
}

/** One page with what of it is still English. */
export interface SyncDocumentReport {
  locale: string;
  article: string;
  path: string;
  published?: string;
  segments: number;
  untranslated: { segment: string; line: number; column: number; source: string; elements: string[] }[];
}

/** What a finding is about. */
export type SyncArea = 'rules' | 'documents' | 'catalogs' | 'translations';

/**
 * Something that is not in step. Of severity `error` where a person has to decide before the rules can be relied on
 * again, `warning` where the documents or translations are at fault and rules already say so.
 */
export interface SyncFindingReport {
  /** The same for the same finding on the same texts. */
  id: string;
  code: string;
  severity: Severity;
  area: SyncArea;
  workflow?: string;
  /** Ids of the elements involved. */
  elements: string[];
  /** Languages involved. */
  locales: string[];
  path?: string;
  line?: number;
  column?: number;
  /** Names and numbers that the message speaks of. */
  values: Record<string, string | number>;
  /** What was found, in the reader's language. */
  message: string;
  /** What a person has to decide, in the reader's language. */
  decision?: string;
  /** The ways to decide it: command lines to copy. */
  accept?: { answer: string; command: string; text: string }[];
  /** The sentence before and after. */
  before?: SentenceReport;
  after?: SentenceReport;
  /** Other sentences involved, such as the other side of a contradiction. */
  related?: SentenceReport[];
  /** Differences of meaning that were found between the English and the new translation, as codes of `lint`. */
  concerns?: string[];
}

/** What `sync` prints; the formats are made of it and of nothing else. */
export interface SyncReport {
  locale: string;
  /** Languages that have pages or pins, in the order of the columns. */
  locales: string[];
  summary: {
    errors: number;
    warnings: number;
    /** Number of cells by state. */
    states: Record<CellState, number>;
  };
  documents: SyncDocumentReport[];
  workflows: SyncWorkflowReport[];
  findings: SyncFindingReport[];
  /** Files that were written, with the number of places in each. */
  written: { path: string; changes: number }[];
  /** True where nothing is left that a person has to decide. */
  inStep: boolean;
}
