import type { AlphabetData } from './alphabet.ts';

/**
 * A sort of tables, one file a language, such as the cues that label sentences. Every text in a table is a pattern, a
 * regular expression as for the flags `iu`, but under the keys that hold words; `{name}` in one is a place to fill in.
 */
export interface TableKind {
  /** Folder of the files `<language>.yaml`. */
  folder: URL;
  /** JSON Schema of a table; asked only for files that the build did not compile. */
  schema: () => Promise<object>;
  /** Keys of a table under which texts are words and no patterns. */
  words: readonly string[];
  /** Keys of a table under which the names of the values are patterns too. */
  named?: readonly string[];
  /** Writes out the shorthand of a pattern. */
  expand?: (pattern: string) => string;
}

/** A table whose patterns match texts that its alphabet has folded. */
export interface FoldedTable<Table> {
  table: Table;
  alphabet: AlphabetData;
}
