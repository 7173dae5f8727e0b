import { rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Diagnostic } from '../diagnostic/diagnostic.ts';
import { InputError } from '../diagnostic/input-error.ts';
import { fileError } from '../diagnostic/read-text.ts';
import { writeText } from '../diagnostic/write-text.ts';

/**
 * Writes a file of `rules/`, whole or not at all.
 *
 * @param shown Path relative to the project.
 * @throws InputError where the file cannot be written; what was there before is still there.
 */
export function writeRuleFile(root: string, shown: string, text: string): void {
  try {
    writeText(join(root, shown), text);
  } catch (error) {
    throw new InputError([writeError(error, shown)]);
  }
}

/** Deletes a file of `rules/`; that it is not there is no fault. */
export function deleteRuleFile(root: string, shown: string): void {
  try {
    rmSync(join(root, shown), { force: true });
  } catch (error) {
    throw new InputError([writeError(error, shown)]);
  }
}

/** Says why a file could not be written. */
function writeError(error: unknown, shown: string): Diagnostic {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  // Making the folders above it fails on a file of the name of one of them.
  if (code === 'ENOTDIR' || code === 'EEXIST')
    return { code: 'file-in-the-way', severity: 'error', path: dirname(shown) };
  const known = fileError(error, shown);
  return known.code === 'unreadable-file' ? { ...known, code: 'unwritable-file' } : known;
}
