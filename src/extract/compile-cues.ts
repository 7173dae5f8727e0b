import { Alphabet } from '../locale/alphabet.ts';
import { compilePattern } from '../locale/compile-pattern.ts';
import type { FoldedTable } from '../locale/language-table.ts';
import {
  clauseKinds,
  type ClauseKind,
  cueNames,
  type CueName,
  type CuePatterns,
  type CueTable,
} from './cue-table.ts';

/** A cue table made ready to match. Every pattern but `letter` is for texts that `alphabet` has folded. */
export interface CompiledCues {
  language: string;
  alphabet: Alphabet;
  /** Matches a letter of the language's scripts. */
  letter: RegExp;
  functionWords: ReadonlySet<string>;
  emptyWords: ReadonlySet<string>;
  /** True where words stand apart, so that length is counted in words. */
  wordBoundaries: boolean;
  /** Matches at the beginning of a clause what may precede its first telling word. */
  connectors: RegExp | undefined;
  opening: { kind: ClauseKind; pattern: RegExp }[];
  closing: { kind: ClauseKind; pattern: RegExp }[];
  cues: { name: CueName; anywhere?: RegExp; starts?: RegExp; ends?: RegExp }[];
}

/** Compiles a cue table: one regular expression for each cue and place. */
export function compileCues({ table, alphabet: data }: FoldedTable<CueTable>): CompiledCues {
  const alphabet = new Alphabet(data);
  const letterOrDigit = alphabet.narrow(String.raw`[\p{L}\p{N}]`);
  const whole = (patterns: readonly string[], flags: 'g' | 'y'): RegExp => {
    const any = `(?:${patterns.join('|')})`;
    const bounded = table.wordBoundaries ? `(?<!${letterOrDigit})${any}(?!${letterOrDigit})` : any;
    return compilePattern(bounded, flags);
  };
  const marks = (kinds: Partial<Record<ClauseKind, string[]>>): { kind: ClauseKind; pattern: RegExp }[] =>
    clauseKinds.flatMap((kind) => (kinds[kind]?.length ? [{ kind, pattern: whole(kinds[kind], 'g') }] : []));
  const compileCue = (name: CueName, patterns: CuePatterns): CompiledCues['cues'][number] => ({
    name,
    ...(patterns.anywhere?.length ? { anywhere: whole(patterns.anywhere, 'g') } : {}),
    ...(patterns.starts?.length ? { starts: whole(patterns.starts, 'y') } : {}),
    ...(patterns.ends?.length ? { ends: whole(patterns.ends, 'g') } : {}),
  });
  return {
    language: table.language,
    alphabet,
    letter: new RegExp(`[${table.scripts.map((script) => `\\p{Script=${script}}`).join('')}]`, 'u'),
    functionWords: new Set(table.functionWords),
    emptyWords: new Set(table.emptyWords),
    wordBoundaries: table.wordBoundaries,
    connectors: table.connectors.length > 0 ? whole(table.connectors, 'y') : undefined,
    opening: marks(table.subordinate.opening),
    closing: marks(table.subordinate.closing),
    cues: cueNames.flatMap((name) => {
      const patterns = table.cues[name];
      return patterns ? [compileCue(name, patterns)] : [];
    }),
  };
}
