import { parse } from 'yaml';

/** Reads the YAML of a language table. Stands by itself so that the library loads only where a table is not compiled. */
export function parseTable(text: string): unknown {
  return parse(text, { maxAliasCount: 0 });
}
