import { stat } from 'node:fs/promises';
import { join, relative, resolve } from 'node:path';
import type { Diagnostic } from '../diagnostic/diagnostic.ts';
import { fileError, readText } from '../diagnostic/read-text.ts';
import type { Document } from './document.ts';
import { findPages } from './find-pages.ts';

/** Reads one page from disk; a fault is a value. `shownPath` is what findings name it by. */
export type ReadPage = (path: string, shownPath: string) => Promise<ReadResult>;

/** What became of one path: a document, or the diagnostic that says why not. */
export type ReadResult = { path: string; document: Document } | { path: string; error: Diagnostic };

/**
 * Reads pages. A folder stands for the `.md` files below it, in the order of their paths; a README.md is about the
 * folder and is no page. Every path yields a document or an error; a folder without pages yields `no-documents`.
 */
export async function readDocuments(paths: readonly string[]): Promise<ReadResult[]> {
  const results: ReadResult[] = [];
  for await (const result of eachDocument(paths)) results.push(result);
  return results;
}

/**
 * Reads pages as `readDocuments` does, one after the other, so that none has to be kept. A page is read once.
 *
 * @param cwd Folder that the paths are relative to; findings name the paths as given.
 * @param read How a page is read, where some are known already.
 */
export async function* eachDocument(
  paths: readonly string[],
  cwd = '',
  read: ReadPage = readDocument,
): AsyncGenerator<ReadResult> {
  const seen = new Set<string>();
  for (const path of paths) {
    for (const file of await expandPath(path, cwd)) {
      if (typeof file !== 'string') {
        yield file;
        continue;
      }
      const absolute = resolve(cwd, file);
      if (seen.has(absolute)) continue;
      seen.add(absolute);
      yield await read(absolute, file);
    }
  }
}

/** Reads one page from disk, as `ReadPage` says. */
export async function readDocument(path: string, shownPath: string = path): Promise<ReadResult> {
  const shown = shownPath.replaceAll('\\', '/');
  const text = await readText(path, shown);
  if (typeof text !== 'string') return { path: shown, error: text };
  // The Markdown parser is most of what there is to load; a page that is known already does not need it.
  const { parseDocument } = await import('./parse-document.ts');
  return { path: shown, document: parseDocument(text, shown) };
}

async function expandPath(path: string, cwd: string): Promise<(string | ReadResult)[]> {
  // Resolved, no path at all would be the working folder.
  if (path === '') return [{ path, error: { code: 'empty-path', severity: 'error' } }];
  const absolute = resolve(cwd, path);
  const given = (found: string): string => join(path, relative(absolute, found));
  try {
    if (!(await stat(absolute)).isDirectory()) return [path];
    const { pages, faults } = await findPages(absolute);
    const unread = faults.map((fault): ReadResult => {
      const shown = given(fault.path ?? absolute).replaceAll('\\', '/');
      return { path: shown, error: { ...fault, path: shown } };
    });
    if (pages.length + unread.length > 0) return [...unread, ...pages.map(given)];
    return [{ path, error: { code: 'no-documents', severity: 'error', path } }];
  } catch (error) {
    return [{ path, error: fileError(error, path) }];
  }
}
