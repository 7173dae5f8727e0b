import type { Name } from './names.ts';
import { jointNames, type JointName } from '../phrase-table.ts';
import type { Phrases } from '../phrases.ts';
import { overlap, type Span, spansOf } from './span.ts';

/** What joins the parts of a list: all of them, any of them, or as the sense demands. */
export type JointKind = 'and' | 'or' | 'both' | 'list';

/** A place where a list goes on: its conjunction, with the comma and the spaces around it. */
export interface Joint extends Span {
  kind: JointKind;
  /** True where the words may as well mean something else than a list ("와", "と", "with"). */
  loose: boolean;
  /** True where a comma stands there. */
  comma: boolean;
}

const kinds: Record<JointName, { kind: JointKind; loose: boolean }> = {
  and: { kind: 'and', loose: false },
  or: { kind: 'or', loose: false },
  both: { kind: 'both', loose: false },
  list: { kind: 'list', loose: false },
  looseAnd: { kind: 'and', loose: true },
  looseOr: { kind: 'or', loose: true },
  looseBoth: { kind: 'both', loose: true },
};

const commas = /[,，、](?!\d)/gu;
const quoted =
  /“[^“”]{1,120}”|„[^„“]{1,120}“|"[^"]{1,120}"|«[^«»]{1,120}»|「[^「」]{1,120}」|『[^『』]{1,120}』|\([^()]{1,200}\)|（[^（）]{1,200}）/gu;
const space = /[\s,，、]/u;
/** Letters of commas and spaces around a conjunction. */
const farthest = 4;

/** Finds what may join names in words, outside quotation marks, brackets and the names of values. */
export function findJoints(words: string, phrases: Phrases, names: readonly Name[]): Joint[] {
  const closed = [
    ...spansOf(words, quoted),
    ...spansOf(words, phrases.idioms),
    ...names.filter(({ value }) => value !== undefined),
  ];
  const found: Joint[] = [];
  const add = (span: Span, kind: JointKind, loose: boolean): void => {
    if (
      closed.some((each) => overlap(each, span) && span.end < each.end) ||
      found.some((each) => overlap(each, span))
    )
      return;
    const wide = widen(words, span);
    found.push({ ...wide, kind, loose, comma: /[,，、]/u.test(words.slice(wide.start, span.end)) });
  };
  for (const name of jointNames) {
    const { kind, loose } = kinds[name];
    for (const span of spansOf(words, phrases.joints[name])) add(span, kind, loose);
  }
  for (const span of spansOf(words, commas)) add(span, 'list', true);
  return found.toSorted((a, b) => a.start - b.start);
}

function widen(words: string, { start, end }: Span): Span {
  let from = start;
  let to = end;
  while (from > 0 && start - from < farthest && space.test(words[from - 1] ?? '')) from -= 1;
  while (to < words.length && to - end < farthest && space.test(words[to] ?? '')) to += 1;
  return { start: from, end: to };
}
