import { rmSync } from 'node:fs';
import { join } from 'node:path';
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
    throw new InputError([fileError(error, shown)]);
  }
}

/** Deletes a file of `rules/`; that it is not there is no fault. */
export function deleteRuleFile(root: string, shown: string): void {
  try {
    rmSync(join(root, shown), { force: true });
  } catch (error) {
    throw new InputError([fileError(error, shown)]);
  }
}
