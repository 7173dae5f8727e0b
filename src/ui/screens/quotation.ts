import { tagText, type TaggedText } from '../../locale/translator.ts';
import type { SourceReport } from '../../report/source.ts';
import { plainText } from '../../report/words.ts';
import { type Block, quoted } from '../layout/block.ts';
import type { WalkState } from '../state/walk-state.ts';
import { type ScreenContext, word } from './context.ts';

/**
 * Quotes the sentence that states something: the reader's own page where it says it, else the English. A sentence of a
 * third language is not shown; one whose translation is disputed stands beside its English, and says so.
 */
export function quotation(
  sources: readonly SourceReport[],
  state: WalkState,
  context: ScreenContext,
): Block[] {
  const { locale, translate } = context.translator;
  const quote = (words: string): string => translate('interface:quote', { text: words });
  const source = chooseSource(sources, locale);
  if (!source) return [];
  const sentence = quotedText(source, locale);
  const blocks: Block[] = [];
  if (sentence) blocks.push(quoted(tagText({ ...sentence, text: quote(sentence.text) }, locale)));
  const isDisputed = source.quality === 'disputed' && source.locale === locale;
  if (isDisputed) blocks.push(quoted(word(context, 'quote.disputed'), 'open'));
  const english = source.source === undefined ? undefined : plainText(source.source);
  if (sentence && english !== undefined && sentence.text !== english && (state.english || isDisputed))
    blocks.push(quoted(`[en] “${english}”`));
  if (source.state !== 'fresh') blocks.push(quoted(translate(`interface:note.${source.state}`), 'open'));
  const page = tagText({ text: source.title ?? source.article ?? '', lang: source.locale }, locale);
  blocks.push(quoted(`${page}, ${source.published ?? '–'}`, 'faint'));
  if (source.url !== undefined) blocks.push(quoted(source.url, 'faint'));
  if (state.details) blocks.push(...sources.map((each) => quoted(place(each), 'faint')));
  return blocks;
}

function chooseSource(sources: readonly SourceReport[], locale: string): SourceReport | undefined {
  const usable = sources.filter(({ state, text: target }) => state !== 'gone' && target !== undefined);
  const own = usable.filter((source) => source.locale === locale);
  const [best] = ['ok', 'untranslated', 'disputed'].flatMap((quality) =>
    own.filter((source) => source.quality === quality),
  );
  return best ?? usable[0];
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
