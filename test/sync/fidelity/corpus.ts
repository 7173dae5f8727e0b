import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';
import { readDocuments } from '../../../src/content/read-documents.ts';
import { checkDocument } from '../../../src/sync/check-document.ts';
import { loadLanguages } from '../../../src/sync/fidelity/load-languages.ts';
import { fidelityChecks, type FindingValue } from '../../../src/sync/finding.ts';

/** What was judged of a finding by reading it; `finding` is its group. */
export interface Verdict {
  finding: string;
  check: string;
  right: boolean;
}

const corpus = fileURLToPath(new URL('../../../../shared/corpus/sxs', import.meta.url));
const fidelity = new Set<string>(fidelityChecks);

/** Reads the verdicts on findings in the corpus, by group. */
export function readVerdicts(): Map<string, Verdict> {
  const file = new URL('../../fixtures/fidelity/corpus-verdicts.yaml', import.meta.url);
  const verdicts = parse(readFileSync(file, 'utf8')) as Verdict[];
  return new Map(verdicts.map((verdict) => [verdict.finding, verdict]));
}

/** Runs the fidelity checks over the corpus; undefined where there is no shared/ folder. */
export async function checkCorpus(): Promise<{ segments: number; findings: FindingValue[] } | undefined> {
  if (!existsSync(corpus)) return undefined;
  const languages = await loadLanguages();
  let segments = 0;
  const findings: FindingValue[] = [];
  for (const result of await readDocuments([corpus])) {
    if (!('document' in result)) continue;
    segments += result.document.segments.length;
    findings.push(
      ...checkDocument(result.document, { languages }).filter(({ check }) => fidelity.has(check)),
    );
  }
  return { segments, findings };
}
