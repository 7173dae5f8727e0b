import { existsSync } from 'node:fs';
import { realpath } from 'node:fs/promises';
import { dirname, join, relative, resolve } from 'node:path';
import type { Document } from '../../content/document.ts';
import { parseDocument } from '../../content/parse-document.ts';
import { decodeText } from '../../diagnostic/read-text.ts';
import type { Repository } from './git.ts';

/**
 * Reads the pages below paths that a revision has and the working tree has not.
 *
 * What the revision has only since the branch left it was not removed by anyone here, so the common ancestor is asked.
 * A page that can no longer be read is left out: what it said is lost either way.
 *
 * @param paths Paths as the user gave them; they need not exist.
 * @param cwd Folder that they are relative to.
 * @param known Files, relative to the root of the repository, that have a later version elsewhere.
 */
export async function removedSince(
  repository: Repository,
  revision: string,
  paths: readonly string[],
  cwd: string,
  known: ReadonlyMap<string, unknown> = new Map(),
): Promise<Document[]> {
  const ancestor = await repository.commonAncestor(revision);
  const files = (await repository.listFiles(ancestor)).filter((name) => isPage(name));
  const removed = new Map<string, Document>();
  for (const path of paths) {
    const below = relative(repository.root, await realPath(resolve(cwd, path))).replaceAll('\\', '/');
    for (const name of files) {
      const rest = restBelow(name, below);
      if (
        rest === undefined ||
        removed.has(name) ||
        known.has(name) ||
        existsSync(join(repository.root, name))
      )
        continue;
      const text = decodeText(await repository.readFile(ancestor, name), name);
      const shown = join(path, rest).replaceAll('\\', '/');
      if (typeof text === 'string') removed.set(name, parseDocument(text, shown));
    }
  }
  return [...removed.values()];
}

/** Tells whether a file is a page that `findPages` would find. */
function isPage(name: string): boolean {
  return (
    /\.md$/iu.test(name) &&
    !/(?:^|\/)readme\.md$/iu.test(name) &&
    !name.split('/').some((part) => part.startsWith('.') || part === 'node_modules')
  );
}

function restBelow(name: string, folder: string): string | undefined {
  if (folder === '' || name === folder) return folder === '' ? name : '';
  return name.startsWith(`${folder}/`) ? name.slice(folder.length + 1) : undefined;
}

/** Follows symbolic links as far as a path exists. */
async function realPath(path: string): Promise<string> {
  const real = await realpath(path).catch(() => undefined);
  if (real !== undefined || dirname(path) === path) return real ?? path;
  return join(await realPath(dirname(path)), relative(dirname(path), path));
}
