import stringWidth from 'fast-string-width';
import { tagText, type TaggedText } from '../../locale/translator.ts';
import type { SourceReport } from '../../report/source.ts';
import { plainText } from '../../report/words.ts';
import { type Block, quoted } from '../layout/block.ts';
import type { WalkState } from '../state/walk-state.ts';
import { type ScreenContext, word } from './context.ts';

/** The fewest columns that read as a statement; a heading such as “Appropriate role” needs what stands below it. */
const statementWidth = 40;

/**
 * Quotes the sentence that states something: the reader's own page where it says it, else the English. A sentence of a
 * third language is not shown; one whose translation is disputed stands beside its English, and says so. Where a page
 * says it in a heading and a list, the first parts are quoted together.
 */
export function quotation(
  sources: readonly SourceReport[],
  state: WalkState,
  context: ScreenContext,
): Block[] {
  const { locale, translate } = context.translator;
  const chosen = chooseSources(sources, locale);
  const [source] = chosen;
  if (!source) return [];
  const blocks = chosen.flatMap((each) => sentenceBlocks(each, state, context));
  const aged = chosen.find((each) => each.state !== 'fresh');
  if (aged) blocks.push(quoted(translate(`interface:note.${aged.state}`), 'open'));
  const page = tagText({ text: source.title ?? source.article ?? '', lang: source.locale }, locale);
  blocks.push(quoted(`${page}, ${source.published ?? '–'}`, 'faint'));
  if (source.url !== undefined) blocks.push(quoted(source.url, 'faint'));
  if (state.details) blocks.push(...sources.map((each) => quoted(place(each), 'faint')));
  return blocks;
}

function sentenceBlocks(source: SourceReport, state: WalkState, context: ScreenContext): Block[] {
  const { locale, translate } = context.translator;
  const sentence = quotedText(source, locale);
  if (!sentence) return [];
  const blocks: Block[] = [
    quoted(tagText({ ...sentence, text: translate('interface:quote', { text: sentence.text }) }, locale)),
  ];
  const isDisputed = source.quality === 'disputed' && source.locale === locale;
  if (isDisputed) blocks.push(quoted(word(context, 'quote.disputed'), 'open'));
  const { reason, reasonLang = 'en' } = source;
  if (isDisputed && state.details && reason !== undefined)
    blocks.push(quoted(tagText({ text: reason, lang: reasonLang }, locale), 'faint'));
  const english = source.source === undefined ? undefined : plainText(source.source);
  if (english !== undefined && sentence.text !== english && (state.english || isDisputed))
    blocks.push(quoted(`[en] “${english}”`));
  return blocks;
}

/** Chooses the sentences to quote: of the reader's page the best ones, else those of the newest; all of one page. */
function chooseSources(sources: readonly SourceReport[], locale: string): SourceReport[] {
  const usable = sources.filter(({ state, text: target }) => state !== 'gone' && target !== undefined);
  const own = usable.filter((source) => source.locale === locale);
  const ranked = ['ok', 'untranslated', 'disputed'].map((quality) =>
    own.filter((source) => source.quality === quality),
  );
  const best = ranked.find((group) => group.length > 0) ?? usable;
  const chosen: SourceReport[] = [];
  let width = 0;
  for (const source of best.filter(({ path }) => path === best[0]?.path)) {
    if (width >= statementWidth) break;
    chosen.push(source);
    width += stringWidth(quotedText(source, locale)?.text ?? '');
  }
  return chosen;
}

function quotedText(source: SourceReport, locale: string): TaggedText | undefined {
  if (source.locale === locale && source.text !== undefined) {
    return { text: plainText(source.text), lang: source.quality === 'untranslated' ? 'en' : locale };
  }
  return source.source === undefined ? undefined : { text: plainText(source.source), lang: 'en' };
}

function place({ path, line, column, segment, published }: SourceReport): string {
  return `${path ?? '–'}:${line ?? '–'}:${column ?? '–'}  ${segment}  ${published ?? ''}`;
}
