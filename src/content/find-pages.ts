import type { Dirent } from 'node:fs';
import { readdir, realpath, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { compareText, type Diagnostic } from '../diagnostic/diagnostic.ts';
import { fileError } from '../diagnostic/read-text.ts';

/** The pages below a folder, and the folders below it that could not be read. */
export interface FoundPages {
  /** Sorted. */
  pages: string[];
  faults: Diagnostic[];
}

/**
 * Lists the pages below a folder, without hidden folders and `node_modules`.
 *
 * Links to folders are followed once the folders themselves are read, and a folder is read once: a link back up ends
 * there, and a page has the path that it stands at rather than that of a link.
 *
 * @throws What the file system says where the folder itself cannot be read.
 */
export async function findPages(folder: string): Promise<FoundPages> {
  const found: FoundPages = { pages: [], faults: [] };
  const seen = new Set<string>();
  const links: string[] = [];

  const read = async (at: string, entries: readonly Dirent[]): Promise<void> => {
    for (const entry of entries) {
      if (entry.name.startsWith('.') || entry.name === 'node_modules') continue;
      const path = join(at, entry.name);
      if (entry.isDirectory()) await enter(path);
      else if (entry.isSymbolicLink() && (await isFolder(path))) links.push(path);
      else if (/\.md$/iu.test(entry.name) && !/^readme\.md$/iu.test(entry.name)) found.pages.push(path);
    }
  };
  const enter = async (path: string): Promise<void> => {
    try {
      const real = await realpath(path);
      if (seen.has(real)) return;
      seen.add(real);
      await read(path, await sorted(path));
    } catch (error) {
      found.faults.push(fileError(error, path.replaceAll('\\', '/')));
    }
  };

  seen.add(await realpath(folder));
  await read(folder, await sorted(folder));
  // A linked folder may hold links of its own, which come to stand at the end of the list.
  for (const link of links) await enter(link);
  found.pages.sort(compareText);
  return found;
}

async function sorted(folder: string): Promise<Dirent[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  return entries.toSorted((a, b) => compareText(a.name, b.name));
}

/** Tells whether a link leads to a folder; one that leads nowhere is read as a page, which then says so. */
async function isFolder(path: string): Promise<boolean> {
  return stat(path).then(
    (target) => target.isDirectory(),
    () => false,
  );
}
