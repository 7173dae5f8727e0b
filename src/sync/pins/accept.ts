import { compareText, type Diagnostic } from '../../diagnostic/diagnostic.ts';
import { segmentDigests } from '../../rules/pin-state.ts';
import type { Pin } from '../../rules/workflow.ts';
import type { SyncFinding } from '../sync-finding.ts';
import type { Acceptance } from './acceptance.ts';
import type { RuleEdit } from './rule-edit.ts';
import type { Cell, MatrixRow, Statement } from './statement.ts';
import { disputeIsOpen, isOpen } from './statement-findings.ts';
import type { UncoveredEntry } from './uncovered.ts';

/** A sentence that belongs to no rule and may be left out on purpose. */
export interface UnaccountedSentence {
  workflow: string;
  file: string;
  locale: string;
  segment: string;
  entry: { locale: string; article?: string };
}

/** Lists the sentences that belong to no rule, as `sentence-unaccounted` findings name them. */
export function unaccountedSentences(
  findings: readonly SyncFinding[],
  rows: readonly MatrixRow[],
): UnaccountedSentence[] {
  return findings.flatMap(({ code, workflow, locales, sentence }) => {
    const row = rows.find((each) => each.workflow === workflow);
    const [locale] = locales;
    if (code !== 'sentence-unaccounted' || !row || locale === undefined || !sentence) return [];
    const { article } = sentence.document;
    const entry = { locale, ...(article === row.article ? {} : { article }) };
    return [{ workflow: row.workflow, file: row.file, locale, segment: sentence.segment.id, entry }];
  });
}

/** Edits of rule files, by the path of the file. */
export type EditsByFile = Map<string, RuleEdit[]>;

/** Lists the edits that need no one's decision. */
export function certainEdits(rows: readonly MatrixRow[], uncovered: readonly UncoveredEntry[]): EditsByFile {
  const edits: EditsByFile = new Map();
  for (const row of rows) {
    for (const statement of row.cells.flatMap((cell) => cell.statements)) {
      if (statement.write !== undefined) put(edits, row.file, repin(row, statement, statement.pin.disputed));
    }
  }
  for (const { certain, after, file, path } of uncovered)
    if (certain && after) put(edits, file, { kind: 'replace', path, text: after.id });
  return edits;
}

/** Lists the edits that people's decisions ask for, and the decisions that cannot be carried out. */
export function acceptedEdits(
  rows: readonly MatrixRow[],
  uncovered: readonly UncoveredEntry[],
  unaccounted: readonly UnaccountedSentence[],
  acceptances: readonly Acceptance[],
  reason?: string,
): { edits: EditsByFile; diagnostics: Diagnostic[] } {
  const edits: EditsByFile = new Map();
  const diagnostics: Diagnostic[] = [];
  for (const acceptance of acceptances) {
    const report = (code: string, values: Record<string, string> = {}): void =>
      void diagnostics.push({
        code,
        severity: 'error',
        path: '--accept',
        values: { found: acceptance.spec, ...values },
      });
    if (acceptance.element === 'uncovered' && acceptance.segment !== undefined) {
      const { segment } = acceptance;
      const found = unaccounted.find(
        (each) =>
          each.segment === segment && fits(acceptance, each.workflow) && fitsLocale(acceptance, each.locale),
      );
      if (!found) report('nothing-to-accept');
      else if (reason === undefined) report('reason-needed');
      else
        put(edits, found.file, { kind: 'leave-out', entry: { ...found.entry, segments: [segment], reason } });
      continue;
    }
    if (acceptance.element === 'uncovered') {
      const entries = uncovered.filter(
        (entry) => !entry.certain && fits(acceptance, entry.workflow) && fitsLocale(acceptance, entry.locale),
      );
      if (entries.length === 0) report('nothing-to-accept');
      for (const { file, path, after } of entries)
        put(edits, file, after ? { kind: 'replace', path, text: after.id } : { kind: 'remove', path });
      continue;
    }
    const matching = rows.filter(
      (row) =>
        fits(acceptance, row.workflow) &&
        (acceptance.element === '*' || row.placed.element.id === acceptance.element) &&
        row.cells.some((cell) => isMeantCell(acceptance, cell)),
    );
    const workflows = [...new Set(matching.map(({ workflow }) => workflow))];
    if (matching.length === 0) report('nothing-to-accept');
    else if (workflows.length > 1 && acceptance.element !== '*')
      report('ambiguous-element', {
        expected: workflows.map((name) => `${name}/${acceptance.element}`).join(', '),
      });
    else for (const row of matching) acceptRow(row, acceptance, edits, report);
  }
  return { edits, diagnostics };
}

