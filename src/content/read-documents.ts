import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { compareText, type Diagnostic } from '../diagnostic/diagnostic.ts';
import type { Document } from './document.ts';
import { parseDocument } from './parse-document.ts';

/** Limits that keep one hostile file from taking the whole run. */
export const documentLimits = { bytes: 10 * 1024 * 1024, lineBytes: 1024 * 1024 };

/** What became of one path: a document, or the diagnostic that says why not. */
export type ReadResult = { path: string; document: Document } | { path: string; error: Diagnostic };

/**
 * Reads pages. A folder stands for the `.md` files below it, in the order of their paths; a README.md is about the
 * folder and is no page. Every path yields a document or an error; a folder without pages yields `no-documents`.
 */
export async function readDocuments(paths: readonly string[]): Promise<ReadResult[]> {
  const results: ReadResult[] = [];
  for (const path of paths) {
    for (const file of await expandPath(path)) {
      results.push(typeof file === 'string' ? await readDocument(file) : file);
    }
  }
  return results;
}

/** Reads one page from disk; a fault is a value. `shownPath` is what findings name it by. */
export async function readDocument(path: string, shownPath: string = path): Promise<ReadResult> {
  const shown = shownPath.replaceAll('\\', '/');
  const text = await readText(path, shown);
  return typeof text === 'string'
    ? { path: shown, document: parseDocument(text, shown) }
    : { path: shown, error: text };
}

/** Lists the pages below a folder, sorted, without hidden folders and `node_modules`. */
export async function findPages(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  const found: string[] = [];
  for (const entry of entries.toSorted((a, b) => compareText(a.name, b.name))) {
    if (entry.name.startsWith('.') || entry.name === 'node_modules') continue;
    const path = join(folder, entry.name);
    if (entry.isDirectory()) found.push(...(await findPages(path)));
    else if (/\.md$/iu.test(entry.name) && !/^readme\.md$/iu.test(entry.name)) found.push(path);
  }
  return found;
}

async function expandPath(path: string): Promise<(string | ReadResult)[]> {
  try {
    if (!(await stat(path)).isDirectory()) return [path];
    const pages = await findPages(path);
    return pages.length > 0 ? pages : [{ path, error: { code: 'no-documents', severity: 'error', path } }];
  } catch (error) {
    return [{ path, error: fileError(error, path) }];
  }
}

async function readText(path: string, shown: string): Promise<string | Diagnostic> {
  try {
    const { size } = await stat(path);
    if (size > documentLimits.bytes) {
      return {
        code: 'file-too-large',
        severity: 'error',
        path: shown,
        values: { found: size, limit: documentLimits.bytes },
      };
    }
    return decodeText(await readFile(path), shown);
  } catch (error) {
    return fileError(error, shown);
  }
}

/** Decodes UTF-8 strictly; binary, over-long lines and broken bytes are diagnostics with their place. */
export function decodeText(bytes: Uint8Array, path: string): string | Diagnostic {
  let line = 1;
  let lineStart = 0;
  for (let end = bytes.indexOf(10); ; end = bytes.indexOf(10, lineStart)) {
    const length = (end < 0 ? bytes.length : end) - lineStart;
    if (length > documentLimits.lineBytes) {
      const values = { found: length, limit: documentLimits.lineBytes };
      return { code: 'line-too-long', severity: 'error', path, at: { line, column: 1 }, values };
    }
    if (end < 0) break;
    lineStart = end + 1;
    line += 1;
  }
  if (bytes.includes(0)) return { code: 'binary-file', severity: 'error', path };
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return { code: 'invalid-utf8', severity: 'error', path };
  }
}

/** Turns a file system error into a diagnostic. */
export function fileError(error: unknown, path: string): Diagnostic {
  const code = (error as NodeJS.ErrnoException).code;
  if (code === 'ENOENT' || code === 'ENOTDIR') return { code: 'file-not-found', severity: 'error', path };
  if (code === 'EISDIR') return { code: 'is-a-directory', severity: 'error', path };
  if (code === 'EACCES' || code === 'EPERM') return { code: 'permission-denied', severity: 'error', path };
  return { code: 'unreadable-file', severity: 'error', path, values: { reason: code ?? String(error) } };
}
