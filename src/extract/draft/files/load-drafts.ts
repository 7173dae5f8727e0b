import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { compareText, type Diagnostic, type Position } from '../../../diagnostic/diagnostic.ts';
import { readText } from '../../../diagnostic/read-text.ts';
import type { DraftFile } from './draft-file.ts';

/** Folder of the draft files in a project. */
export const draftFolder = 'rules/drafts';

/** The draft files of a project, and those that could not be read. */
export interface Drafts {
  files: DraftFile[];
  /** Paths as shown of files that have errors: they must not be written over. */
  broken: ReadonlySet<string>;
  /** Articles that those files are of, as far as can be told: nothing is drafted into other files for them. */
  closed: ReadonlySet<string>;
  diagnostics: Diagnostic[];
}

/** Loads `rules/drafts/*.yaml`; a folder that is not there has no drafts. */
export async function loadDrafts(root: string): Promise<Drafts> {
  const files: DraftFile[] = [];
  const broken = new Set<string>();
  const closed = new Set<string>();
  const diagnostics: Diagnostic[] = [];
  let names: string[] = [];
  try {
    names = await readdir(join(root, draftFolder));
  } catch {
    // No drafts yet.
  }
  for (const name of names.filter((each) => /\.ya?ml$/u.test(each)).toSorted(compareText)) {
    const shown = `${draftFolder}/${name}`;
    const text = await readText(join(root, shown), shown);
    // The YAML and schema libraries are loaded only where there are drafts.
    const { parseDraftFile } = await import('./draft-file.ts');
    const file = typeof text === 'string' ? parseDraftFile(text, shown) : [text];
    if (Array.isArray(file)) {
      broken.add(shown);
      closed.add(name.replace(/\.ya?ml$/u, ''));
      const said =
        typeof text === 'string' ? /^article:[ \t]*["']?([^"'#\r\n]+)/mu.exec(text)?.[1] : undefined;
      if (said !== undefined) closed.add(said.trim());
      diagnostics.push(...file);
    } else files.push(file);
  }
  const first = new Map<string, { path: string; at: Position }>();
  for (const { path, source, article, elements } of files) {
    for (const { id, path: at } of elements) {
      const where = source.locate([...at, 'id']);
      const name = `${article}/${id}`;
      const earlier = first.get(name);
      if (!earlier) first.set(name, { path, at: where.at });
      else if (earlier.path !== path) {
        const related = [{ ...earlier, code: 'first-here' }];
        const values = { found: name };
        diagnostics.push({ code: 'duplicate-draft', severity: 'error', path, ...where, values, related });
        broken.add(path);
        closed.add(article);
      }
    }
  }
  return { files: files.filter(({ path }) => !broken.has(path)), broken, closed, diagnostics };
}

/** Gives the path of the draft file of an article. */
export function draftPath(article: string): string {
  return `${draftFolder}/${article}.yaml`;
}
