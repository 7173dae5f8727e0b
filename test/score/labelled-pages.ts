import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { parse } from 'yaml';
import type { Document, Segment } from '../../src/content/document.ts';
import { parseDocument } from '../../src/content/parse-document.ts';
import { type Label, labels } from '../../src/extract/label.ts';

/** What an annotator said of a segment. */
export interface GoldLabels {
  labels: Label[];
  /** Labels that another annotator could have given. */
  alternatives: Label[];
  leadIn: boolean;
  /** True for a precondition that only names the role that may act: scored apart. */
  role: boolean;
}

/** A page with its labels, by segment id. */
export interface LabelledPage {
  article: string;
  /** Pages of one family share sentences, so they are held out together. */
  family: string;
  /** Families whose constructions it carries in other words: it is held out with each of them. */
  after: readonly string[];
  /**
   * The gold sets, our own labels on real pages, and made pages: in all languages, in English only, and in English as the
   * documentation of a partner portal.
   */
  set: 'dev' | 'seed' | 'own' | 'made' | 'made-en' | 'made-portal';
  document: Document;
  gold: Map<string, GoldLabels>;
}

interface GoldFile {
  article: string;
  locales: Record<string, { hash_equal?: boolean; n_map?: Record<string, string> }>;
  segments: { n: string; labels: Label[]; alt?: Label[]; leadin?: boolean; facts?: string }[];
}

const shared = new URL('../../../shared/', import.meta.url);
const locales = ['ko-KR', 'zh-CN', 'ja-JP', 'ru-RU'];

// Articles that quote each other at length.
const families: Record<string, string> = {
  'indirect-reseller-tasks-in-partner-center': 'relationships',
  'indirect-provider-tasks-in-partner-center': 'relationships',
  'customers-revoke-admin-privileges': 'relationships',
  'request-a-relationship-with-a-customer': 'relationships',
  'analyze-indirect-resellers': 'analytics',
  'analyze-subscriptions-licenses': 'analytics',
};

/** Tells whether the shared folder with gold labels and corpus stands beside the working copy. */
export function hasShared(): boolean {
  return existsSync(new URL('gold/dev/', shared)) && existsSync(new URL('corpus/sxs/', shared));
}

/** Reads all labelled pages in all locales: the gold sets and our own labels where shared/ is, and the made pages. */
export function labelledPages(): LabelledPage[] {
  const real = hasShared() ? [...goldPages('dev'), ...goldPages('seed'), ...ownPages()] : [];
  return [
    ...real,
    ...madePages('made', 'made-pages/'),
    ...madePages('made-en', 'made-pages-en/'),
    ...madePages('made-portal', 'made-pages-portal/'),
  ];
}

function goldPages(set: 'dev' | 'seed'): LabelledPage[] {
  const folder = new URL(`gold/${set}/`, shared);
  return readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .toSorted()
    .flatMap((name) => {
      const gold = JSON.parse(readFileSync(new URL(name, folder), 'utf8')) as GoldFile;
      return locales.flatMap((locale) => {
        const where = gold.locales[locale.toLowerCase()];
        const document = where && readPage(set, gold.article, locale);
        if (!document || (where.hash_equal === false && !where.n_map)) return [];
        const byNumber = new Map(document.segments.map((segment) => [numberOf(segment), segment.id]));
        const labelled = gold.segments.flatMap((segment): [string, GoldLabels][] => {
          const id = byNumber.get(where.n_map ? (where.n_map[segment.n] ?? '') : segment.n);
          if (id === undefined) return [];
          return [
            [
              id,
              {
                labels: segment.labels,
                alternatives: segment.alt ?? [],
                leadIn: segment.leadin ?? false,
                role:
                  segment.labels.includes('precondition') &&
                  /^(?:actor|caller)?role/iu.test(segment.facts ?? ''),
              },
            ],
          ];
        });
        return [page(gold.article, set, document, new Map(labelled))];
      });
    });
}

function ownPages(): LabelledPage[] {
  const file = new URL('../fixtures/extract/own-labels.yaml', import.meta.url);
  const articles = parse(readFileSync(file, 'utf8')) as Record<string, Record<string, string>>;
  return Object.entries(articles).flatMap(([article, entries]) => {
    const original = readPage('own', article, 'ko-KR');
    if (!original) return [];
    const byNumber = new Map(Object.entries(entries).flatMap(([range, text]) => expand(range, text)));
    const byText = new Map<string, GoldLabels[]>();
    for (const segment of original.segments) {
      const gold = byNumber.get(Number(numberOf(segment))) ?? parseLabels('other');
      const role = gold.labels.includes('precondition') && isRoleLine(segment);
      const text = segment.source ?? '';
      byText.set(text, [...(byText.get(text) ?? []), { ...gold, role }]);
    }
    return locales.flatMap((locale) => {
      const document = readPage('own', article, locale);
      if (!document) return [];
      const left = new Map([...byText].map(([text, gold]) => [text, [...gold]]));
      const labelled = document.segments.flatMap((segment): [string, GoldLabels][] => {
        const gold = left.get(segment.source ?? '')?.shift();
        return gold ? [[segment.id, gold]] : [];
      });
      return [page(article, 'own', document, new Map(labelled))];
    });
  });
}

