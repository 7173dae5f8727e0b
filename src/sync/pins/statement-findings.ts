import type { Document } from '../../content/document.ts';
import type { Defect } from '../finding.ts';
import { type SyncAnswer, type SyncFinding, syncFinding } from '../sync-finding.ts';
import type { Cell, MatrixRow, Statement } from './statement.ts';

/** Gives the differences of meaning that are found in one sentence pair of a page. */
export type FindConcerns = (document: Document, segment: string) => Defect[];

/** Lists what is not in step between the elements and the pages that state them. */
export function statementFindings(rows: readonly MatrixRow[], concerns: FindConcerns): SyncFinding[] {
  return rows.flatMap((row) => [
    ...row.cells.flatMap((cell) => cellFindings(row, cell, concerns)),
    ...statedNowhere(row),
  ]);
}

/** Tells whether a person has to decide about a statement. */
export function isOpen(statement: Statement): boolean {
  const { state, write, document } = statement;
  // Of a page that is missing as a whole nothing can be decided sentence by sentence.
  return state !== 'fresh' && write === undefined && (state !== 'gone' || document !== undefined);
}

/** Tells whether it has to be said whether a disputed translation, now reworded, is still disputed. */
export function disputeIsOpen({ pin, changed, segment }: Statement): boolean {
  return pin.disputed !== undefined && segment !== undefined && changed !== undefined && changed !== 'source';
}

function cellFindings(row: MatrixRow, cell: Cell, concerns: FindConcerns): SyncFinding[] {
  const { workflow } = row;
  const { id } = row.placed.element;
  const { locale } = cell;
  const spec = `${workflow}/${id}@${locale}`;
  const common = { workflow, elements: [id], locales: [locale] };
  if (cell.candidate) {
    const { document, segment, states } = cell.candidate;
    const values = { element: id, locale, segment: segment.id };
    return [
      syncFinding('statement-unpinned', 'error', 'rules', {
        ...common,
        ...placeOf(document, segment),
        values,
        sentence: { document, segment },
        answers: conditions(row, states).map((answer) =>
          answerOf(spec, answer === '' ? 'pin' : answer, answer),
        ),
        concerns: concerns(document, segment.id),
      }),
    ];
  }
  const several = cell.statements.filter(isOpen).length > 1;
  return cell.statements.flatMap((statement) => {
    const { pin, state, changed, document, segment, write } = statement;
    if (state === 'fresh' && write === undefined) return [];
    if (state === 'gone' && !document) return []; // The page is missing, which is said once.
    const values = {
      element: id,
      locale,
      segment: segment?.id ?? pin.segment,
      pinned: pin.segment,
      article: document?.article ?? pin.article ?? row.article,
    };
    const code = write === undefined ? codeOf(state, changed) : `repin-${write}`;
    return [
      syncFinding(code, 'error', 'rules', {
        ...common,
        ...(document && segment ? placeOf(document, segment) : document ? { path: document.path } : {}),
        values,
        statement,
        answers:
          write === undefined ? answersTo(row, statement, several ? `${spec}:${pin.segment}` : spec) : [],
        concerns: document && segment && segment.translated ? concerns(document, segment.id) : [],
      }),
    ];
  });
}

function codeOf(state: Statement['state'], changed: Statement['changed']): string {
  return state === 'changed' ? `statement-changed-${changed ?? 'both'}` : `statement-${state}`;
}

function answersTo(row: MatrixRow, statement: Statement, spec: string): SyncAnswer[] {
  if (statement.state === 'gone') return [answerOf(spec, 'gone', '')];
  const disputes = disputeIsOpen(statement) ? ['undisputed', 'disputed'] : [''];
  const kept = conditions(row, statement.states).flatMap((condition) =>
    disputes.map((dispute) => {
      const given = [condition, dispute].filter((part) => part !== '');
      const known = [statedCondition(statement.states), dispute].filter((part) => part !== '');
      return answerOf(spec, (condition === '' ? known : given).join('-') || 'same', given.join(','));
    }),
  );
  return [...kept, answerOf(spec, 'gone', 'gone')];
}

/** Names the condition that the sentence is known to state, where it is another than the pin's. */
function statedCondition(states: Statement['states']): string {
  if (states === 'in-force') return 'in-force';
  return typeof states === 'number' ? 'variant' : '';
}

/** Lists the conditions that a person has to choose among; the empty one where there is nothing to choose. */
function conditions(row: MatrixRow, states: Statement['states']): string[] {
  if (states !== 'unclear') return [''];
  const variants = (row.placed.element as { variants?: unknown[] }).variants ?? [];
  return [
    'in-force',
    ...variants.map((_, index) => (variants.length === 1 ? 'variant' : `variant-${index + 1}`)),
  ];
}

function answerOf(spec: string, code: string, given: string): SyncAnswer {
  return { code: code.replace(/-\d+/u, ''), spec: given === '' ? spec : `${spec}=${given}` };
}

function statedNowhere(row: MatrixRow): SyncFinding[] {
  const statements = row.cells.flatMap((cell) => cell.statements);
  if (statements.length === 0 || row.cells.some((cell) => cell.candidate)) return [];
  if (statements.some(({ state }) => state !== 'gone')) return [];
  if (!statements.some(({ document }) => document)) return []; // No page to look at.
  const { id } = row.placed.element;
  const values = { element: id };
  return [
    syncFinding('stated-nowhere', 'error', 'rules', {
      workflow: row.workflow,
      elements: [id],
      path: row.file,
      values,
      locales: statements.map(({ pin }) => pin.locale),
    }),
  ];
}

function placeOf(
  document: Document,
  segment: { at: { line: number; column: number } },
): { path: string; at: { line: number; column: number } } {
  return { path: document.path, at: segment.at };
}
