import { describe, expect, test } from 'vitest';
import type { Locale } from '../../../src/locale/negotiate.ts';
import type { SourceReport } from '../../../src/report/source.ts';
import { quotation } from '../../../src/ui/screens/quotation.ts';
import { beginWalk } from '../../../src/ui/state/begin-walk.ts';
import { sharedProject, wordsOf } from '../walk-harness.ts';

const project = await sharedProject();
const long = 'long enough to be read as a whole statement';

function source(locale: string, more: Partial<SourceReport> = {}): SourceReport {
  const path = `content/${locale}/page.md`;
  const page = {
    path,
    line: 3,
    column: 1,
    title: `Title ${locale}`,
    published: '2020-01-02',
    url: `https://x.example/${locale}`,
  };
  return {
    locale,
    segment: 's-1',
    text: `${locale} ${long}`,
    source: `en ${long}`,
    state: 'fresh',
    quality: 'ok',
    ...page,
    ...more,
  };
}

function lines(
  locale: Locale,
  sources: SourceReport[],
  more: { english?: boolean; details?: boolean } = {},
): string[] {
  const start = { locale, isLocaleChosen: true, facts: new Map(), resume: false } as const;
  const state = { ...beginWalk(start, project.rules), ...more };
  const blocks = quotation(sources, state, { project, translator: wordsOf(locale) });
  return blocks.map((block) => (block.kind === 'text' ? block.text : ''));
}

describe('a quotation', () => {
  test('is from the page of the reader, with its title, date and link, and the English at a key', () => {
    const page = ['Title ko, 2020-01-02', 'https://x.example/ko'];
    expect(lines('ko', [source('ko'), source('ru')])).toEqual([`“ko ${long}”`, ...page]);
    expect(lines('ko', [source('ko')], { english: true })).toEqual([
      `“ko ${long}”`,
      `[en] “en ${long}”`,
      ...page,
    ]);
  });

  test('never shows a third language: the English of another page stands in, tagged', () => {
    const shown = lines('zh', [source('ru'), source('ja')], { english: true });
    expect(shown[0]).toBe(`[en] “en ${long}”`);
    expect(shown.join()).not.toContain(`ru ${long}`);
    expect(shown[1]).toBe('[ru] Title ru, 2020-01-02');
    expect(lines('zh', [source('ru', { source: undefined as never })])[0]).toBe('[ru] Title ru, 2020-01-02');
  });

  test('takes a sentence that is right before one left in English, and that before a disputed one', () => {
    const disputed = source('ja', { quality: 'disputed', text: `wrong ${long}` });
    const english = source('ja', { quality: 'untranslated', text: `left ${long}` });
    expect(lines('ja', [disputed, english, source('ja')])[0]).toBe(`「ja ${long}」`);
    expect(lines('ja', [disputed, english])[0]).toBe(`[en] 「left ${long}」`);
  });

  test('of a disputed sentence stands beside its English and says so, without any key', () => {
    const shown = lines('ja', [source('ja', { quality: 'disputed' })]);
    expect(shown.slice(0, 3)).toEqual([
      `「ja ${long}」`,
      wordsOf('ja').translate('walk:quote.disputed'),
      `[en] “en ${long}”`,
    ]);
  });

  test('of a disputed sentence says why at a key, in the language that the reason is in', () => {
    const why = (reasonLang: string): string | undefined =>
      lines('ja', [source('ja', { quality: 'disputed', reason: 'why', reasonLang })], { details: true }).find(
        (line) => line.endsWith('why'),
      );
    expect(why('ja')).toBe('why');
    expect(why('en')).toBe('[en] why');
  });

  test('of a heading goes on with what stands below it, on the same page only', () => {
    const heading = source('ko', { text: '역할' });
    const other = source('ko', { path: 'content/ko/other.md', text: '다른 페이지' });
    const shown = lines('ko', [heading, other, source('ko'), source('ko', { text: `more ${long}` })]);
    expect(shown.slice(0, 3)).toEqual(['“역할”', `“ko ${long}”`, 'Title ko, 2020-01-02']);
  });

  test('leaves out what is gone, and says what has changed', () => {
    expect(lines('ko', [source('ko', { state: 'gone' })])).toEqual([]);
    expect(lines('ko', [source('ko', { state: 'changed' })])).toContain(
      wordsOf('ko').translate('interface:note.changed'),
    );
  });

  test('keeps file, line and segment behind a key', () => {
    expect(lines('ko', [source('ko')]).join()).not.toContain('page.md');
    expect(lines('ko', [source('ko')], { details: true }).at(-1)).toBe(
      'content/ko/page.md:3:1  s-1  2020-01-02',
    );
  });
});
