import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { compareText } from '../diagnostic/diagnostic.ts';

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