function acceptRow(
  row: MatrixRow,
  acceptance: Acceptance,
  edits: EditsByFile,
  report: (code: string, values?: Record<string, string>) => void,
): void {
  const own: RuleEdit[] = [];
  const id = `${row.workflow}/${row.placed.element.id}`;
  for (const cell of row.cells.filter((each) => isMeantCell(acceptance, each))) {
    const found = cell.candidate
      ? acceptCandidate(row, cell, acceptance)
      : cell.statements
          .filter((each) => isMeant(acceptance, each))
          .flatMap((statement) => acceptStatement(row, statement, acceptance));
    const missing = found.find((each) => typeof each === 'string');
    if (typeof missing === 'string') {
      // With `*` what needs an answer of its own stays open, and `sync` goes on asking.
      if (acceptance.element !== '*')
        report('answer-needed', { element: `${id}@${cell.locale}`, expected: missing });
      continue;
    }
    own.push(...(found as RuleEdit[]));
  }
  const removed = own.filter(({ kind }) => kind === 'remove').length;
  const added = own.some(({ kind }) => kind === 'add');
  const total = row.cells.reduce((count, cell) => count + cell.statements.length, 0);
  if (removed === total && !added && total > 0) {
    if (acceptance.element !== '*') report('last-statement', { element: id });
  } else for (const edit of own) put(edits, row.file, edit);
}

function acceptCandidate(row: MatrixRow, cell: Cell, { answers }: Acceptance): (RuleEdit | string)[] {
  const { candidate } = cell;
  if (!candidate || answers.includes('gone')) return [];
  const list = listFor(row, undefined, candidate.states, answers);
  if (list === undefined) return ['in-force, variant'];
  const { document, segment } = candidate;
  const article = document.article === row.article ? {} : { article: document.article };
  return [
    {
      kind: 'add',
      list,
      pin: { locale: cell.locale, ...article, segment: segment.id, ...segmentDigests(segment) },
    },
  ];
}

function acceptStatement(
  row: MatrixRow,
  statement: Statement,
  { answers }: Acceptance,
): (RuleEdit | string)[] {
  const { pin, variant, state, segment, states } = statement;
  if (state === 'gone' || !segment || answers.includes('gone'))
    return [{ kind: 'remove', path: statement.path }];
  let { disputed } = pin;
  if (disputeIsOpen(statement)) {
    if (answers.includes('undisputed')) disputed = undefined;
    else if (!answers.includes('disputed')) return ['undisputed, disputed'];
  }
  const list = listFor(row, variant, states, answers);
  if (list === undefined) return ['in-force, variant'];
  const update = repin(row, statement, disputed);
  if (list.join('/') === statement.path.slice(0, -1).join('/')) return [update];
  return [
    { kind: 'add', list, pin: update.pin },
    { kind: 'remove', path: statement.path },
  ];
}

/** Gives the list that the pin of an accepted sentence belongs to; undefined where only an answer can tell. */
function listFor(
  row: MatrixRow,
  variant: number | undefined,
  states: Statement['states'],
  answers: readonly string[],
): (string | number)[] | undefined {
  const { path, element } = row.placed;
  const inForce = [...path, 'pins'];
  const listOf = (number: number): (string | number)[] => [...path, 'variants', number, 'pins'];
  const count = ((element as { variants?: unknown[] }).variants ?? []).length;
  if (answers.includes('in-force')) return inForce;
  const named = answers.map((answer) => /^variant(?:-(\d+))?$/u.exec(answer)).find((match) => match);
  if (named) {
    const number = named[1] === undefined ? (variant ?? 0) : Number(named[1]) - 1;
    return number < count ? listOf(number) : undefined;
  }
  if (states === 'unclear') return undefined;
  if (states === 'in-force') return inForce;
  if (states === 'same') return variant === undefined ? inForce : listOf(variant);
  return listOf(states);
}

