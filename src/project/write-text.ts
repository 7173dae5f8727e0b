import { randomUUID } from 'node:crypto';
import { rename, rm, writeFile } from 'node:fs/promises';
import { fileError } from '../diagnostic/read-text.ts';
import type { Diagnostic } from '../diagnostic/diagnostic.ts';

/**
 * Writes a text file so that it is the old one or the new one at any moment, never a part.
 *
 * @returns The diagnostic of what went wrong, naming `shown`; undefined once the file is there.
 */
export async function writeText(
  path: string,
  text: string,
  shown: string = path,
): Promise<Diagnostic | undefined> {
  const draft = `${path}.${randomUUID()}.tmp`;
  try {
    await writeFile(draft, text);
    await rename(draft, path);
    return undefined;
  } catch (error) {
    await rm(draft, { force: true });
    return fileError(error, shown);
  }
}
