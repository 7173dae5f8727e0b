import type { Consequence, Precondition } from '../../rules/workflow.ts';
import { type SyncFinding, syncFinding } from '../sync-finding.ts';
import type { MatrixRow, Statement } from './statement.ts';

/** Lists where pages disagree with each other: other conditions, other effects, statements that some pages lack. */
export function disagreementFindings(rows: readonly MatrixRow[]): SyncFinding[] {
  return [...rows.flatMap(statedInSome), ...rows.flatMap(conditionsDiffer), ...effectsContradict(rows)];
}

/** Says which languages' pages state an element and which do not. */
function statedInSome(row: MatrixRow): SyncFinding[] {
  const absent = row.cells.filter(({ state, candidate }) => state === 'absent' && !candidate);
  const stated = row.cells.filter(({ statements }) => statements.some(isStated));
  if (absent.length === 0 || stated.length === 0) return [];
  const names = (cells: typeof absent): string[] => cells.map(({ locale }) => locale);
  const { id } = row.placed.element;
  return [
    syncFinding('stated-in-some', 'warning', 'documents', {
      workflow: row.workflow,
      elements: [id],
      locales: names(absent),
      path: row.file,
      values: { element: id, stated: names(stated).join(', '), absent: names(absent).join(', ') },
      related: sentencesOf(stated.flatMap(({ statements }) => statements)),
    }),
  ];
}

/** Says where another edition states another condition or effect, and whether it is the newer one. */
function conditionsDiffer(row: MatrixRow): SyncFinding[] {
  const statements = row.cells.flatMap((cell) => cell.statements).filter(isStated);
  const { id } = row.placed.element;
  const { variants = [] } = row.placed.element as Partial<Precondition & Consequence>;
  return variants.flatMap((_, number) => {
    const theirs = statements.filter(({ variant, states }) => variant === number && states === 'same');
    const ours = statements.filter(({ variant }) => variant === undefined);
    if (theirs.length === 0 || ours.length === 0) return [];
    const [date, against] = [newest(theirs), newest(ours)];
    const newer = date > against && against !== '';
    return [
      syncFinding(newer ? 'variant-newer' : 'conditions-differ', newer ? 'error' : 'warning', 'documents', {
        workflow: row.workflow,
        elements: [id],
        locales: [...new Set(theirs.map(({ pin }) => pin.locale))],
        path: row.file,
        values: {
          element: id,
          locales: [...new Set(theirs.map(({ pin }) => pin.locale))].join(', '),
          against: [...new Set(ours.map(({ pin }) => pin.locale))].join(', '),
          date: date || '–',
          inForce: against || '–',
        },
        related: sentencesOf([...ours, ...theirs]),
      }),
    ];
  });
}

interface Effect {
  row: MatrixRow;
  subject: string;
  effect: string;
  statements: Statement[];
}

/** Pairs the consequences, of all workflows and editions, that give one subject two effects. */
function effectsContradict(rows: readonly MatrixRow[]): SyncFinding[] {
  const bySubject = new Map<string, Effect[]>();
  for (const row of rows) {
    if (row.placed.kind !== 'consequence' || row.placed.element.state !== 'reviewed') continue;
    const { subject, effect, variants = [] } = row.placed.element as Consequence;
    const statements = row.cells.flatMap((cell) => cell.statements).filter(isStated);
    [{ effect }, ...variants].forEach((each, index) => {
      const own = statements.filter(({ variant }) => variant === (index === 0 ? undefined : index - 1));
      if (own.length === 0) return;
      const effects = bySubject.get(subject) ?? [];
      effects.push({ row, subject, effect: each.effect, statements: own });
      bySubject.set(subject, effects);
    });
  }
  return [...bySubject.values()].flatMap((effects) =>
    effects.flatMap((one, index) =>
      effects
        .slice(index + 1)
        .filter((other) => other.effect !== one.effect)
        .map((other) => contradiction(one, other)),
    ),
  );
}

function contradiction(one: Effect, other: Effect): SyncFinding {
  const ids = [one, other].map(({ row }) => row.placed.element.id);
  const locales = [...one.statements, ...other.statements].map(({ pin }) => pin.locale);
  return syncFinding('effects-contradict', 'warning', 'documents', {
    workflow: one.row.workflow,
    elements: [...new Set(ids)],
    locales: [...new Set(locales)],
    path: one.row.file,
    values: {
      subject: one.subject,
      effect: one.effect,
      element: one.row.placed.element.id,
      otherEffect: other.effect,
      otherElement: other.row.placed.element.id,
      otherWorkflow: other.row.workflow,
    },
    related: sentencesOf([...one.statements, ...other.statements]),
  });
}

function isStated({ state }: Statement): boolean {
  return state !== 'gone';
}

function newest(statements: readonly Statement[]): string {
  const days = statements.map(({ document }) => document?.frontMatter.published ?? '');
  return days.toSorted().at(-1) ?? '';
}

function sentencesOf(statements: readonly Statement[]): SyncFinding['related'] {
  return statements.flatMap(({ document, segment }) => (document && segment ? [{ document, segment }] : []));
}
