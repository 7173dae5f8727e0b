import { randomUUID } from 'node:crypto';
import {
  closeSync,
  fsyncSync,
  mkdirSync,
  openSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';

/**
 * Writes a text file so that a reader, or a run after a kill, finds the old text or the new one, never half of it. A file
 * that is replaced keeps its rights. Folders on the way are made.
 *
 * It does not wait for anything, so that no interruption that the program can act on comes in between.
 *
 * @param isPrivate Readable by its owner alone, the folders made for it included.
 * @throws What the file system says, where it cannot be written; nothing is left behind then.
 */
export function writeText(path: string, text: string, isPrivate = false): void {
  mkdirSync(dirname(path), { recursive: true, mode: isPrivate ? 0o700 : 0o777 });
  const mode = isPrivate ? 0o600 : (statSync(path, { throwIfNoEntry: false })?.mode ?? 0o666);
  const beside = join(dirname(path), `.${randomUUID()}.tmp`);
  try {
    const file = openSync(beside, 'wx', mode);
    try {
      writeFileSync(file, text);
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
    renameSync(beside, path);
  } catch (error) {
    rmSync(beside, { force: true });
    throw error;
  }
}
