import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { checkSentence, type Pair } from './check-sentence.ts';

const confirmed = parse(
  readFileSync(new URL('../../fixtures/fidelity/confirmed.yaml', import.meta.url), 'utf8'),
) as (Pair & { locale: string; article: string; check?: string })[];

describe('translations confirmed to change the rule', () => {
  for (const { locale, article, check, ...pair } of confirmed) {
    test.runIf(check)(`${locale} ${article}: ${pair.source.slice(0, 60)}`, () => {
      expect(checkSentence(locale, pair).map((finding) => finding.check)).toContain(check);
    });
  }
});
