import type { Document } from '../content/document.ts';
import type { DocumentIndex } from '../content/document-index.ts';
import type { RuleSet } from '../rules/project.ts';
import { checkFidelity } from './fidelity/check-fidelity.ts';
import type { Languages } from './fidelity/load-languages.ts';
import type { Defect } from './finding.ts';
import { BaseTexts } from './pins/base-texts.ts';
import { disagreementFindings } from './pins/disagreement-findings.ts';
import { listLocales, makeMatrix } from './pins/matrix.ts';
import {
  disputedFindings,
  type LabelsOf,
  missingPageFindings,
  newSentenceFindings,
  untranslatedFindings,
} from './pins/page-findings.ts';
import { StatementResolver } from './pins/resolve-element.ts';
import type { MatrixRow } from './pins/statement.ts';
import { statementFindings } from './pins/statement-findings.ts';
import { type UncoveredEntry, uncoveredEntries, uncoveredFindings } from './pins/uncovered.ts';
import { orderFindings, type SyncFinding } from './sync-finding.ts';

/** What rules are compared with. */
export interface SyncInput {
  rules: Pick<RuleSet, 'workflows'>;
  /** The pages of today. */
  documents: DocumentIndex;
  /** Earlier versions of the pages, from which the sentences that pins were put on are known. */
  base?: readonly Document[];
  /** Language tables; with them, reworded translations are compared with their English. */
  languages?: Languages;
  /** Labels that extraction gives to segments: sentences that carry a rule have to be accounted for. */
  labelsOf?: LabelsOf;
}

/** How rules stand to the pages. */
export interface SyncResult {
  locales: string[];
  rows: MatrixRow[];
  uncovered: UncoveredEntry[];
  findings: SyncFinding[];
}

/** Compares the elements of all workflows with the pages that state them, in every language. */
export function syncRules({ rules, documents, base = [], languages, labelsOf }: SyncInput): SyncResult {
  const texts = new BaseTexts(base, documents.all);
  const resolver = new StatementResolver(documents, texts);
  const rows = makeMatrix(rules, documents, resolver);
  const uncovered = uncoveredEntries(rules, documents, texts, resolver);
  const findings = [
    ...statementFindings(rows, concernsBy(languages)),
    ...uncoveredFindings(uncovered),
    ...missingPageFindings(rules, documents),
    ...newSentenceFindings(rows, rules, documents, texts, resolver, labelsOf ?? (() => undefined)),
    ...disagreementFindings(rows),
    ...disputedFindings(rows),
    ...untranslatedFindings(rows, documents),
  ];
  return { locales: listLocales(rules, documents), rows, uncovered, findings: orderFindings(findings) };
}

/** Gives the differences of meaning of a sentence pair; each page is compared once, and only when one is asked for. */
function concernsBy(languages: Languages | undefined): (document: Document, segment: string) => Defect[] {
  const defects = new Map<Document, Map<string, Defect[]>>();
  return (document, segment) => {
    if (!languages || document.layout !== 'side-by-side') return [];
    let ofDocument = defects.get(document);
    if (!ofDocument) {
      ofDocument = new Map();
      for (const found of checkFidelity(document, languages)) {
        const list = ofDocument.get(found.segment.id) ?? [];
        list.push(found.defect);
        ofDocument.set(found.segment.id, list);
      }
      defects.set(document, ofDocument);
    }
    return ofDocument.get(segment) ?? [];
  };
}
