import { join, relative, resolve } from 'node:path';
import type { Document } from '../content/document.ts';
import { languageOf } from '../content/document-index.ts';
import { eachDocument, type ReadResult } from '../content/read-documents.ts';
import { compareText, type Diagnostic, hasErrors } from '../diagnostic/diagnostic.ts';
import { classifyDocument } from '../extract/classify-document.ts';
import { type AgainstRules, compareWithRules } from '../extract/draft/against-rules.ts';
import { draftPages, type PageDraft } from '../extract/draft/draft-pages.ts';
import { factWords } from '../extract/draft/condition/fact-words.ts';
import { type Drafts, loadDrafts } from '../extract/draft/files/load-drafts.ts';
import { loadPhrases } from '../extract/draft/phrases.ts';
import { offeredDrafts } from '../extract/draft/files/offered-drafts.ts';
import { type DraftSide, orderDocuments } from '../extract/draft/statements.ts';
import { isUnjudged } from '../extract/is-unjudged.ts';
import { type Cues, loadCues } from '../extract/load-cues.ts';
import { matchLocale } from '../locale/negotiate.ts';
import { findProjectRoot, loadProjectRules } from '../project/load-project.ts';
import { readPage } from '../project/read-page.ts';
import { describeExtraction } from '../report/describe-extraction.ts';
import { formatExtraction } from '../report/format-extraction.ts';
import type { RuleSet } from '../rules/project.ts';
import { type CommandContext, exitCodes } from './command.ts';
import { columnsOf } from './io.ts';
import { withRenamedArticles } from './renamed-pages.ts';
import type { WrittenDraft } from './write-drafts.ts';

const sides: readonly DraftSide[] = ['both', 'source', 'target'];

/** Labels the segments of pages, drafts rules from them, and holds them against the rules there are. */
export async function run(context: CommandContext): Promise<number> {
  const { options, io } = context;
  const [side = 'both'] = options.values.get('side') ?? [];
  const against = options.flags.has('against-rules');
  const problems = usageProblems(options.positionals, side, against);
  if (problems.length > 0) {
    context.report(problems);
    return exitCodes.cannotJudge;
  }
  const place = projectPlace(context);
  const rules = place.begins ? emptyRules : await loadProjectRules(place.root);
  const stored = await loadDrafts(place.root);
  context.report([...rules.diagnostics, ...stored.diagnostics]);

  const paths = options.positionals;
  const project = against ? await context.project() : undefined;
  const read: ReadResult[] =
    paths.length > 0
      ? await readPages(paths, io.cwd)
      : (project?.documents.all ?? []).map((document) => ({ path: document.path, document }));
  const results = read.map(withText);
  const failed = results.flatMap((result) => ('error' in result ? [result.error] : []));
  const documents = results.flatMap((result) => ('document' in result ? [result.document] : []));
  context.report([...failed, ...read.flatMap(pageDiagnostics)]);
  if (documents.length === 0) {
    if (failed.length === 0) context.report([{ code: 'no-documents', severity: 'error', path: 'content' }]);
    if (context.format !== 'pretty')
      await write(context, describeExtraction({ results, labelled: [], drafts: [] }, context.translator));
    return exitCodes.cannotJudge;
  }

  const known = { drafts: stored, workflows: [...rules.workflows.values()] };
  const { drafts, workflows } = await withRenamedArticles(known, documents, context);
  const earlier = await earlierPages(context, place, documents, rules);
  if (!earlier) return exitCodes.cannotJudge;
  const cues = await loadCues();
  context.report(documents.flatMap((document) => withoutCues(document, side as DraftSide, cues)));
  const labelled = documents.map((document) => ({
    document,
    ...classifyDocument(document, { side: side as DraftSide, cues }),
  }));
  const unjudged = labelled.flatMap(({ document, segments }) =>
    isUnjudged(document, segments) ? [unjudgedPage(document, side)] : [],
  );
  context.report(unjudged);
  const pageDrafts = draftPages(
    labelled,
    workflows,
    await draftOptions(context, rules, documents, side as DraftSide),
    { files: drafts.files, earlier },
  );
  const comparison: AgainstRules | undefined = project
    ? compareWithRules(labelled, paths.length > 0 ? project.documents.all : [], workflows, drafts.files)
    : undefined;
  if (options.flags.has('write')) context.report(repeatedPages(documents));
  const written = options.flags.has('write')
    ? await (
        await import('./write-drafts.ts')
      ).writeDrafts(place, pageDrafts, drafts, workflows, context.report)
    : undefined;
  await report(context, { results, labelled, pageDrafts, drafts, comparison, written });
  const faulty =
    failed.length > 0 || unjudged.length > 0 || hasErrors(rules.diagnostics) || drafts.broken.size > 0;
  if (faulty) return exitCodes.cannotJudge;
  const open =
    comparison !== undefined &&
    (comparison.unsupported.length > 0 || comparison.uncovered.some(({ reason }) => reason === undefined));
  return open ? exitCodes.found : exitCodes.ok;
}

