import { mkdir } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { Diagnostic } from '../diagnostic/diagnostic.ts';
import { fileError } from '../diagnostic/read-text.ts';
import { writeFileAtomically } from '../sync/write-file.ts';

/** Writes a file that an option names, and the folders above it; what goes wrong is a diagnostic that names `shown`. */
export async function writeOutput(
  path: string,
  text: string,
  shown: string,
): Promise<Diagnostic | undefined> {
  try {
    await mkdir(dirname(path), { recursive: true });
    await writeFileAtomically(path, text);
    return undefined;
  } catch (error) {
    return fileError(error, shown);
  }
}
