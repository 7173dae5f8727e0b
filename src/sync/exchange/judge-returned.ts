import type { Diagnostic } from '../../diagnostic/diagnostic.ts';
import { checkText } from '../catalogs/check-text.ts';
import { splitPluralKey } from '../catalogs/plural-keys.ts';
import type { ReviewEntry } from '../review/read-review.ts';
import { type ExchangeText, leastFinished, recordedState, type ReturnedText } from './exchange-text.ts';

/** What is to be written of what came back. */
export interface JudgedReturn {
  /** Changed texts by locale, then namespace, then key. */
  texts: Map<string, Map<string, Map<string, string>>>;
  /** Changed records by locale. */
  records: Map<string, Map<string, ReviewEntry>>;
  /** Number of texts that came back and can stand, changed or not. */
  taken: number;
  /** Number of texts whose language and key the project has, taken or not. */
  known: number;
  /** What was refused, each with its place in the file that came back. */
  diagnostics: Diagnostic[];
}

/** Problems of a text that would break what the program shows. */
const breaking = new Set(['missing-placeholder', 'extra-placeholder', 'malformed-placeholder']);

/**
 * Judges what came back against the texts as they are now. What would break a placeholder, a plural form or a key is
 * refused, and so is a translation of another English text; the rest is taken.
 *
 * @param current The texts of every language of the project.
 */
export function judgeReturned(
  returned: readonly ReturnedText[],
  current: readonly ExchangeText[],
  path: string,
): JudgedReturn {
  const byLocale = new Map<string, Map<string, ExchangeText>>();
  for (const text of current) {
    const own = byLocale.get(text.locale) ?? new Map<string, ExchangeText>();
    byLocale.set(text.locale, own.set(text.id, text));
  }
  const result: JudgedReturn = { texts: new Map(), records: new Map(), taken: 0, known: 0, diagnostics: [] };
  const refuse = (at: ReturnedText['at'], code: string, values: Record<string, string>): void =>
    void result.diagnostics.push({ code, severity: 'error', path, at, values });
  const strangers = new Set<string>();
  const seen = new Set<string>();
  const kept = new Map<ExchangeText, ReturnedText>();
  for (const text of returned) {
    const locale = text.locale.replaceAll('_', '-');
    const own = byLocale.get(locale);
    if (!own) {
      if (!strangers.has(locale))
        refuse(text.at, 'exchange-locale', { found: locale, expected: [...byLocale.keys()].join(', ') });
      strangers.add(locale);
      continue;
    }
    const there = own.get(text.id);
    const key = `${locale} ${text.id}`;
    if (there) result.known += 1;
    if (!there) refuse(text.at, strangeKey(text.id, own), { found: text.id });
    else if (seen.has(key)) refuse(text.at, 'exchange-duplicate', { found: text.id });
    else if (there.source !== text.source)
      refuse(text.at, 'exchange-source', { found: text.id, expected: there.source });
    else if (text.target.trim() !== '') {
      const problem = checkText({
        key: splitPluralKey(text.id).category === undefined ? 'key' : 'key_other',
        text: text.target,
        reference: there.source,
        locale,
        glossary: [],
        names: [],
      }).find((each) => breaking.has(each.problem));
      if (problem) {
        const values = { key: text.id, found: problem.found ?? '', expected: problem.expected ?? '' };
        refuse(text.at, `exchange-${problem.problem}`, values);
      } else kept.set(there, text);
    }
    seen.add(key);
  }
  result.taken = kept.size;
  for (const [there, text] of kept) {
    if (text.target === there.target) continue;
    const [namespace, key] = splitAt(there.id, ':');
    const own = result.texts.get(there.locale) ?? new Map<string, Map<string, string>>();
    const texts = own.get(namespace) ?? new Map<string, string>();
    result.texts.set(there.locale, own.set(namespace, texts.set(key, text.target)));
  }
  recordChanges(kept, current, result);
  return result;
}

/** Keeps state and note of every group of texts of which a word, the state or the note came back other than it was. */
function recordChanges(
  kept: ReadonlyMap<ExchangeText, ReturnedText>,
  current: readonly ExchangeText[],
  { records }: JudgedReturn,
): void {
  const groups = new Map<string, ExchangeText[]>();
  for (const text of current) {
    const key = `${text.locale} ${text.record?.key ?? text.base}`;
    groups.set(key, [...(groups.get(key) ?? []), text]);
  }
  for (const group of groups.values()) {
    const [first] = group;
    if (!first?.record || !group.some((text) => kept.has(text))) continue;
    const { key, english, entry } = first.record;
    const there = group.filter((text) => kept.has(text) || text.target !== undefined);
    const notes = new Set(group.flatMap((text) => kept.get(text)?.note ?? []));
    if (notes.size > 1 && entry?.note !== undefined) notes.delete(entry.note);
    const note = notes.size > 0 ? [...notes].join('\n') : entry?.note;
    const changed = group.some((text) => {
      const back = kept.get(text);
      return back && (back.target !== text.target || back.state !== text.state);
    });
    if (!changed && note === entry?.note) continue;
    const state = changed
      ? recordedState(leastFinished(there.map((text) => kept.get(text)?.state ?? text.state)))
      : (entry?.state ?? 'translated');
    // What did not come back was made from the English of before, and stays in question until it does.
    const whole = there.every((text) => kept.has(text));
    const record = {
      state,
      english: whole ? english : (entry?.english ?? english),
      ...(note === undefined ? {} : { note }),
    };
    const own = records.get(first.locale) ?? new Map<string, ReviewEntry>();
    records.set(first.locale, own.set(key, record));
  }
}

function strangeKey(id: string, own: ReadonlyMap<string, ExchangeText>): string {
  const { base, category } = splitPluralKey(id);
  const sibling = [...own.values()].some((text) => text.base === base || text.base === id);
  return sibling && (category !== undefined || own.has(`${id}_other`)) ? 'exchange-plural' : 'exchange-key';
}

function splitAt(text: string, separator: string): [string, string] {
  const at = text.indexOf(separator);
  return [text.slice(0, at), text.slice(at + separator.length)];
}
