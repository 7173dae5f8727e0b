import type { Defect } from '../finding.ts';
import type { CheckContext } from './context.ts';
import { actorNames, type ActorName, type ActorRole, honorific } from './language.ts';
import type { Reading } from './reading.ts';

/** Pages address partners and users as "you", and translations name them, or the other way round. */
const interchangeable: readonly (readonly ActorName[])[] = [
  ['you', 'partner', 'user'],
  ['customer', 'user'],
];

/** Several sentences in one segment: which of one side answers to which of the other is not known. */
const sentences = /[.!?。]["')」]?\s*\p{L}/u;

/**
 * Compares who does, and who is allowed, made or kept from doing. In sentences of several clauses each clause has its
 * own actor: there, who must not or cannot do something is compared, and who acts in the main clause, where clauses
 * that depend on it can be told apart from it.
 */
export function checkActor(context: CheckContext): Defect[] {
  const { source, target } = context;
  const barred = shiftedActor(doersIn(source, ['barred']), doersIn(target, ['barred'], context.honorific));
  if (barred) return [defectOf(barred, barred.polite ? 'warning' : 'error')];
  const shifted = source.has('subordinate') ? shiftedInMainClause(context) : shiftedInClause(context);
  return shifted ? [defectOf(shifted, 'warning')] : [];
}

/** Who does on one side, and who on the other. */
interface Shift {
  cue: string;
  found: string;
  /** True where the translation names the other by a word that may mean either. */
  polite: boolean;
}

function defectOf({ cue, found }: Shift, severity: Defect['severity']): Defect {
  return { check: 'actor', code: 'actor-shifted', severity, values: { cue, found } };
}

function shiftedInClause(context: CheckContext): Shift | undefined {
  const roles = ['agent', 'causee'] as const;
  return shiftedActor(
    doersIn(context.source, [...roles, 'passive']),
    doersIn(context.target, roles, context.honorific),
  );
}

function shiftedInMainClause(context: CheckContext): Shift | undefined {
  const { source, target } = context;
  const main = source.mainClause();
  // What is left depends on a noun, and so may any actor of the target.
  if (main.has('subordinate') || sentences.test(source.text) || sentences.test(target.text)) return undefined;
  return shiftedActor(doersIn(main, ['main', 'passive']), [
    ...doersIn(target.mainClause(), ['main'], context.honorific),
    ...doersIn(target, ['topic'], context.honorific),
  ]);
}

function shiftedActor(doers: readonly Doer[], found: readonly Doer[]): Shift | undefined {
  const [doer] = doers;
  if (!doer || found.some((other) => doers.some((each) => isSame(each, other)))) return undefined;
  // "Users" stand for whoever the page is about.
  const other = found.find(({ names }) => !names.includes('user'));
  return other && { cue: doer.words, found: other.words, polite: other.polite };
}

interface Doer {
  /** Whom the words may mean. */
  names: readonly ActorName[];
  /** How the sentence says it. */
  words: string;
  polite: boolean;
}

/** @param meant Whom the polite word of the language stands for on this page; undefined where that is not known. */
function doersIn(reading: Reading, roles: readonly ActorRole[], meant?: ActorName): Doer[] {
  const found = (name: ActorName | typeof honorific, names: readonly ActorName[]): Doer[] => {
    const [mark] = roles.flatMap((role) => reading.findActor(name, role));
    return mark ? [{ names, words: mark.text.trim(), polite: name === honorific }] : [];
  };
  return [
    ...actorNames.flatMap((name) => found(name, [name])),
    ...found(honorific, meant ? [meant] : ['you', 'customer', 'partner']),
  ];
}

function isSame(a: Doer, b: Doer): boolean {
  return a.names.some((one) =>
    b.names.some(
      (other) =>
        one === other || interchangeable.some((names) => names.includes(one) && names.includes(other)),
    ),
  );
}
