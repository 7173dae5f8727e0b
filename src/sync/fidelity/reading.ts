import { findMatches } from '../../locale/compile-pattern.ts';
import type { ActorName, ActorRole, Cue, honorific, Language } from './language.ts';
import { plainText } from './plain-text.ts';

/** A place in a plain sentence: offsets in UTF-16 code units, `end` exclusive. */
export interface Mark {
  start: number;
  end: number;
  text: string;
}

/** A sentence read with the words of its language; what was once looked for is kept. */
export class Reading {
  /** The sentence without Markdown. */
  readonly text: string;
  /** The text as its language folds it, for the expressions of the language. */
  readonly folded: string;
  readonly language: Language;
  readonly #found = new Map<string, readonly Mark[]>();
  #main: Reading | undefined;

  /** @param plain True where the text has no Markdown and its places are to stay. */
  constructor(text: string, language: Language, plain = false) {
    this.text = plain ? text : plainText(text);
    this.folded = language.fold(this.text);
    this.language = language;
  }

  /** Tells whether the sentence has a letter of its language: one that has none was left in English. */
  isOwnLanguage(): boolean {
    return this.language.script.test(this.text);
  }

  /** Finds a cue group. */
  find(name: string): readonly Mark[] {
    return this.#find(name, () => this.language.cue(name));
  }

  has(name: string): boolean {
    return this.find(name).length > 0;
  }

  count(name: string): number {
    return this.find(name).length;
  }

  /** Finds an actor in a role, or anywhere. */
  findActor(name: ActorName | typeof honorific, role: ActorRole | 'mention'): readonly Mark[] {
    return this.#find(`${name} ${role}`, () => this.language.actor(name, role));
  }

  /** Reads what is left without the clauses that depend on another (`aside`): the offsets stay. */
  mainClause(): Reading {
    if (this.#main) return this.#main;
    let text = this.text;
    for (const { start, end } of this.find('aside'))
      text = text.slice(0, start) + ' '.repeat(end - start) + text.slice(end);
    this.#main = new Reading(text, this.language, true);
    return this.#main;
  }

  #find(key: string, cue: () => Cue): readonly Mark[] {
    const known = this.#found.get(key);
    if (known) return known;
    const { match, except } = cue();
    // Words that only look like the cue are blanked out with their length kept.
    const text = except ? this.folded.replace(except, (words) => ' '.repeat(words.length)) : this.folded;
    const marks = findMatches(text, match).map((found) => {
      const [start, end] = [found.index, found.index + found[0].length];
      return { start, end, text: this.text.slice(start, end) };
    });
    this.#found.set(key, marks);
    return marks;
  }
}
