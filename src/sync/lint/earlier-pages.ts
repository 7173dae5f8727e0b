import { stat } from 'node:fs/promises';
import { basename, relative, resolve } from 'node:path';
import { languageOf } from '../../content/document-index.ts';
import type { Document } from '../../content/document.ts';
import { parseDocument } from '../../content/parse-document.ts';
import { findPages } from '../../content/find-pages.ts';
import type { Diagnostic } from '../../diagnostic/diagnostic.ts';
import { decodeText, readText } from '../../diagnostic/read-text.ts';
import { openRepository, type Repository } from './git.ts';

/** Earlier versions of pages: those of a folder, or of a git revision. */
export interface EarlierPages {
  /** Gives the earlier version of a page, a diagnostic where it cannot be read, nothing where there was none. */
  find: (document: Document) => Promise<Document | Diagnostic | undefined>;
}

/**
 * Opens the earlier versions that `--base` names: a folder (or one page), else a git revision.
 *
 * @param base What the user wrote.
 * @param cwd Folder that paths are relative to.
 * @param near A path of the pages to compare, whose repository is asked for a revision.
 */
export async function openEarlierPages(
  base: string,
  cwd: string,
  near: string,
): Promise<EarlierPages | Diagnostic> {
  const path = resolve(cwd, base);
  const found = await stat(path).catch(() => undefined);
  if (found) {
    const pages = found.isDirectory() ? (await findPages(path)).pages : [path];
    if (pages.length === 0) return { code: 'no-documents', severity: 'error', path: base };
    const read = (page: string): Promise<string | Diagnostic> => readText(page, page);
    return earlierPages(pages, read, { cwd, any: !found.isDirectory() });
  }
  const repository = await openRepository(await folderOf(resolve(cwd, near)));
  if (!repository || !(await repository.hasRevision(base))) {
    const code = repository ? 'unknown-base' : 'no-repository';
    return { code, severity: 'error', path: '--base', values: { found: base } };
  }
  return revisionPages(repository, base, cwd);
}

/** Opens the pages of a git revision. */
export async function revisionPages(
  repository: Repository,
  revision: string,
  cwd: string,
): Promise<EarlierPages> {
  const pages = (await repository.listFiles(revision)).filter((name) => /\.md$/iu.test(name));
  const read = async (page: string): Promise<string | Diagnostic> =>
    decodeText(await repository.readFile(revision, page), `${revision}:${page}`);
  return earlierPages(pages, read, { cwd, from: repository.root });
}

/** Gives the folder that a path is or stands in. */
export async function folderOf(path: string): Promise<string> {
  const found = await stat(path).catch(() => undefined);
  return found?.isDirectory() ? path : resolve(path, '..');
}

function earlierPages(
  pages: readonly string[],
  read: (page: string) => Promise<string | Diagnostic>,
  { cwd, from, any = false }: { cwd: string; from?: string; any?: boolean },
): EarlierPages {
  const byName = new Map<string, string[]>();
  for (const page of pages) {
    const name = basename(page).toLowerCase();
    byName.set(name, [...(byName.get(name) ?? []), page]);
  }
  return {
    find: async (document) => {
      const path = from === undefined ? document.path : relative(from, resolve(cwd, document.path));
      const candidates = any ? pages : (byName.get(basename(path).toLowerCase()) ?? []);
      for (const page of byLikeness(candidates, path)) {
        const text = await read(page);
        if (typeof text !== 'string') return text;
        const earlier = parseDocument(text, page.replaceAll('\\', '/'));
        if (languageOf(earlier.locale) === languageOf(document.locale)) return earlier;
      }
      return undefined;
    },
  };
}

/** Orders paths by how many of their last parts they share with a path, most first. */
function byLikeness(pages: readonly string[], path: string): string[] {
  const wanted = path.replaceAll('\\', '/').split('/').toReversed();
  const shared = (page: string): number => {
    const parts = page.replaceAll('\\', '/').split('/').toReversed();
    const end = parts.findIndex((part, index) => part !== wanted[index]);
    return end < 0 ? parts.length : end;
  };
  return pages.toSorted((a, b) => shared(b) - shared(a));
}