/** Puts a pin on the sentence of today. */
function repin(
  row: MatrixRow,
  { pin, path, document, segment }: Statement,
  disputed: string | undefined,
): Extract<RuleEdit, { kind: 'update' }> {
  const { article: _article, disputed: _disputed, ...rest } = pin;
  const article = document && document.article !== row.article ? { article: document.article } : {};
  const found = segment ? { segment: segment.id, ...segmentDigests(segment) } : {};
  const next: Pin = { ...rest, ...article, ...found, ...(disputed === undefined ? {} : { disputed }) };
  return { kind: 'update', path, pin: next };
}

/** Turns edits that would pin one element to one sentence twice into taking the later pin out. */
function withoutDoubles(rows: readonly MatrixRow[], edits: EditsByFile): EditsByFile {
  for (const row of rows) {
    const own = edits.get(row.file)?.filter((edit) => belongs(edit, row)) ?? [];
    if (own.length === 0) continue;
    const touched = new Set(
      own.flatMap((edit) => (edit.kind === 'add' || edit.kind === 'leave-out' ? [] : [edit.path.join('/')])),
    );
    const keyOf = (pin: Pin): string => `${pin.locale} ${pin.article ?? ''} ${pin.segment}`;
    const pinned = new Set(
      row.cells
        .flatMap((cell) => cell.statements)
        .filter(({ path }) => !touched.has(path.join('/')))
        .map(({ pin }) => keyOf(pin)),
    );
    const replaced = own.flatMap((edit): RuleEdit[] => {
      if (edit.kind !== 'update' && edit.kind !== 'add') return [edit];
      const key = keyOf(edit.pin);
      if (!pinned.has(key)) {
        pinned.add(key);
        return [edit];
      }
      return edit.kind === 'update' ? [{ kind: 'remove', path: edit.path }] : [];
    });
    const others = edits.get(row.file)?.filter((edit) => !own.includes(edit)) ?? [];
    edits.set(row.file, [...others, ...replaced]);
  }
  return edits;
}

function belongs(edit: RuleEdit, row: MatrixRow): boolean {
  if (edit.kind === 'leave-out') return false;
  const path = edit.kind === 'add' ? edit.list : edit.path;
  const { path: own } = row.placed;
  // A step's path begins those of the steps inside it, whose lists of pins stand deeper.
  return (
    own.every((key, index) => path[index] === key) && ['pins', 'variants'].includes(String(path[own.length]))
  );
}

function isMeantCell(acceptance: Acceptance, cell: Cell): boolean {
  if (!fitsLocale(acceptance, cell.locale)) return false;
  if (cell.candidate) return acceptance.segment === undefined;
  return cell.statements.some((statement) => isMeant(acceptance, statement));
}

function isMeant({ segment }: Acceptance, statement: Statement): boolean {
  return isOpen(statement) && (segment === undefined || segment === statement.pin.segment);
}

function fits({ workflow }: Acceptance, name: string): boolean {
  return workflow === undefined || workflow === name;
}

function fitsLocale({ locale }: Acceptance, name: string): boolean {
  return locale === undefined || locale === name;
}

function put(edits: EditsByFile, file: string, edit: RuleEdit): void {
  edits.set(file, [...(edits.get(file) ?? []), edit]);
}

/** Joins edits of several origins, in the order of the files. */
export function joinEdits(rows: readonly MatrixRow[], ...parts: readonly EditsByFile[]): EditsByFile {
  const joined: EditsByFile = new Map();
  for (const part of parts)
    for (const [file, edits] of part) joined.set(file, [...(joined.get(file) ?? []), ...edits]);
  return new Map([...withoutDoubles(rows, joined)].toSorted(([a], [b]) => compareText(a, b)));
}
