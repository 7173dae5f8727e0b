import { join } from 'node:path';
import type { Diagnostic } from '../diagnostic/diagnostic.ts';
import { fileError, readText } from '../diagnostic/read-text.ts';
import type { EditsByFile } from './pins/accept.ts';
import { editYaml } from './pins/edit-yaml.ts';
import { writeText } from '../diagnostic/write-text.ts';

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
  const ready: (WrittenFile & { edited: string })[] = [];
  const diagnostics: Diagnostic[] = [];
  for (const [path, changes] of edits) {
    const text = await readText(join(root, path), path);
    if (typeof text !== 'string') {
      diagnostics.push(text);
      continue;
    }
    try {
      const edited = editYaml(text, changes);
      if (edited !== text) ready.push({ path, edited, changes: changes.length });
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      diagnostics.push({ code: 'cannot-edit', severity: 'error', path, values: { reason } });
    }
  }
  // All at once: who interrupts finds either none of the files changed or every one.
  for (const { path, edited, changes } of ready) {
    try {
      writeText(join(root, path), edited);
      written.push({ path, changes });
    } catch (error) {
      diagnostics.push(fileError(error, path));
    }
  }
  return { written, diagnostics };
}
