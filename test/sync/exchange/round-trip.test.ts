import { leaveOut } from '../../left-out.ts';
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { listCatalogTexts } from '../../../src/sync/exchange/catalog-exchange.ts';
import {
  type ExchangeText,
  isExchangeable,
  type WordedText,
} from '../../../src/sync/exchange/exchange-text.ts';
import { judgeReturned } from '../../../src/sync/exchange/judge-returned.ts';
import { readPo } from '../../../src/sync/exchange/read-po.ts';
import { readXliff } from '../../../src/sync/exchange/read-xliff.ts';
import type { ReviewEntry } from '../../../src/sync/review/read-review.ts';
import { writePo } from '../../../src/sync/exchange/write-po.ts';
import { writeXliff } from '../../../src/sync/exchange/write-xliff.ts';

const formats = {
  xliff: {
    write: (rows: readonly WordedText[]) => writeXliff(rows),
    read: (text: string) => readXliff(text, 'x.xlf'),
  },
  po: {
    write: (rows: readonly WordedText[], locale: string) => writePo(rows, locale),
    read: (text: string) => readPo(text, 'x.po'),
  },
};
type Format = keyof typeof formats;

/** Text with what formats trip over: markup, quotes, placeholders, line ends, letters beyond the first plane. */
const piece = fc.oneof(
  fc.constantFrom(
    '<b>',
    '&amp;',
    ']]>',
    '"',
    '\\',
    '\\n',
    '\n',
    '\r\n',
    '\t',
    '{{count}}',
    '{{name}}',
    '{{name}}',
    '#, fuzzy',
    '𠮷',
    ' ',
    '{',
    '%s',
    '가',
    'я',
  ),
  fc.string({ unit: 'grapheme', maxLength: 6 }),
);
const words = fc
  .array(piece, { minLength: 1, maxLength: 6 })
  .map((pieces) => `x${pieces.join('')}z`)
  .filter(isExchangeable);
