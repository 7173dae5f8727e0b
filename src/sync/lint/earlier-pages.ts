import { existsSync } from 'node:fs';
import { stat } from 'node:fs/promises';
import { basename, dirname, isAbsolute, join, relative, resolve } from 'node:path';
import { languageOf } from '../../content/document-index.ts';
import type { Document } from '../../content/document.ts';
import { parseDocument } from '../../content/parse-document.ts';
import { findPages } from '../../content/find-pages.ts';
import type { Diagnostic } from '../../diagnostic/diagnostic.ts';
import { decodeText, readText } from '../../diagnostic/read-text.ts';
import { openRepository, type Repository } from './git.ts';
import { removedSince } from './removed-since.ts';

/** Earlier versions of pages: those of a folder, or of a git revision. */
export interface EarlierPages {
  /** Gives the earlier version of a page, a diagnostic where it cannot be read, nothing where there was none. */
  find: (document: Document) => Promise<Document | Diagnostic | undefined>;
  /** Reads the pages that belong below paths, and that no page was found to be a later version of; ask after the pages. */
  removed: (paths: readonly string[]) => Promise<Document[]>;
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
    const folder = earlierPages(pages, read, { cwd, any: !found.isDirectory() });
    return { find: folder.find, removed: (paths) => removedFromFolder(paths, pages, folder.met, read, cwd) };
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
  const { find, met } = earlierPages(pages, read, { cwd, from: repository.root });
  return { find, removed: (paths) => removedSince(repository, revision, paths, cwd, met) };
}

/** Gives the folder that a path is or stands in, or stood in: the nearest one that exists. */
export async function folderOf(path: string): Promise<string> {
  const found = await stat(path).catch(() => undefined);
  return found?.isDirectory() || dirname(path) === path ? path : folderOf(dirname(path));
}

function earlierPages(
  pages: readonly string[],
  read: (page: string) => Promise<string | Diagnostic>,
  { cwd, from, any = false }: { cwd: string; from?: string; any?: boolean },
): Pick<EarlierPages, 'find'> & { met: ReadonlyMap<string, string> } {
  const met = new Map<string, string>();
  const byName = new Map<string, string[]>();
  for (const page of pages) {
    const name = basename(page).toLowerCase();
    byName.set(name, [...(byName.get(name) ?? []), page]);
  }
  return {
    met,
    find: async (document) => {
      const path = from === undefined ? document.path : relative(from, resolve(cwd, document.path));
      const candidates = any ? pages : (byName.get(basename(path).toLowerCase()) ?? []);
      for (const page of byLikeness(candidates, path)) {
        const text = await read(page);
        if (typeof text !== 'string') return text;
        const earlier = parseDocument(text, page.replaceAll('\\', '/'));
        if (languageOf(earlier.locale) !== languageOf(document.locale)) continue;
        met.set(page, document.path);
        return earlier;
      }
      return undefined;
    },
  };
}

/**
 * Reads the pages of a folder without a later version. Where they would stand is known by their neighbours: a folder
 * none of whose pages was found again is another part of the documentation.
 */
async function removedFromFolder(
  paths: readonly string[],
  pages: readonly string[],
  met: ReadonlyMap<string, string>,
  read: (page: string) => Promise<string | Diagnostic>,
  cwd: string,
): Promise<Document[]> {
  const places = new Map<string, Set<string>>();
  for (const [page, path] of met)
    places.set(dirname(page), (places.get(dirname(page)) ?? new Set()).add(dirname(path)));
  const removed: Document[] = [];
  for (const page of pages) {
    if (met.has(page)) continue;
    const path = [...(places.get(dirname(page)) ?? [])]
      .map((folder) => join(folder, basename(page)).replaceAll('\\', '/'))
      .find((place) => paths.some((each) => isBelow(resolve(cwd, each), resolve(cwd, place))));
    if (path === undefined || existsSync(resolve(cwd, path))) continue;
    const text = await read(page);
    if (typeof text === 'string') removed.push(parseDocument(text, path));
  }
  return removed;
}

function isBelow(folder: string, path: string): boolean {
  const rest = relative(folder, path);
  return !rest.startsWith('..') && !isAbsolute(rest);
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
