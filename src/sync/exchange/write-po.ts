import { po, type GetTextTranslation } from 'gettext-parser';
import { isOpen, leastFinished, type WordedText } from './exchange-text.ts';
import { poPlurals } from './po-plurals.ts';

/** Starts the comment that keeps a state exactly, since PO itself only knows `fuzzy`. */
export const stateComment = 'state: ';

/** Begins the context of a text of a page, which is a hand-back and not imported. */
export const pageContext = 'page ';

/** Writes texts of one language as PO, the context of each being its key. */
export function writePo(texts: readonly WordedText[], locale: string): string {
  const { categories, header } = poPlurals(locale);
  const entries: GetTextTranslation[] = [];
  const done = new Set<string>();
  for (const text of texts) {
    const counted = text.category !== undefined && categories.includes(text.category);
    if (!counted) entries.push(entry([text], text.id));
    else if (!done.has(text.base)) {
      done.add(text.base);
      const forms = texts.filter(({ base }) => base === text.base);
      entries.push(pluralEntry(forms, categories));
    }
  }
  const headers = {
    'Project-Id-Version': 'waymark',
    Language: locale,
    'MIME-Version': '1.0',
    'Content-Type': 'text/plain; charset=UTF-8',
    'Content-Transfer-Encoding': '8bit',
    'Plural-Forms': header,
    'X-Generator': 'waymark',
  };
  // Keyed by number: the library takes context and id from the entry, and no key can be a name that objects have.
  const translations = Object.fromEntries(
    entries.map((each, index) => [String(index), { text: each }] as const),
  );
  return po.compile({ charset: 'utf-8', headers, translations }, { foldLength: 0 }).toString('utf8');
}

function entry(texts: readonly WordedText[], context: string): GetTextTranslation {
  const [first] = texts;
  const present = texts.filter(({ target = '' }) => target !== '');
  const state = present.length > 0 ? leastFinished(present.map((text) => text.state)) : 'new';
  const hints = [...new Set(texts.flatMap((text) => text.hints))];
  return {
    msgctxt: first?.kind === 'page' ? `${pageContext}${first.original} ${context}` : context,
    msgid: first?.source ?? '',
    msgstr: texts.map(({ target = '' }) => target),
    comments: {
      extracted: [...hints, `${stateComment}${state}`].join('\n'),
      reference: first?.line === undefined ? (first?.original ?? '') : `${first.original}:${first.line}`,
      ...(first?.note === undefined ? {} : { translator: first.note }),
      ...(present.length > 0 && isOpen(state) ? { flag: 'fuzzy' } : {}),
    },
  };
}

function pluralEntry(forms: readonly WordedText[], categories: readonly string[]): GetTextTranslation {
  const form = (category: string): WordedText | undefined => forms.find((each) => each.category === category);
  const ordered = categories.map(form).filter((each) => each !== undefined);
  const [first] = ordered;
  // The singular of English is msgid even where the language has one form alone.
  const singular = first?.singular ?? first?.source ?? '';
  return {
    ...entry(ordered, first?.base ?? ''),
    msgid: singular,
    msgid_plural: ordered.at(-1)?.source ?? '',
  };
}
