import { realpath, stat } from 'node:fs/promises';
import { join, relative, resolve } from 'node:path';
import { parseDocument } from '../content/parse-document.ts';
import { type ReadResult, readDocuments } from '../content/read-documents.ts';
import { compareText, type Diagnostic } from '../diagnostic/diagnostic.ts';
import { decodeText } from '../diagnostic/read-text.ts';
import { folderOf } from './lint/earlier-pages.ts';
import { openRepository, type Repository } from './lint/git.ts';

/**
 * Reads all pages of an earlier version: of a folder, or of a git revision.
 *
 * @param base A folder relative to `cwd`, else a git revision (`HEAD~1`, a tag, a commit).
 * @param content Folder that holds the pages today; of a revision, the pages below the same folder are read.
 * @returns What could be read, or why there is no earlier version.
 */
export async function readBase(
  base: string,
  cwd: string,
  content: string,
): Promise<{ results: ReadResult[]; diagnostics: Diagnostic[] }> {
  const path = resolve(cwd, base);
  if (await stat(path).catch(() => undefined))
    return { results: await readDocuments([path]), diagnostics: [] };
  const repository = await openRepository(await folderOf(content).catch(() => cwd));
  if (!repository || !(await repository.hasRevision(base))) {
    const code = repository ? 'unknown-base' : 'no-repository';
    const diagnostic = { code, severity: 'error', path: '--base', values: { found: base } } as const;
    return { results: [], diagnostics: [diagnostic] };
  }
  return { results: await readRevision(repository, base, content), diagnostics: [] };
}

async function readRevision(
  repository: Repository,
  revision: string,
  content: string,
): Promise<ReadResult[]> {
  const folder = relative(repository.root, await realpath(content).catch(() => content)).replaceAll(
    '\\',
    '/',
  );
  const prefix = folder === '' ? '' : `${folder}/`;
  const pages = (await repository.listFiles(revision))
    .filter((name) => name.startsWith(prefix) && /\.md$/iu.test(name) && !/(?:^|\/)readme\.md$/iu.test(name))
    .toSorted(compareText);
  const results: ReadResult[] = [];
  for (const page of pages) {
    const text = decodeText(await repository.readFile(revision, page), `${revision}:${page}`);
    results.push(
      typeof text === 'string'
        ? { path: page, document: parseDocument(text, join(page).replaceAll('\\', '/')) }
        : { path: page, error: text },
    );
  }
  return results;
}
