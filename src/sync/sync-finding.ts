import { createHash } from 'node:crypto';
import type { Document, Segment } from '../content/document.ts';
import { compareText, type Severity } from '../diagnostic/diagnostic.ts';
import type { Defect } from './finding.ts';
import type { Statement } from './pins/statement.ts';

/** What a finding is about. */
export type SyncArea = 'rules' | 'documents' | 'catalogs' | 'translations';

/**
 * Something that is not in step, as a pure value; `sync:finding.<code>` has its sentence and `sync:decision.<code>`
 * what a person has to decide.
 */
export interface SyncFinding {
  code: string;
  /** `error` where someone has to act before the rules can be relied on again; `warning` is known or worth a look. */
  severity: Severity;
  area: SyncArea;
  workflow?: string;
  /** Ids of the elements involved. */
  elements: string[];
  /** Languages involved. */
  locales: string[];
  path?: string;
  at?: { line: number; column: number };
  values: Record<string, string | number>;
  /** The sentence as it was and as it is. */
  statement?: Statement;
  /** A sentence that is no pin's yet. */
  sentence?: { document: Document; segment: Segment };
  /** Other sentences involved. */
  related: { document: Document; segment: Segment }[];
  /** Ways to decide it, each an argument of `--accept`. */
  answers: SyncAnswer[];
  /** Differences of meaning between the English and the translation of today. */
  concerns: Defect[];
}

/** One way to decide a finding. */
export interface SyncAnswer {
  /** Names it in `sync:answer.<code>`. */
  code: string;
  /** Argument of `--accept`. */
  spec: string;
}

/** Makes a finding, leaving out what is not known. */
export function syncFinding(
  code: string,
  severity: Severity,
  area: SyncArea,
  more: Partial<Omit<SyncFinding, 'code' | 'severity' | 'area'>>,
): SyncFinding {
  return {
    code,
    severity,
    area,
    elements: [],
    locales: [],
    values: {},
    related: [],
    answers: [],
    concerns: [],
    ...more,
  };
}

/** Digests what a finding says, so that the same finding has the same id as long as its texts stay. */
export function findingId(finding: SyncFinding): string {
  const { code, workflow, elements, locales, values, statement, sentence } = finding;
  const texts = [statement?.segment, sentence?.segment].map((segment) => [segment?.source, segment?.target]);
  const parts = [
    code,
    workflow,
    elements,
    locales,
    values,
    statement?.pin.source,
    statement?.pin.target,
    texts,
  ];
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 16);
}

const areas: readonly SyncArea[] = ['rules', 'documents', 'catalogs', 'translations'];

/** Orders findings: what a person has to decide first, then by area, in the order found. */
export function orderFindings(findings: readonly SyncFinding[]): SyncFinding[] {
  return findings.toSorted(
    (a, b) =>
      Number(b.severity === 'error') - Number(a.severity === 'error') ||
      areas.indexOf(a.area) - areas.indexOf(b.area) ||
      compareText(a.workflow ?? '', b.workflow ?? ''),
  );
}
