import type { Diagnostic } from '../diagnostic/diagnostic.ts';
import { fileError } from '../diagnostic/read-text.ts';
import { writeText } from '../diagnostic/write-text.ts';

/** Writes a file that an option names, and the folders above it; what goes wrong is a diagnostic that names `shown`. */
export function writeOutput(path: string, text: string, shown: string): Diagnostic | undefined {
  try {
    writeText(path, text);
    return undefined;
  } catch (error) {
    return fileError(error, shown);
  }
}