interface Findings {
  results: readonly ReadResult[];
  labelled: Parameters<typeof describeExtraction>[0]['labelled'];
  pageDrafts: readonly PageDraft[];
  drafts: Drafts;
  comparison: AgainstRules | undefined;
  written: readonly WrittenDraft[] | undefined;
}

async function report(context: CommandContext, found: Findings): Promise<void> {
  const { results, labelled, pageDrafts, drafts, comparison, written } = found;
  await write(
    context,
    describeExtraction(
      {
        results,
        labelled,
        drafts: pageDrafts.map((draft) => ({
          draft,
          offered: offeredDrafts(draft, drafts.files),
          file: drafts.files.find((file) => file.article === draft.article),
          written: written?.find(({ article }) => article === draft.article),
        })),
        ...(comparison ? { against: comparison } : {}),
      },
      context.translator,
    ),
  );
}

async function write(
  context: CommandContext,
  extraction: ReturnType<typeof describeExtraction>,
): Promise<void> {
  const { format, translator, io, style } = context;
  if (format === 'json') context.write(`${JSON.stringify(extraction, null, 2)}\n`);
  else if (format === 'yaml') {
    const { formatExtractionYaml } = await import('../report/format-extraction-yaml.ts');
    context.write(formatExtractionYaml(extraction));
  } else context.write(formatExtraction(extraction, translator, { columns: columnsOf(io), style }));
}

function unjudgedPage({ path }: Document, side: string): Diagnostic {
  return { code: 'nothing-judged', severity: 'error', path, values: { side } };
}

/** Tells of a page in a language that no cue table reads: without the word everything on it would pass for `other`. */
function withoutCues(document: Document, side: DraftSide, { tables }: Cues): Diagnostic[] {
  const language = languageOf(document.locale);
  // A page of no known language is reported as such.
  if (side === 'source' || language === 'und' || tables.has(language)) return [];
  const translated = document.segments.filter(({ target }) => target !== undefined);
  if (side === 'both' && translated.every(({ source }) => source !== undefined)) return [];
  if (translated.length === 0) return [];
  const values = { found: language, expected: [...tables.keys()].toSorted(compareText).join(', ') };
  return [{ code: 'no-cues', severity: 'warning', path: document.path, values }];
}

function usageProblems(paths: readonly string[], side: string, against: boolean): Diagnostic[] {
  const problems: Diagnostic[] = [];
  if (!(sides as readonly string[]).includes(side)) {
    const values = { found: side, expected: sides.join(', ') };
    problems.push({ code: 'unexpected-value', severity: 'error', path: '--side', values });
  }
  if (paths.length === 0 && !against) {
    problems.push({ code: 'missing-argument', severity: 'error', values: { expected: 'PATH' } });
  }
  return problems;
}

const emptyRules: RuleSet = {
  facts: new Map(),
  workflows: new Map(),
  advisories: [],
  broken: new Set(),
  diagnostics: [],
};

/**
 * Finds the project that drafts go to. Where there is none, one begins here with `--write`, and what would be written is
 * shown without: the rules that come with the package are not this team's. Only `--against-rules` asks for them.
 */