const name = fc.constantFrom('title', 'constructor', '__proto__', 'a-b', 'Ünï', 'x_other_y');
const note = fc.option(fc.stringMatching(/^[a-z가-힣<&"]{1,12}( [a-z]{1,5})?$/u), { nil: undefined });
const state = fc.constantFrom('translated', 'reviewed', 'question');

interface Made {
  english: Record<string, string>;
  own: Record<string, string>;
  entries: Map<string, ReviewEntry>;
}

/** Makes an English catalog, the translation of a part of it, and records on it. */
function made(locale: string): fc.Arbitrary<Made> {
  const entry = fc.record({
    name,
    plural: fc.boolean(),
    source: words,
    target: fc.option(words),
    state: fc.option(state),
    note,
  });
  return fc.uniqueArray(entry, { selector: (each) => each.name, maxLength: 5 }).map((entries) => {
    const english = Object.create(null) as Record<string, string>;
    const own = Object.create(null) as Record<string, string>;
    for (const { name: key, plural, source, target } of entries) {
      const forms = (categories: readonly string[]): string[] =>
        plural ? categories.map((each) => `${key}_${each}`) : [key];
      for (const form of forms(['one', 'other'])) english[form] = plural ? `${source}${form}` : source;
      const categories = new Intl.PluralRules(locale).resolvedOptions().pluralCategories;
      if (target !== null)
        for (const form of forms(categories)) own[form] = `${target}${placeholders(source)}z`;
    }
    const records = new Map<string, ReviewEntry>();
    for (const { record } of texts({ english, own, entries: new Map() }, locale)) {
      const found = entries.find(({ name: key }) => record?.key === `space:${key}`);
      if (!record || !found?.state || found.target === null) continue;
      const { state: recorded, note: remark } = found;
      const plainEntry = { state: recorded, english: record.english };
      records.set(record.key, remark === undefined ? plainEntry : { ...plainEntry, note: remark });
    }
    return { english, own, entries: records };
  });
}

function placeholders(text: string): string {
  return (text.match(/\{\{[a-z]+\}\}/gu) ?? []).join(' ');
}

function texts({ english, own, entries }: Made, locale: string): ExchangeText[] {
  const catalogs = { en: { space: english }, [locale]: { space: own } };
  return listCatalogTexts({ locale, catalogs, entries, glossary: [] });
}

function worded(rows: readonly ExchangeText[]): WordedText[] {
  return rows.map((row) => ({ ...row, hints: [row.original, ...row.why.map(({ code }) => code)] }));
}

describe.each(Object.keys(formats) as Format[])('%s', (format) => {
  const { write, read } = formats[format];
  test.each(['ko', 'ru'])('%s: what comes back unchanged changes nothing', (locale) => {
    fc.assert(
      fc.property(made(locale), (project) => {
        const rows = texts(project, locale);
        const back = read(write(worded(rows), locale));
        expect(back.diagnostics).toEqual([]);
        const judged = judgeReturned(back.texts, rows, 'x');
        const broken = rows.filter(({ why }) => why.some(({ code }) => code.endsWith('placeholder')));
        expect(judged.diagnostics.length).toBe(broken.length);
        expect([...judged.texts, ...judged.records]).toEqual([]);
        const there = rows.filter(({ target = '' }) => target.trim() !== '');
        expect(judged.taken).toBe(there.length - broken.length);
      }),
      { numRuns: 150 },
    );
  });

  test.each(['ko', 'ru'])('%s: texts, states and notes come back into empty catalogs', (locale) => {
    fc.assert(
      fc.property(made(locale), (project) => {
        const rows = texts(project, locale).filter(({ why }) =>
          why.every(({ code }) => !code.endsWith('placeholder')),
        );
        const empty = texts({ ...project, own: {}, entries: new Map() }, locale);
        const judged = judgeReturned(read(write(worded(rows), locale)).texts, empty, 'x');
        expect(judged.diagnostics).toEqual([]);
        const back = judged.texts.get(locale)?.get('space') ?? new Map<string, string>();
        const wanted = rows.flatMap(({ id, target }) =>
          target === undefined ? [] : [[id.slice('space:'.length), target] as const],
        );
        expect(new Map(back)).toEqual(new Map(wanted));
        for (const { record, target, note: remark } of rows) {
          if (target === undefined || !record) continue;
          const recorded = judged.records.get(locale)?.get(record.key);
          expect(recorded?.note).toBe(remark);
          expect(recorded?.english).toBe(record.english);
          const open = rows.some((row) => row.record?.key === record.key && row.why.length > 0);
          expect(recorded?.state).toBe(open ? 'question' : (record.entry?.state ?? 'translated'));
        }
      }),
      { numRuns: 150 },
    );
  });
});

/** Runs a checker of Debian's on a text; one line says so where it is not there, and verifying fails then. */
function checkWith(program: string, args: (file: string) => string[], text: string): string | undefined {
  if (!existsSync(`/usr/bin/${program}`)) {
    leaveOut(`exchange files read by ${program} (not installed)`);
    return undefined;
  }
  const file = join(mkdtempSync(join(tmpdir(), 'waymark-exchange-')), 'file');
  writeFileSync(file, text);
  const { status, stderr } = spawnSync(`/usr/bin/${program}`, args(file), { encoding: 'utf8' });
  return status === 0 ? '' : stderr;
}

test('msgfmt reads PO of every kind of text', () => {
  const samples = ['ko', 'ru'].flatMap((locale) =>
    fc.sample(made(locale), { numRuns: 8, seed: 7 }).map((project) => ({ locale, project })),
  );
  for (const { locale, project } of samples) {
    const faults = checkWith(
      'msgfmt',
      (file) => ['--check-format', '--check-header', '-o', '/dev/null', file],
      writePo(worded(texts(project, locale)), locale),
    );
    expect(faults ?? '').toBe('');
  }
});

test('xmllint reads XLIFF of every kind of text', () => {
  for (const project of fc.sample(made('ru'), { numRuns: 8, seed: 7 })) {
    const faults = checkWith(
      'xmllint',
      (file) => ['--noout', '--nonet', file],
      writeXliff(worded(texts(project, 'ru'))),
    );
    expect(faults ?? '').toBe('');
  }
});

test('whatever a file holds, reading it ends in texts or a diagnostic', () => {
  const pieces = fc.constantFrom(
    '<xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2">',
    '<file target-language="ko">',
    '<trans-unit id="__proto__">',
    '<target>',
    '<x/>',
    '</target>',
    '</trans-unit>',
    '&#0;',
    '&a;',
    'msgid "',
    '"\n',
    'msgstr[9] "x"\n',
    'msgctxt "__proto__"\n',
    'msgid ""\nmsgstr "Language: ko\\n"\n',
    '\\',
    '#~ ',
  );
  fc.assert(
    fc.property(fc.array(fc.oneof(pieces, fc.string({ maxLength: 4 })), { maxLength: 30 }), (parts) => {
      const text = parts.join('');
      for (const { read } of Object.values(formats)) {
        const back = read(text);
        judgeReturned(back.texts, [], 'x');
        expect(back.diagnostics.every(({ code }) => code !== '')).toBe(true);
      }
    }),
    { numRuns: 500 },
  );
});