/** A page of our own making: its structure with a place `{N}` for each segment, and the segments by language. */
interface MadePage {
  article: string;
  /** Articles whose constructions it carries in other words. */
  after?: string[];
  /** Markdown with `{N}` where segment N stands. */
  skeleton: string;
  /** By number: the labels as in own-labels.yaml, and the sentence by language. */
  segments: Record<string, Record<string, string>>;
}

function madePages(set: LabelledPage['set'], folderName: string): LabelledPage[] {
  const folder = new URL(`../fixtures/extract/${folderName}`, import.meta.url);
  return readdirSync(folder)
    .toSorted()
    .flatMap((name) => {
      const made = parse(readFileSync(new URL(name, folder), 'utf8')) as MadePage;
      const languages = new Set(Object.values(made.segments).flatMap((segment) => Object.keys(segment)));
      languages.delete('labels');
      // English stands beside every translation; where there is none, it is read by itself.
      if (languages.size > 1) languages.delete('en');
      return [...languages].map((language) => {
        const document = parseDocument(composePage(made, language), `${language}/${made.article}.md`);
        const labelled = document.segments.map(({ id, source, block }): [string, GoldLabels] => {
          const gold = parseLabels(made.segments[id.slice(id.indexOf('-') + 1)]?.['labels'] ?? 'other');
          const role =
            gold.labels.includes('precondition') && block.kind === 'list-item' && isRoleName(source ?? '');
          return [id, { ...gold, role }];
        });
        return page(made.article, set, document, new Map(labelled), made.after);
      });
    });
}

/** Writes a page side by side in one language; what is not translated stands in English. */
function composePage({ skeleton, segments }: MadePage, language: string): string {
  const body = skeleton.replace(/\{(\d+)\}/gu, (_place, number: string) => {
    const { en = '', [language]: target = en } = segments[number] ?? {};
    return `<span data-ttu-id="00000-${number}">${target}</span><span class="sxs-lookup"><span data-stu-id="00000-${number}">${en}</span></span>`;
  });
  return `---\nms.contentlocale: ${language}\n---\n\n${body}`;
}

function page(
  article: string,
  set: LabelledPage['set'],
  document: Document,
  gold: Map<string, GoldLabels>,
  after: readonly string[] = [],
): LabelledPage {
  return { article, family: familyOf(article), after: after.map(familyOf), set, document, gold };
}

function familyOf(article: string): string {
  return families[article] ?? article;
}

function readPage(set: LabelledPage['set'], article: string, locale: string): Document | undefined {
  const path =
    set === 'seed'
      ? new URL(`../../content/${locale.slice(0, 2)}/${article}.md`, import.meta.url)
      : new URL(`corpus/sxs/${locale}/${article}.md`, shared);
  return existsSync(path) ? parseDocument(readFileSync(path, 'utf8'), `${locale}/${article}.md`) : undefined;
}

function numberOf(segment: Segment): string {
  return segment.id.split('-').at(-1) ?? '';
}

function isRoleLine(segment: Segment): boolean {
  return (
    /appropriate roles/iu.test(segment.source ?? '') ||
    (segment.block.kind === 'list-item' && isRoleName(segment.source ?? ''))
  );
}

function isRoleName(text: string): boolean {
  return /^[\w\s-]+admin$|agent$/iu.test(text);
}

function expand(range: string, text: string): [number, GoldLabels][] {
  const [from = 0, to = from] = range.split('-').map(Number);
  return Array.from({ length: to - from + 1 }, (_, index) => [from + index, parseLabels(text)]);
}

function parseLabels(text: string): GoldLabels {
  const [main = '', alternatives = ''] = text.replace('(lead-in)', '').split('/');
  const read = (part: string): Label[] =>
    part
      .split(/[+,]/u)
      .map((word) => word.trim())
      .filter((word): word is Label => (labels as readonly string[]).includes(word));
  return {
    labels: read(main),
    alternatives: read(alternatives),
    leadIn: text.includes('(lead-in)'),
    role: false,
  };
}
