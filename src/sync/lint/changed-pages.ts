import { realpath } from 'node:fs/promises';
import { relative, resolve } from 'node:path';
import type { Document } from '../../content/document.ts';
import { parseDocument } from '../../content/parse-document.ts';
import type { Diagnostic } from '../../diagnostic/diagnostic.ts';
import { decodeText } from '../../diagnostic/read-text.ts';
import { folderOf } from './earlier-pages.ts';
import { openRepository } from './git.ts';
import { removedSince } from './removed-since.ts';

/** The pages that differ from a git revision. */
export interface ChangedPages {
  /** Tells whether the page at a path has changed or is new. */
  has: (path: string) => Promise<boolean>;
  /** Gives the version of a changed page in the revision; nothing for a new one. */
  before: (document: Document) => Promise<Document | Diagnostic | undefined>;
  /** Tells whether the revision has no page at a path. */
  isNew: (path: string) => Promise<boolean>;
  /** Reads the pages below paths that are no longer there. */
  removed: (paths: readonly string[]) => Promise<Document[]>;
}

/** Asks git which pages differ from a revision, in the repository that the first of the paths stands in. */
export async function openChangedPages(
  revision: string,
  cwd: string,
  near: string,
): Promise<ChangedPages | Diagnostic> {
  const repository = await openRepository(await folderOf(resolve(cwd, near)));
  if (!repository || !(await repository.hasRevision(revision))) {
    const code = repository ? 'unknown-revision' : 'no-repository';
    return { code, severity: 'error', path: '--since', values: { found: revision } };
  }
  const changed = new Map((await repository.listChanged(revision)).map(({ path, before }) => [path, before]));
  const inRepository = async (path: string): Promise<string> => {
    const absolute = resolve(cwd, path);
    const real = await realpath(absolute).catch(() => absolute);
    return relative(repository.root, real).replaceAll('\\', '/');
  };
  return {
    has: async (path) => changed.has(await inRepository(path)),
    before: async (document) => {
      const path = changed.get(await inRepository(document.path));
      if (path === undefined) return undefined;
      const text = decodeText(await repository.readFile(revision, path), `${revision}:${path}`);
      return typeof text === 'string' ? parseDocument(text, path) : text;
    },
    isNew: async (path) => {
      const now = await inRepository(path);
      return changed.has(now) && changed.get(now) !== now;
    },
    removed: (paths) => removedSince(repository, revision, paths, cwd),
  };
}
