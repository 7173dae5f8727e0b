import { createHash } from 'node:crypto';
import type { FoldedTable } from './language-table.ts';

/** Gives the name of the file that the build compiles a language's table into, beside the table. */
export function compiledName(language: string): string {
  return `${language}.compiled`;
}

/** Writes a compiled table: a line with the digests of the file it was made from and of what follows, then JSON. */
export function writeCompiled(table: FoldedTable<unknown>, source: Uint8Array): string {
  const body = JSON.stringify(table);
  return `${digest(source)} ${digest(body)}\n${body}\n`;
}

/**
 * Finds the JSON of a compiled table; undefined where it was made from other bytes, or is not as the build wrote it.
 */
export function bodyOfCompiled(text: string, source: Uint8Array): string | undefined {
  const end = text.indexOf('\n');
  const body = text.slice(end + 1, -1);
  return text.slice(0, end) === `${digest(source)} ${digest(body)}` ? body : undefined;
}

function digest(bytes: Uint8Array | string): string {
  return createHash('sha256').update(bytes).digest('hex');
}
