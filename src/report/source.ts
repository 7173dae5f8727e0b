import { languageOf } from '../content/document-index.ts';
import { stripControls } from '../diagnostic/visible-text.ts';
import type { Translator } from '../locale/translator.ts';
import type { Configuration } from '../project/configuration.ts';
import { documentUrl } from '../project/configuration.ts';
import type { PinState, ResolvedPin } from '../rules/pin-state.ts';
import { disputeWords } from './words.ts';

/** A sentence that states an element, as reports give it. Absent fields could not be found. */
export interface SourceReport {
  /** Language of the document (`ko`). */
  locale: string;
  article?: string;
  title?: string;
  path?: string;
  line?: number;
  column?: number;
  segment: string;
  /** What the document says, in its language. */
  text?: string;
  /** The English beside it. */
  source?: string;
  /** YYYY-MM-DD. */
  published?: string;
  url?: string;
  state: PinState;
  quality: 'ok' | 'untranslated' | 'disputed';
  /** Why the translation is disputed, and in which language that is said. */
  reason?: string;
  reasonLang?: string;
}

/** Describes where an element is stated: the reader's language first, then the newest edition. */
export function describeSources(
  resolved: readonly ResolvedPin[],
  translator: Translator,
  configuration: Configuration,
): SourceReport[] {
  const { locale } = translator;
  return resolved
    .map((each) => describeSource(each, translator, configuration))
    .map((source, index) => ({ source, index }))
    .toSorted(
      (a, b) =>
        Number(b.source.locale === locale) - Number(a.source.locale === locale) ||
        compareDates(b.source.published, a.source.published) ||
        a.index - b.index,
    )
    .map(({ source }) => source);
}

function describeSource(
  { pin, state, document, segment }: ResolvedPin,
  translator: Translator,
  configuration: Configuration,
): SourceReport {
  const reason = pin.disputed === undefined ? undefined : disputeWords(translator, pin.disputed);
  const url = document && documentUrl(configuration, document.locale, document.article);
  return {
    locale: document ? languageOf(document.locale) : pin.locale,
    ...(document
      ? {
          article: document.article,
          ...(document.frontMatter.title === undefined
            ? {}
            : { title: stripControls(document.frontMatter.title) }),
          path: document.path,
        }
      : {}),
    ...(segment ? { line: segment.at.line, column: segment.at.column } : {}),
    segment: segment?.id ?? pin.segment,
    ...(segment?.target === undefined ? {} : { text: stripControls(segment.target) }),
    ...(segment?.source === undefined ? {} : { source: stripControls(segment.source) }),
    ...(document?.frontMatter.published === undefined ? {} : { published: document.frontMatter.published }),
    ...(url === undefined ? {} : { url }),
    state,
    quality: pin.disputed !== undefined ? 'disputed' : segment && !segment.translated ? 'untranslated' : 'ok',
    ...(reason ? { reason: reason.text, reasonLang: reason.lang } : {}),
  };
}

function compareDates(a: string | undefined, b: string | undefined): number {
  return (a ?? '') < (b ?? '') ? -1 : (a ?? '') > (b ?? '') ? 1 : 0;
}
