import { isSeq, parseDocument } from 'yaml';
import { applyEdits, type Edit, editInTurn, YamlText } from './splice-yaml.ts';
import type { Pin } from './workflow.ts';
import type { YamlPath } from './yaml-source.ts';

/** The keys of a pin in their order. */
const keys = ['locale', 'article', 'segment', 'source', 'target', 'disputed'] as const;

/**
 * Makes the pins at a path of a YAML text those given. Each that stays keeps its line with the comments on it; comments
 * on one that goes stay where it was.
 */
export function updatePins(text: string, path: YamlPath, pins: readonly Pin[]): string {
  const { pins: old, inBlock } = pinsAt(text, path);
  if (!inBlock || old.length === 0) return editInTurn(text, (each) => each.replace(path, pins));
  const pairs = pairPins(old, pins);
  const yaml = new YamlText(text);
  const added = pins.filter((pin) => !pairs.has(pin));
  let edited = applyEdits(text, mergeAppends(added.map((pin) => yaml.appendAt(path, pin))));
  for (const [pin, index] of pairs) {
    const before = old[index];
    if (before) edited = updatePin(edited, [...path, index], before, pin);
  }
  const kept = new Set(pairs.values());
  for (let index = old.length - 1; index >= 0; index -= 1) {
    if (!kept.has(index)) edited = editInTurn(edited, (each) => each.remove([...path, index]));
  }
  return edited;
}

/** Pairs new pins with the old ones whose lines they take: the same sentence first, then the same language in order. */
export function pairPins(old: readonly Pin[], pins: readonly Pin[]): Map<Pin, number> {
  const pairs = new Map<Pin, number>();
  const taken = new Set<number>();
  const names: ((pin: Pin) => string)[] = [
    ({ segment, source, target }) => `${segment} ${source} ${target}`,
    ({ source, target }) => `${source} ${target}`,
    ({ segment }) => segment,
    () => '',
  ];
  for (const name of names) {
    const key = (pin: Pin): string => `${pin.locale} ${pin.article ?? ''} ${name(pin)}`;
    const free = new Map<string, number[]>();
    for (const [index, pin] of [...old.entries()].toReversed()) {
      if (taken.has(index)) continue;
      const known = free.get(key(pin));
      if (known) known.push(index);
      else free.set(key(pin), [index]);
    }
    for (const pin of pins) {
      const index = pairs.has(pin) ? undefined : free.get(key(pin))?.pop();
      if (index === undefined) continue;
      pairs.set(pin, index);
      taken.add(index);
    }
  }
  return pairs;
}

function updatePin(text: string, path: YamlPath, before: Pin, pin: Pin): string {
  let edited = text;
  let after = 'locale';
  for (const key of keys) {
    const value = pin[key];
    const anchor = after;
    if (value === undefined) {
      if (before[key] !== undefined) edited = editInTurn(edited, (yaml) => yaml.remove([...path, key]));
      continue;
    }
    after = key;
    if (value !== before[key]) edited = editInTurn(edited, (yaml) => yaml.set(path, key, value, anchor));
  }
  return edited;
}

/** Additions at one place become one, in their order. */
function mergeAppends(edits: readonly (Edit | undefined)[]): Edit[] {
  const made = edits.filter((edit) => edit !== undefined);
  const [first] = made;
  return first ? [{ ...first, text: made.map(({ text }) => text).join('') }] : [];
}

function pinsAt(text: string, path: YamlPath): { pins: Pin[]; inBlock: boolean } {
  const list = parseDocument(text).getIn(path, true);
  if (!isSeq(list)) return { pins: [], inBlock: false };
  return { pins: list.toJSON() as Pin[], inBlock: list.flow !== true };
}
