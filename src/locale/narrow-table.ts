import { Alphabet } from './alphabet.ts';
import type { FoldedTable, TableKind } from './language-table.ts';
import { makeAlphabet } from './make-alphabet.ts';

/**
 * Makes a table whose patterns match folded texts.
 *
 * @throws SyntaxError for a pattern that is no regular expression.
 */
export function narrowTable<Table extends object>(table: Table, kind: TableKind): FoldedTable<Table> {
  const patterns: string[] = [];
  changePatterns(table, kind, (pattern) => {
    void new RegExp(pattern.replace(/\{[a-z]\w*\}/gu, ' '), 'iu');
    patterns.push(pattern);
    return pattern;
  });
  const data = makeAlphabet(patterns);
  const alphabet = new Alphabet(data);
  return { table: changePatterns(table, kind, (pattern) => alphabet.narrow(pattern)), alphabet: data };
}

function changePatterns<Table extends object>(
  table: Table,
  { words, named = [], expand = (pattern) => pattern }: TableKind,
  change: (pattern: string) => string,
): Table {
  const one = (pattern: string): string => change(expand(pattern));
  const all = (value: unknown): unknown => {
    if (typeof value === 'string') return one(value);
    if (Array.isArray(value)) return value.map(all);
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, all(each)]));
  };
  const rename = (value: unknown): unknown =>
    Object.fromEntries(Object.entries(value ?? {}).map(([name, each]) => [one(name), all(each)]));
  return Object.fromEntries(
    Object.entries(table).map(([key, value]) => {
      if (words.includes(key)) return [key, value];
      return [key, named.includes(key) ? rename(value) : all(value)];
    }),
  ) as Table;
}