function projectPlace({ options, io, root }: CommandContext): { root: string; begins: boolean } {
  if (options.flags.has('against-rules') && !options.flags.has('write')) return { root, begins: false };
  const [wanted] = options.values.get('project') ?? [];
  const folder = wanted === undefined ? undefined : resolve(io.cwd, wanted);
  const nearest = findProjectRoot(folder ?? io.cwd);
  if (nearest !== undefined && (folder === undefined || nearest === folder))
    return { root: nearest, begins: false };
  return { root: folder ?? io.cwd, begins: true };
}

/**
 * Reads earlier versions of the pages: those of `--base`, else the project's own where other pages were read. What is
 * wrong with `--base` is reported and gives undefined.
 */
async function earlierPages(
  context: CommandContext,
  { root }: { root: string },
  documents: readonly Document[],
  { workflows }: RuleSet,
): Promise<Document[] | undefined> {
  const { options, io, project } = context;
  const [base] = options.values.get('base') ?? [];
  const own = join(root, 'content');
  if (base !== undefined) {
    const { readBase } = await import('../sync/read-base.ts');
    const { results, diagnostics } = await readBase(base, io.cwd, own);
    const failed = results.flatMap((result) => ('error' in result ? [result.error] : []));
    context.report([...diagnostics, ...failed]);
    return diagnostics.length > 0
      ? undefined
      : results.flatMap((each) => ('document' in each ? [each.document] : []));
  }
  const outside = documents.some(({ path }) => relative(own, resolve(io.cwd, path)).startsWith('..'));
  return outside && workflows.size > 0 ? [...(await project()).documents.all] : [];
}

/** Tells of pages that nothing is drafted from, since the article was read in their language from another page. */
function repeatedPages(documents: readonly Document[]): Diagnostic[] {
  const first = new Map<string, Document>();
  return orderDocuments(documents.map((document) => ({ document }))).flatMap(({ document }): Diagnostic[] => {
    const { article, locale, path } = document;
    const key = `${languageOf(locale)} ${article}`;
    const earlier = first.get(key);
    if (!earlier) first.set(key, document);
    const values = { article, found: languageOf(locale), expected: earlier?.path ?? '' };
    return earlier ? [{ code: 'repeated-article', severity: 'warning', path, values }] : [];
  });
}

/** Takes a page without text for one that could not be read: that nothing was found on it says nothing. */
function withText(result: ReadResult): ReadResult {
  if ('error' in result || result.document.segments.length > 0) return result;
  return { path: result.path, error: { code: noText, severity: 'error', path: result.path } };
}

function pageDiagnostics(result: ReadResult): Diagnostic[] {
  if ('error' in result) return [];
  return result.document.diagnostics.filter(({ code }) => code !== noText);
}

const noText = 'no-segments';

/** Reads the pages in the order of their paths, so that the answer does not depend on the order given. */
async function readPages(paths: readonly string[], cwd: string): Promise<ReadResult[]> {
  const results: ReadResult[] = [];
  for await (const result of eachDocument(paths, cwd, readPage)) results.push(result);
  return results.toSorted((a, b) => compareText(a.path, b.path));
}

async function draftOptions(
  { translatorFor }: CommandContext,
  rules: RuleSet,
  documents: readonly Document[],
  side: DraftSide,
): Promise<Parameters<typeof draftPages>[2]> {
  const phrases = await loadPhrases();
  const languages = [...phrases.keys()].filter(
    (language) => language === 'en' || documents.some(({ locale }) => locale.startsWith(language)),
  );
  const lookUp = (language: string, fact: string, field: string): string | undefined => {
    const locale = matchLocale(language);
    return locale === undefined
      ? undefined
      : translatorFor(locale).lookup(`facts:${fact}.${field}`, {}, locale);
  };
  const words = factWords(
    rules.facts.values(),
    languages,
    lookUp,
    (language) => phrases.get(language)?.fillers ?? new Set(),
  );
  return { side, phrases, vocabulary: { facts: rules.facts, words } };
}
