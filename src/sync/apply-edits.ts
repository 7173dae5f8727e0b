import { join } from 'node:path';
import type { Diagnostic } from '../diagnostic/diagnostic.ts';
import { fileError, readText } from '../diagnostic/read-text.ts';
import type { EditsByFile } from './pins/accept.ts';
import { editYaml } from './pins/edit-yaml.ts';
import { writeFileAtomically } from './write-file.ts';

/** A file that was written, with the number of places that changed. */
export interface WrittenFile {
  path: string;
  changes: number;
}

/** Carries edits of rule files out, each file whole or not at all; a file that cannot be written is a diagnostic. */
export async function applyEdits(
  root: string,
  edits: EditsByFile,
): Promise<{ written: WrittenFile[]; diagnostics: Diagnostic[] }> {
  const written: WrittenFile[] = [];
  const diagnostics: Diagnostic[] = [];
  for (const [path, changes] of edits) {
    const text = await readText(join(root, path), path);
    if (typeof text !== 'string') {
      diagnostics.push(text);
      continue;
    }
    try {
      const edited = editYaml(text, changes);
      if (edited === text) continue;
      await writeFileAtomically(join(root, path), edited);
      written.push({ path, changes: changes.length });
    } catch (error) {
      const isFileError = error instanceof Error && 'code' in error;
      const reason = error instanceof Error ? error.message : String(error);
      diagnostics.push(
        isFileError
          ? fileError(error, path)
          : { code: 'cannot-edit', severity: 'error', path, values: { reason } },
      );
    }
  }
  return { written, diagnostics };
}
