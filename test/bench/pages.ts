import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The longest page that ships; its copies are the pages of the benchmark. */
export const pagePath = 'content/ko/indirect-reseller-tasks-in-partner-center.md';

/** That page, side by side. */
export const sideBySidePage = readFileSync(pagePath, 'utf8');

/** The same page without its spans and its English. */
export const plainPage = sideBySidePage.replace(
  /<span class="sxs-lookup">.*?<\/span><\/span>|<span data-ttu-id="[^"]*">|<\/span>/gu,
  '',
);

/** All side-by-side pages at hand: the received collection where it is, else those that ship. */
export function listPages(): { path: string; text: string }[] {
  for (const folder of ['../shared/corpus/sxs', 'content']) {
    try {
      return readdirSync(folder, { recursive: true, encoding: 'utf8' })
        .filter((path) => path.endsWith('.md') && !path.endsWith('README.md'))
        .toSorted()
        .map((path) => ({ path: join(folder, path), text: readFileSync(join(folder, path), 'utf8') }));
    } catch {
      continue;
    }
  }
  return [];
}
