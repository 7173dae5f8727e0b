import { parseDocument } from '../../../src/content/parse-document.ts';
import type { Document } from '../../../src/content/document.ts';
import { checkDocument } from '../../../src/sync/check-document.ts';
import { loadLanguages } from '../../../src/sync/fidelity/load-languages.ts';
import type { FindingValue } from '../../../src/sync/finding.ts';

/** A sentence and its translation. */
export interface Pair {
  source: string;
  target: string;
}

export const languages = await loadLanguages();

/** Makes a side-by-side page of sentence pairs, one a paragraph. */
export function pageOf(locale: string, pairs: readonly Pair[]): Document {
  const spans = pairs.map(({ source, target }, index) => {
    const id = `00000-${101 + index}`;
    return `<span data-ttu-id="${id}">${target}</span><span class="sxs-lookup"><span data-stu-id="${id}">${source}</span></span>`;
  });
  return parseDocument(
    `---\nms.contentlocale: ${locale}\n---\n\n${spans.join('\n\n')}\n`,
    `${locale}/page.md`,
  );
}

/** Checks one sentence pair that stands alone on its page. */
export function checkSentence(locale: string, pair: Pair): FindingValue[] {
  return checkDocument(pageOf(locale, [pair]), { languages });
}
