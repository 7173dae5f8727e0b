import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { InputError } from '../diagnostic/input-error.ts';
import { fileError } from '../diagnostic/read-text.ts';

/**
 * Writes a file of `rules/` so that at no moment half of it stands there: beside it first, then in its place.
 *
 * @param shown Path relative to the project.
 * @throws InputError where the file cannot be written; what was there before is still there.
 */
export async function writeRuleFile(root: string, shown: string, text: string): Promise<void> {
  const path = join(root, shown);
  const beside = `${path}.new`;
  try {
    await mkdir(dirname(path), { recursive: true });
    await writeFile(beside, text);
    await rename(beside, path);
  } catch (error) {
    await rm(beside, { force: true }).catch(() => undefined);
    throw new InputError([fileError(error, shown)]);
  }
}

/** Deletes a file of `rules/`; that it is not there is no fault. */
export async function deleteRuleFile(root: string, shown: string): Promise<void> {
  try {
    await rm(join(root, shown), { force: true });
  } catch (error) {
    throw new InputError([fileError(error, shown)]);
  }
}
