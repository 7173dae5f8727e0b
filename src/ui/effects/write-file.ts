import { randomUUID } from 'node:crypto';
import { closeSync, fsyncSync, mkdirSync, openSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

/**
 * Writes a text file so that a reader, or a run after a kill, finds the old text or the new one, never half of it.
 *
 * @param isPrivate Readable by its owner alone, the folders made for it included.
 * @throws What the file system says, where it cannot be written; nothing is left behind then.
 */
export function writeFileAtomic(path: string, text: string, isPrivate = false): void {
  mkdirSync(dirname(path), { recursive: true, mode: isPrivate ? 0o700 : 0o777 });
  const temporary = `${path}.${randomUUID()}.tmp`;
  const file = openSync(temporary, 'w', isPrivate ? 0o600 : 0o666);
  try {
    writeFileSync(file, text);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
  try {
    renameSync(temporary, path);
  } catch (error) {
    rmSync(temporary, { force: true });
    throw error;
  }
}
