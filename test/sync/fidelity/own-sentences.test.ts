import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { fidelityChecks } from '../../../src/sync/finding.ts';
import { checkSentence } from './check-sentence.ts';
import { localeOf, readOwnSentences } from './own-sentences.ts';

const sentences = readOwnSentences();
const fidelity = new Set<string>(fidelityChecks);

function found(sentence: (typeof sentences)[number]): string[] {
  return checkSentence(localeOf[sentence.language], sentence)
    .map(({ check }) => check)
    .filter((check) => fidelity.has(check));
}

test('there are at least twenty sentences for each check and language, of every kind', () => {
  for (const check of fidelityChecks)
    for (const language of Object.keys(localeOf)) {
      const own = sentences.filter((each) => each.check === check && each.language === language);
      expect(own.length).toBeGreaterThanOrEqual(20);
      expect(own.some(({ hard }) => hard)).toBe(true);
      expect(own.filter(({ expected }) => expected === 'found').length).toBeGreaterThanOrEqual(10);
    }
});

test('each kind of defect that is found has words', () => {
  const catalog = new URL('../../../locales/en/lint.json', import.meta.url);
  const { message, expected } = JSON.parse(readFileSync(catalog, 'utf8')) as Record<string, object>;
  const codes = sentences.flatMap((sentence) =>
    checkSentence(localeOf[sentence.language], sentence).map(({ code }) => code),
  );
  const described = (code: string): boolean =>
    Object.hasOwn(message ?? {}, code) && Object.hasOwn(expected ?? {}, code);
  expect(codes.length).toBeGreaterThan(0);
  expect([...new Set(codes)].filter((code) => !described(code))).toEqual([]);
});

describe('right translations stay silent', () => {
  for (const sentence of sentences.filter(({ expected }) => expected === 'silent'))
    test(`${sentence.check} ${sentence.language}: ${sentence.target}`, () => {
      expect(found(sentence)).toEqual([]);
    });
});

describe('wrong translations are found', () => {
  const wrong = sentences.filter(({ expected }) => expected === 'found');
  for (const sentence of wrong.filter(({ open }) => !open))
    test(`${sentence.check} ${sentence.language}: ${sentence.target}`, () => {
      expect(found(sentence)).toContain(sentence.check);
    });
  for (const sentence of wrong.filter(({ open }) => open))
    test.fails(`${sentence.check} ${sentence.language}: ${sentence.target}`, () => {
      expect(found(sentence)).toContain(sentence.check);
    });
});
