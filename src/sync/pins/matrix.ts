import type { Document, Segment } from '../../content/document.ts';
import { type DocumentIndex, languageOf } from '../../content/document-index.ts';
import { compareText } from '../../diagnostic/diagnostic.ts';
import { listElements } from '../../rules/elements.ts';
import type { RuleSet } from '../../rules/project.ts';
import type { Workflow } from '../../rules/workflow.ts';
import type { StatementResolver } from './resolve-element.ts';
import { type Cell, cellState, type MatrixRow, type Statement } from './statement.ts';

/** Columns of the matrix that come first, in this order. */
const usualOrder = ['ko', 'zh', 'ja', 'ru'];

/** Lists the languages that have pages or pins, in the order of the matrix. */
export function listLocales(rules: Pick<RuleSet, 'workflows'>, documents: DocumentIndex): string[] {
  const found = new Set(documents.all.map(({ locale }) => languageOf(locale)));
  for (const workflow of rules.workflows.values()) {
    for (const pin of pinsOf(workflow)) found.add(pin.locale);
  }
  found.delete('und');
  const rank = (locale: string): number => usualOrder.indexOf(locale) + 1 || usualOrder.length + 1;
  return [...found].toSorted((a, b) => rank(a) - rank(b) || compareText(a, b));
}

/** Lists all elements of all workflows with how they stand in every language. */
export function makeMatrix(
  rules: Pick<RuleSet, 'workflows'>,
  documents: DocumentIndex,
  resolver: StatementResolver,
): MatrixRow[] {
  const locales = listLocales(rules, documents);
  return [...rules.workflows.values()].flatMap((workflow) =>
    listElements(workflow).map((placed): MatrixRow => {
      const statements = resolver.resolve(placed, workflow.article);
      return {
        workflow: workflow.workflow,
        article: workflow.article,
        file: `rules/${workflow.workflow}.yaml`,
        placed,
        cells:
          statements.length === 0
            ? []
            : locales.flatMap((locale) => cellOf(locale, workflow, statements, documents, resolver)),
      };
    }),
  );
}

function cellOf(
  locale: string,
  workflow: Workflow,
  statements: readonly Statement[],
  documents: DocumentIndex,
  resolver: StatementResolver,
): Cell[] {
  const own = statements.filter(({ pin }) => pin.locale === locale);
  // An article that no language has is not among the pages looked at: nothing is known of its sentences.
  const looked = own.some(
    ({ pin, document }) =>
      document || documents.all.some(({ article }) => article === (pin.article ?? workflow.article)),
  );
  if (own.length > 0 && !looked) return [];
  if (own.length > 0) return [{ locale, state: cellState(own), statements: own }];
  const articles = new Set(statements.map(({ pin }) => pin.article ?? workflow.article));
  const pages = [...articles].flatMap((article) => documents.find(locale, article) ?? []);
  if (pages.length === 0) return [];
  for (const document of pages) {
    const found = resolver.candidate(document, statements);
    if (found) return [{ locale, state: 'absent', statements: [], candidate: candidateOf(document, found) }];
  }
  return [{ locale, state: 'absent', statements: [] }];
}

function candidateOf(
  document: Document,
  { segment, of }: { segment: Segment; of: Statement },
): NonNullable<Cell['candidate']> {
  // The sentence states what the other language's one does: the condition in force unless that one is a variant's.
  const states = of.states === 'same' ? (of.variant ?? 'in-force') : of.states;
  return { document, segment, states };
}

function pinsOf(workflow: Workflow): { locale: string }[] {
  return listElements(workflow).flatMap(({ element }) => element.pins);
}
