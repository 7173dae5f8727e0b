import type { Segment } from '../content/document.ts';
import type { CueName } from './cue-table.ts';
import type { SegmentContext } from './page-context.ts';
import { countEmphasis, endMark } from './plain-text.ts';
import { isCovered, type SentenceReading } from './read-sentence.ts';

/** Readings of what stands around a segment. */
export interface ContextReadings {
  headings: readonly (SentenceReading | undefined)[];
  lead: SentenceReading | undefined;
  previous: SentenceReading | undefined;
  columnHead: SentenceReading | undefined;
  rowKey: SentenceReading | undefined;
  /** Share of the items of the list or table around it that state a cue, 0 to 1; of a single item, nothing. */
  shares: ReadonlyMap<CueName, number>;
}

/** Who a sentence speaks of tells nothing in a heading or a lead-in. */
const persons = new Set<CueName>(['reader', 'publisher', 'customer', 'negation']);

/** Cues too frequent to tell anything in conjunction with others. */
const faint = new Set<CueName>(['reader', 'customer', 'negation', 'description', 'praise', 'definition']);

/** What surroundings tell about the sort of statement, not only about its subject. */
const telling =
  /^(?:lead|list|before):|^(?:heading|section|column|row):(?:requirement|preparation|eligibility|consequence-word|procedure-word|question|role-label|overview|description|definition|example)$/u;

/** Words that tell what a section is about tell nothing in a sentence. */
const topics = new Set<CueName>(['next-steps', 'preparation', 'overview', 'requirement', 'consequence-word']);

/**
 * Gives the features of a segment, sorted: names that say the same in every language, such as `says:necessity`,
 * `at:ordered`, `lead:consequence-word`, and conjunctions of them (`at:ordered & says:action`).
 */
export function segmentFeatures(
  segment: Segment,
  markdown: string,
  sentence: SentenceReading | undefined,
  context: SegmentContext,
  around: ContextReadings,
): string[] {
  const words = sentence ? wordFeatures(sentence, markdown) : ['says:nothing'];
  const place = placeFeatures(segment, context, sentence);
  const surroundings = contextFeatures(context, around);
  const [where = ''] = place;
  const boxed = segment.block.quote === undefined ? where : `${where} boxed`;
  const pairs: string[] = [];
  const strong = words.filter((feature) => !isFaint(feature));
  const bearing = surroundings.filter((feature) => telling.test(feature) && !isFaint(feature));
  strong.forEach((a, index) => {
    pairs.push(conjunction(boxed, a));
    for (const b of strong.slice(index + 1)) pairs.push(conjunction(a, b));
    for (const b of bearing) pairs.push(conjunction(a, b));
  });
  for (const b of bearing) pairs.push(conjunction(boxed, b));
  const vocabulary = sentence ? vocabularyFeatures(sentence, around) : [];
  return [...new Set([...words, ...place, ...surroundings, ...pairs, ...vocabulary])].toSorted();
}

/** Letters of a word that are kept: what follows is mostly inflection. */
const stemLength = 6;

/** Words apart up to which two make a pair ("must first have"). */
const pairReach = 2;

/** Words of a sentence that are paired: no honest sentence is longer. */
const pairedWords = 80;

/**
 * Gives the vocabulary of a sentence, by language, for what no cue names: stems of words, pairs of them that stand near
 * each other but for empty ones, the words that begin it and its main clause, and the words of the heading and of the
 * lead-in above it; pairs of letters where words do not stand apart or carry particles.
 */
function vocabularyFeatures(sentence: SentenceReading, around: ContextReadings): string[] {
  if (!sentence.wordBoundaries) return letterFeatures(sentence);
  const { language } = sentence;
  const features = wordsOfClauses(sentence);
  const stems = ['^', ...stemsOf(sentence).slice(0, pairedWords)];
  stems.forEach((stem, index) => {
    for (const next of stems.slice(index + 1, index + 1 + pairReach))
      features.push(`words:${language}:${stem} ${next}`);
  });
  for (const stem of stemsOf(around.headings.at(-1))) features.push(`heading-word:${language}:${stem}`);
  for (const stem of stemsOf(around.lead)) features.push(`lead-word:${language}:${stem}`);
  return features;
}

