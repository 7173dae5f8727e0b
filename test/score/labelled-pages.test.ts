import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { labelledPages } from './labelled-pages.ts';

const pages = labelledPages();

/** Names of the articles in a folder of made pages, of those only whose file holds a text. */
function articlesIn(folder: string, text = ''): string[] {
  const url = new URL(`../fixtures/extract/${folder}/`, import.meta.url);
  return readdirSync(url)
    .filter((name) => readFileSync(new URL(name, url), 'utf8').includes(text))
    .map((name) => name.replace('.yaml', ''))
    .toSorted();
}

test('a made page is read in each of its languages, and one in English only by itself', () => {
  const read = (set: string, locale: string): string[] =>
    pages
      .filter((page) => page.set === set && page.document.locale === locale)
      .map(({ article }) => article)
      .toSorted();
  for (const language of ['ko', 'zh', 'ja', 'ru', 'de'])
    expect(read('made', language)).toEqual(articlesIn('made-pages'));
  expect(read('made-en', 'en')).toEqual(articlesIn('made-pages-en'));
  expect(read('made-portal', 'en')).toEqual(articlesIn('made-pages-portal'));
});

test('a page that carries constructions of others names them', () => {
  const carrying = pages.filter(({ after }) => after.length > 0).map(({ article }) => article);
  expect([...new Set(carrying)].toSorted()).toEqual(articlesIn('made-pages', '\nafter:'));
});
