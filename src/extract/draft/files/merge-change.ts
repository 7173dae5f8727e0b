import { type ChangedVariant, type DraftChange, type ToldBody, toldBody } from '../draft.ts';
import { digestChange, digestChangePins } from './change-name.ts';
import type { FiledChange } from './draft-file.ts';
import { digestWords, isRetold, wordsOf } from './evidence-words.ts';
import { mergePins } from './merge-pins.ts';

/** Gives a change as a draft file has it when it is new. */
export function changeFields(change: DraftChange): Record<string, unknown> {
  const { element, evidence, changed, pins, variants } = change;
  return {
    element,
    state: 'draft',
    ...toldOf(change, change.body),
    ...(change.reads ? { reads: change.reads } : {}),
    evidence: { ...evidence, read: digestWords(evidence.text) },
    changed,
    pins,
    ...(variants ? { variants } : {}),
  };
}

/** Brings a change of a draft file into step: what a person made of it stays, also where the page changes again. */
export function mergeChange(
  known: FiledChange,
  change: DraftChange,
  locales: readonly string[],
): Record<string, unknown> {
  const { element, state, evidence, ...fresh } = changeFields(change);
  const edited = isBodyEdited(known);
  const told = toldOf(change, change.body);
  const own = edited ? toldOf(known, toldBody(known)) : told;
  const others = Object.fromEntries(Object.entries(fresh).filter(([key]) => !Object.hasOwn(told, key)));
  const all = [...new Set([...locales, ...change.pins.map(({ locale }) => locale)])];
  return {
    element,
    state,
    ...(known.reason === undefined ? {} : { reason: known.reason }),
    ...own,
    ...others,
    evidence: {
      ...(evidence as object),
      ...(known.evidence && isRetold(known.evidence) ? wordsOf(known.evidence) : {}),
    },
    pins: mergePins(known.pins, arePinsEdited(known), change.pins, all),
    ...(change.variants
      ? { variants: edited ? withOwn(change.variants, known.variants) : change.variants }
      : {}),
  };
}

/** Tells whether a change is still as it was drafted. */
export function isChangeEdited(known: FiledChange): boolean {
  return isBodyEdited(known) || arePinsEdited(known) || isRetold(known.evidence);
}

/** Lists what a change says of its element and of each variant. */
export function bodiesOf(
  change: { variants?: readonly ChangedVariant[] } & ToldBody,
): Record<string, unknown>[] {
  return [change, ...(change.variants ?? [])].map((each) => ({ ...toldBody(each) }));
}

function toldOf(
  { was, unencodable }: Pick<FiledChange, 'was' | 'unencodable'>,
  body: ToldBody,
): Record<string, unknown> {
  return { ...(was ? { was } : {}), ...body, ...(unencodable === undefined ? {} : { unencodable }) };
}

function isBodyEdited(known: FiledChange): boolean {
  return !known.evidence || digestChange(toldBody(known), known) !== known.evidence.drafted;
}

function arePinsEdited(known: FiledChange): boolean {
  const pinned = known.evidence?.pinned;
  return !known.evidence || (pinned !== undefined && digestChangePins(known) !== pinned);
}

function withOwn(
  variants: readonly ChangedVariant[],
  known: readonly ChangedVariant[] | undefined,
): ChangedVariant[] {
  return variants.map(({ pins }, index) => {
    const { was, ...own } = known?.[index] ?? { pins };
    return { ...(was ? { was } : {}), ...toldBody(own), pins };
  });
}
