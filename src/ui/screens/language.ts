import { locales } from '../../locale/negotiate.ts';
import { choice, gap, type Screen, text } from '../layout/block.ts';
import type { WalkState } from '../state/walk-state.ts';
import { type ScreenContext, word } from './context.ts';

/** Names of the languages in themselves, so that each reader finds their own. */
const ownNames = { en: 'English', ko: '한국어', zh: '简体中文', ja: '日本語', ru: 'Русский' } as const;

/** Asks for the language; as the first screen it says what this is and what it is not. */
export function languageScreen(state: WalkState, context: ScreenContext): Screen {
  const choices = locales.map((locale) =>
    choice(
      ownNames[locale],
      { type: 'choose-locale', locale },
      state.overlay && locale === state.locale ? { mark: 'chosen' } : {},
    ),
  );
  const question = text(word(context, 'language.question'), 'strong');
  const initial = locales.indexOf(state.locale);
  if (state.overlay) return { blocks: [question, ...choices], initial };
  const disclaimer = text(context.translator.translate('interface:about.disclaimer'), 'open');
  const about = text(word(context, 'about'));
  return { blocks: [disclaimer, gap, question, ...choices, gap, about], initial, follow: true };
}
