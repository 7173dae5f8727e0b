import type { Document } from '../../src/content/document.ts';
import { parseDocument } from '../../src/content/parse-document.ts';

/** Makes a side-by-side page of sentence pairs; a line may hold Markdown around its pair: `1. {…}`. */
export function sideBySidePage(lines: readonly string[], locale = 'ko-KR'): Document {
  let number = 102;
  const body = lines.map((line) =>
    line.replace(/\{([^{}|]*)\|([^{}|]*)\}/gu, (_, source: string, target: string) => {
      number += 1;
      return `<span data-ttu-id="abcde-${number}">${target}</span><span class="sxs-lookup"><span data-stu-id="abcde-${number}">${source}</span></span>`;
    }),
  );
  return parseDocument(`${body.join('\n')}\n`, `content/${locale}/page.md`);
}

/** Makes a plain page of one language. */
export function plainPage(text: string, locale: string): Document {
  return parseDocument(text, `content/${locale}/page.md`);
}
