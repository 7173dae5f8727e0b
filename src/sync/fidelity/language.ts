import { Alphabet } from '../../locale/alphabet.ts';
import { compilePattern } from '../../locale/compile-pattern.ts';
import type { FoldedTable } from '../../locale/language-table.ts';

/** The cue groups of the tables; `languages/README.md` says what each means and which side has it. */
export const cueNames = [
  'negation',
  'negative',
  'allowance',
  'denial',
  'obligation',
  'possibility',
  'ability',
  'possibleObligation',
  'permission',
  'advice',
  'ban',
  'exemption',
  'prohibition',
  'duty',
  'choice',
  'prerequisite',
  'may',
  'freeOf',
  'free',
  'charged',
  'subordinate',
  'aside',
  'before',
  'after',
  'earlier',
  'later',
  'starting',
  'noLater',
  'until',
  'within',
  'atLeast',
  'atMost',
  'moreThan',
  'lessThan',
  'first',
  'only',
  'everyItem',
  'some',
  'notAll',
  'or',
  'orStrict',
  'and',
  'andStrict',
  'unless',
  'except',
] as const;

export type CueName = (typeof cueNames)[number];

/** Actors whose part in a sentence is compared. */
export const actorNames = ['you', 'customer', 'partner', 'microsoft', 'user'] as const;

/** The part of an actor in a sentence: who does, who is made or kept from doing, who must not or cannot. */
export type ActorRole = 'agent' | 'causee' | 'barred' | OptionalRole;

/**
 * Parts that only some languages tell apart: who does in a main clause (`agent` where absent), whom a whole sentence is
 * about, and who does what is said in the passive.
 */
type OptionalRole = 'main' | 'topic' | 'passive';

export type ActorName = (typeof actorNames)[number];

/** How a language politely calls either the reader or the customer, so that the page has to tell which. */
export const honorific = 'honorific';

/** What to look for and what only looks like it: regular expressions without flags, `~` for further letters. */
export interface CuePatterns {
  match: readonly string[];
  except?: readonly string[];
}

/** One language's words, as its YAML file gives them. */
export interface LanguageTable {
  /** BCP 47 language. */
  language: string;
  /** True where white space parts words, so that a pattern stands for whole words. */
  spaced: boolean;
  /** Expression for a letter that every sentence of the language has. */
  script: string;
  cues: Record<string, CuePatterns>;
  actors: Record<ActorName, { subject: readonly string[]; mention: readonly string[] }>;
  /** Polite words that stand for the reader or for the customer; absent where a language has none. */
  honorific?: readonly string[];
  /** Number words (as patterns) and their values. */
  numbers: Record<string, number>;
  /** Names of the twelve months as patterns, January first; empty where months are written in digits. */
  months: readonly string[];
  /** True where a space may part thousands (18 750). */
  thousandsSpace?: boolean;
  /** Units of time, by name, as patterns of what follows a number. */
  units: Record<string, string>;
  /** Words that multiply the number before them. */
  scales: Record<string, number>;
  /** How an actor (`{actor}`) stands as who does something, and as who is made or kept from doing it. */
  roles: Record<Exclude<ActorRole, OptionalRole>, readonly string[]> &
    Partial<Record<OptionalRole, readonly string[]>>;
}

/** A cue group ready for use, on texts that its language has folded. */
export interface Cue {
  match: RegExp;
  except: RegExp | undefined;
}

/**
 * A language ready for use; its expressions are made when first asked for, and match texts that it has folded.
 */
export class Language {
  readonly table: LanguageTable;
  /** Matches a letter of the language. */
  readonly script: RegExp;
  readonly #alphabet: Alphabet;
  /** Matches a letter or digit, which a whole word has not beside it. */
  readonly #inWord: string;
  readonly #compiled = new Map<string, Cue>();

  constructor({ table, alphabet }: FoldedTable<LanguageTable>) {
    this.table = table;
    this.script = new RegExp(table.script, 'u');
    this.#alphabet = new Alphabet(alphabet);
    this.#inWord = this.#alphabet.narrow(String.raw`[\p{L}\p{N}_]`);
  }

  /** Folds a text for the expressions of the language; the answer has its length. */
  fold(text: string): string {
    return this.#alphabet.fold(text);
  }

  /** Writes an expression that stands in no table to match folded texts. */
  narrow(source: string): string {
    return this.#alphabet.narrow(source);
  }

  /** Makes one expression of several patterns of the table; nothing of none. */
  compile(patterns: readonly string[], flags: '' | 'g'): RegExp | undefined {
    if (patterns.length === 0) return undefined;
    const any = `(?:${patterns.join('|')})`;
    return compilePattern(this.table.spaced ? `(?<!${this.#inWord})${any}(?!${this.#inWord})` : any, flags);
  }

  /** Gives a cue group; one that the table lacks never matches. */
  cue(name: string): Cue {
    return this.#compile(name, () => this.table.cues[name] ?? { match: [], except: [] });
  }

  /** Gives how an actor stands in a role, or, as `mention`, what it is called anywhere. */
  actor(name: ActorName | typeof honorific, role: ActorRole | 'mention'): Cue {
    return this.#compile(`${name} ${role}`, () => {
      const polite = this.table.honorific ?? [];
      const { subject, mention } =
        name === honorific ? { subject: polite, mention: polite } : this.table.actors[name];
      if (role === 'mention') return { match: mention, except: [] };
      if (subject.length === 0) return { match: [], except: [] };
      const names = (role === 'causee' ? [...subject, ...mention] : subject).join('|');
      const { roles } = this.table;
      const match = (roles[role] ?? (role === 'main' ? roles.agent : [])).map((pattern) =>
        pattern.replaceAll('{actor}', `(?:${names})`),
      );
      return { match, except: [] };
    });
  }

  #compile(key: string, patterns: () => CuePatterns): Cue {
    const known = this.#compiled.get(key);
    if (known) return known;
    const { match, except = [] } = patterns();
    const cue: Cue = {
      match: this.compile(match, 'g') ?? /(?!)/g,
      except: this.compile(except, 'g'),
    };
    this.#compiled.set(key, cue);
    return cue;
  }
}