function stemsOf(reading: SentenceReading | undefined): string[] {
  const words = reading?.text.toLowerCase().match(/\p{L}[\p{L}\p{M}']*|\p{N}+/gu) ?? [];
  return words
    .filter((word) => !reading?.emptyWords.has(word))
    .map((word) => (/^\p{N}/u.test(word) ? '0' : word.slice(0, stemLength)));
}

/** Gives the words that a sentence states apart from those that it supposes, and those that its main clause opens with. */
function wordsOfClauses({ text, language, supposed }: SentenceReading): string[] {
  const runs = [...text.matchAll(/\p{L}[\p{L}\p{M}']*/gu)].map(({ index, 0: word }) => ({
    stem: word.toLowerCase().slice(0, stemLength),
    stated: !isCovered(supposed, index, index + word.length),
  }));
  const main = runs.filter(({ stated }) => stated).map(({ stem }) => stem);
  const features = runs.map(({ stem, stated }) => `${stated ? 'word' : 'supposed-word'}:${language}:${stem}`);
  const [first] = runs;
  if (first) features.push(`begins:${language}:${first.stem}`);
  for (const length of [1, 2].slice(0, main.length))
    features.push(`opens:${language}:${main.slice(0, length).join(' ')}`);
  return features;
}

function letterFeatures({ text, language }: SentenceReading): string[] {
  const runs = text.toLowerCase().match(/\p{L}[\p{L}\p{M}']*/gu) ?? [];
  return runs.flatMap((run, index): string[] => {
    if (/^\p{Script=Latin}/u.test(run)) {
      const stem = run.slice(0, stemLength);
      return [`word:${language}:${stem}`, ...(index === 0 ? [`begins:${language}:${stem}`] : [])];
    }
    const letters = Array.from(run);
    return letters.flatMap((letter, at) => {
      const next = letters[at + 1];
      return next !== undefined || at === 0 ? [`word:${language}:${letter}${next ?? ''}`] : [];
    });
  });
}

function isFaint(feature: string): boolean {
  return (faint as ReadonlySet<string>).has(feature.slice(feature.indexOf(':') + 1));
}

function conjunction(a: string, b: string): string {
  return a < b ? `${a} & ${b}` : `${b} & ${a}`;
}

/** An end of a sentence inside a text of several, as cells of tables are. */
const sentenceEnd = /[.!?](?=\s|$)|[。！？]/u;

function wordFeatures(sentence: SentenceReading, markdown: string): string[] {
  const features = new Set<string>();
  for (const match of sentence.matches) {
    if (topics.has(match.name)) continue;
    // A pointer after a sentence ("… . For more information, see …") is beside the point.
    const aside = match.name === 'reference' && sentenceEnd.test(sentence.text.slice(0, match.start));
    features.add(`${aside ? 'aside' : match.subordinate ? 'supposes' : 'says'}:${match.name}`);
  }
  for (const { kind, leads } of sentence.subordinates) features.add(`${leads ? 'first' : 'last'}:${kind}`);
  if (![...features].some((feature) => feature.startsWith('says:'))) features.add('says:nothing');
  const emphasis = countEmphasis(markdown);
  if (/^\s*\*\*.{0,200}\*\*\s*$/u.test(markdown)) features.add('label:whole');
  else if (/^\s*\*\*[^*]{1,80}(?:\*\*\s?[:：–-]|[:：]\s?\*\*)/u.test(markdown)) features.add('label:begins');
  else if (emphasis > 0) features.add('label:some');
  const end = endMark(markdown);
  if (/[:：]/u.test(end)) features.add('ends:colon');
  else features.add(/[.!?…。！？]/u.test(end) ? 'ends:stop' : 'ends:open');
  if (/[?？]/u.test(end)) features.add('ends:question');
  if (isNamed(sentence.text)) features.add('form:name');
  if (/^[^:：.。]{1,40}[:：]\s?\S/u.test(sentence.text)) features.add('form:entry');
  if (/\p{N}/u.test(sentence.text)) features.add('has:number');
  if (/\]\(/u.test(markdown)) features.add('has:link');
  features.add(`length:${lengthClass(sentence.units)}`);
  return [...features].toSorted();
}

/** Tells whether most words of a text are written as names are: what lists products or labels states nothing. */
function isNamed(text: string): boolean {
  const [, ...words] = text.match(/\p{L}[\p{L}\p{N}]*/gu) ?? [];
  const named = words.filter((word) => /^\p{Lu}/u.test(word)).length;
  const counted = words.filter((word) => word.length > 3 || /^\p{Lu}/u.test(word)).length;
  return named >= 1 && named / counted >= 0.6;
}

function lengthClass(units: number): string {
  if (units <= 3) return 'label';
  if (units <= 7) return 'phrase';
  return units <= 22 ? 'sentence' : 'long';
}

function placeFeatures(
  { block }: Segment,
  context: SegmentContext,
  sentence: SentenceReading | undefined,
): string[] {
  const features = [`at:${placeOf(block)}`];
  if (block.quote) features.push('at:box', `at:box ${block.quote.alert ?? ''}`);
  if ((block.list?.position.length ?? 0) > 1) features.push('at:nested');
  if (!context.first) features.push('at:later');
  if (context.introduction) features.push('at:introduction');
  if (block.inline.includes('link')) features.push('at:link');
  if (sentence === undefined) features.push('at:empty');
  return features;
}

function placeOf(block: Segment['block']): string {
  if (block.kind === 'heading') return 'heading';
  if (block.table) {
    if (block.table.header) return 'table-head';
    return block.table.column === 0 ? 'row-key' : 'cell';
  }
  if (!block.list) return 'paragraph';
  if (block.list.continuation) return 'continuation';
  return block.list.ordered ? 'ordered' : 'bullet';
}

/** Shares of the items of a list from which some of them, and most of them, state the same. */
const someItems = 0.3;
const mostItems = 0.6;

function contextFeatures(context: SegmentContext, around: ContextReadings): string[] {
  const features = new Set<string>();
  const add = (prefix: string, reading: SentenceReading | undefined): void => {
    for (const { name, subordinate } of reading?.matches ?? []) {
      if (persons.has(name) || subordinate) continue;
      // Of a table that tells roles, one column names them, and its head says which.
      if (prefix === 'lead' && name === 'role-label' && around.columnHead) continue;
      features.add(`${prefix}:${name}`);
    }
    for (const { kind, leads } of reading?.subordinates ?? []) {
      if (leads) features.add(`${prefix}:${kind}`);
    }
  };
  const section = around.headings.at(-1);
  for (const heading of around.headings.slice(0, -1)) add('heading', heading);
  add('section', section);
  if (context.firstOfItem || !around.previous) add('lead', around.lead);
  if (around.lead) features.add(/[:：]/u.test(endMark(around.lead.text)) ? 'lead:colon' : 'lead:sentence');
  if (!context.firstOfItem) add('before', around.previous);
  add('column', around.columnHead);
  add('row', around.rowKey);
  for (const [name, share] of around.shares) {
    if (!persons.has(name) && !faint.has(name) && share >= someItems)
      features.add(`list:${share >= mostItems ? 'most' : 'some'} ${name}`);
  }
  return [...features].toSorted();
}
