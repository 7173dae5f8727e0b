import { isDeepStrictEqual } from 'node:util';
import type { ElementKind } from '../../../rules/elements.ts';
import type { Condition } from '../../../rules/workflow.ts';
import { type DraftElement, type ToldBody, toldBody } from '../draft.ts';

/** What an element would say by the new words of its sentences. */
export interface NewReading {
  /** Only what differs from what it says. */
  body: ToldBody;
  /** Why the words come to no condition. */
  unencodable?: string;
  /** A condition that comes of the words of what was none. */
  reads?: Condition;
}

const notStated = 'Is not read as a requirement any more, or as none besides those of other rules.';
const toConfirm = 'Names nothing that data can show; a person can only confirm it.';
const forOthers = 'Is for other people than the rest of the sentence; each part needs a rule of its own.';

/**
 * Reads the parts of a sentence that an element has of it.
 *
 * @param stands True where the page states elsewhere still what the element says, so that both hold.
 */
export function readRequirement(
  kind: ElementKind,
  says: ToldBody,
  parts: readonly DraftElement[],
  stands: boolean,
): NewReading {
  const told = parts.map(({ body }) => toldBody(body));
  const conditions = told.flatMap(({ require }) => require ?? []);
  const none = parts.find(({ section }) => section !== 'preconditions');
  if (kind !== 'precondition') {
    const require = none ? undefined : joinAll(conditions);
    return { body: {}, ...(require ? { reads: require } : {}) };
  }
  if (parts.length === 0) return { body: {}, unencodable: notStated };
  if (none) {
    const { reason } = none.body;
    return { body: {}, unencodable: typeof reason === 'string' ? reason : toConfirm };
  }
  const audiences = told.flatMap(({ audience }) => audience ?? []);
  if (audiences.length > 0 && parts.length > 1) return { body: {}, unencodable: forOthers };
  const old = stands && says.require ? [says.require] : [];
  const require = joinAll([...old, ...conditions]);
  return { body: differing(says, { ...told[0], ...(require ? { require } : {}) }) };
}

/** Reads whose data a step changes, or what a consequence comes to. A guess is only made anew where the words before came to another. */
export function readTelling(says: ToldBody, now: ToldBody, before: ToldBody | undefined): NewReading {
  const { effect, ...guesses } = now;
  const known = effect === undefined || effect === unknownEffect ? {} : { effect };
  const others = before ? differing(before, guesses) : {};
  const renewed = differing(says, { ...others, ...known });
  if (before && effect === before.effect) delete renewed.effect;
  return { body: renewed };
}

/** The effect of a consequence whose words name none. */
const unknownEffect = 'stated';

function differing(says: ToldBody, now: ToldBody): ToldBody {
  const known = says as Record<string, unknown>;
  return Object.fromEntries(
    Object.entries(now).filter(([key, value]) => !isDeepStrictEqual(known[key], value)),
  );
}

function joinAll(conditions: readonly Condition[]): Condition | undefined {
  const children = conditions.flatMap((condition) => ('all' in condition ? condition.all : [condition]));
  const all = children.filter(
    (each, index) => children.findIndex((other) => isDeepStrictEqual(other, each)) === index,
  );
  const [first] = all;
  // What is one condition already is left as it is written.
  return all.length > 1 ? (conditions.length === 1 ? conditions[0] : { all }) : first;
}
