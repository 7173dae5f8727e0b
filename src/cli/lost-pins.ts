import { isAbsolute, relative, resolve } from 'node:path';
import { languageOf } from '../content/document-index.ts';
import { listPinnedElements } from '../rules/pinned-elements.ts';
import type { RemovedPage } from '../sync/lint/removed-pages.ts';
import type { CommandContext } from './command.ts';

/**
 * Makes what tells which rule elements lose their sentences with a page. Rules speak of the pages of their own project;
 * nothing is lost where a page of the article is still there in that language, at whatever path.
 */
export async function readLostPins(
  removed: readonly RemovedPage[],
  { root, io, options, project }: CommandContext,
): Promise<(page: RemovedPage) => readonly string[]> {
  const folders = [root, ...(options.values.get('content') ?? []).map((folder) => resolve(io.cwd, folder))];
  const own = removed.filter(({ path }) => folders.some((folder) => isBelow(folder, resolve(io.cwd, path))));
  if (own.length === 0) return () => [];
  const { rules, documents } = await project();
  return (page) => {
    const language = languageOf(page.locale);
    const lost = own.includes(page) && documents.find(language, page.article) === undefined;
    return lost ? listPinnedElements([...rules.workflows.values()], language, page.article) : [];
  };
}

function isBelow(folder: string, path: string): boolean {
  const rest = relative(folder, path);
  return !rest.startsWith('..') && !isAbsolute(rest);
}
