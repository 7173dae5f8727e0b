import type { Defect } from '../finding.ts';
import type { SentencePair } from './context.ts';
import type { CueName } from './language.ts';

/** What binds the reader of the source, and what in the target binds otherwise. */
interface Shift {
  code: string;
  stated: CueName;
  /** Cues of the source that speak of something else, so that nothing is known. */
  unless: readonly CueName[];
  /** Cues of the target that render the source. */
  kept: readonly CueName[];
  /** Cues of the target that bind otherwise; where none is named, the loss alone shifts the rule. */
  turned: readonly CueName[];
  /** Cues of the source that account for as many of them. */
  explained?: readonly CueName[];
}

/** "Should" is left alone: all four languages render it by the words for "must" as often as by milder ones. */
const shifts: readonly Shift[] = [
  {
    code: 'possible-obligation-hardened',
    stated: 'possibleObligation',
    unless: [],
    kept: ['possibility'],
    turned: ['obligation'],
  },
  {
    code: 'possible-obligation-lost',
    stated: 'possibleObligation',
    unless: [],
    kept: ['possibility'],
    turned: [],
  },
  {
    code: 'exemption-hardened',
    stated: 'exemption',
    unless: ['prohibition', 'obligation'],
    kept: ['exemption'],
    turned: ['ban', 'obligation'],
  },
  {
    code: 'prohibition-weakened',
    stated: 'prohibition',
    unless: ['exemption'],
    kept: ['ban'],
    turned: ['exemption'],
  },
  {
    code: 'permission-hardened',
    stated: 'permission',
    unless: ['possibleObligation', 'exemption', 'first', 'only'],
    explained: ['obligation', 'advice', 'exemption'],
    kept: ['choice', 'possibility'],
    turned: ['obligation'],
  },
  {
    code: 'obligation-weakened',
    stated: 'duty',
    unless: ['permission', 'prohibition'],
    explained: ['ability', 'possibility', 'prohibition'],
    kept: ['obligation', 'advice', 'only'],
    turned: ['choice'],
  },
  {
    // "Must X before you can Y": the "can" of the translation is to be that of Y, and then X has a word of its own.
    code: 'obligation-weakened',
    stated: 'prerequisite',
    unless: [],
    kept: ['obligation', 'advice', 'only', 'ban', 'after'],
    turned: ['choice'],
  },
  {
    code: 'possibility-hardened',
    stated: 'may',
    unless: ['possibleObligation', 'exemption', 'prohibition'],
    explained: ['obligation', 'advice'],
    kept: ['choice', 'possibility'],
    turned: ['obligation'],
  },
];

/** Compares how binding the two sides are: must, may need to, may or can, need not, must not. */
export function checkModality(context: SentencePair): Defect[] {
  const { source, target } = context;
  for (const { code, stated, unless, kept, turned, explained = [] } of shifts) {
    const [cue] = source.find(stated);
    if (!cue || unless.some((name) => source.has(name)) || kept.some((name) => target.has(name))) continue;
    const marks = turned.flatMap((name) => target.find(name));
    const [found] = marks.slice(explained.reduce((sum, name) => sum + source.count(name), 0));
    if (found || turned.length === 0)
      return [
        {
          check: 'modality',
          code,
          severity: found ? 'error' : 'warning',
          values: { cue: cue.text, ...(found ? { found: found.text } : {}) },
        },
      ];
  }
  return [];
}
