import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { DocumentIndex } from '../../../src/content/document-index.ts';
import { parseDocument } from '../../../src/content/parse-document.ts';
import { loadProject } from '../../../src/project/load-project.ts';
import { acceptedEdits, certainEdits, joinEdits } from '../../../src/sync/pins/accept.ts';
import { type Acceptance, parseAcceptance } from '../../../src/sync/pins/acceptance.ts';
import { differsCosmetically, meaningOf } from '../../../src/content/similarity.ts';
import { syncRules } from '../../../src/sync/sync-rules.ts';

test('whatever becomes of the pages, they are compared, and a yes to everything never breaks the rules', async () => {
  const { rules, documents } = await loadProject('.');
  const paths = ['ko', 'zh', 'ja', 'ru'].map((locale) => `content/${locale}/remove-a-relationship.md`);
  const texts = new Map(paths.map((path) => [path, readFileSync(path, 'utf8')]));
  const yes = parseAcceptance('*') as Acceptance;
  const change = fc.record({
    path: fc.constantFrom(...paths),
    from: fc.double({ min: 0, max: 1, noNaN: true }),
    length: fc.integer({ min: 0, max: 600 }),
    text: fc.oneof(
      fc.string({ maxLength: 20 }),
      fc.constantFrom('</span>', '<span data-ttu-id="', '# ', '\n\n', '__proto__', '**', '\u202e', '0'),
    ),
  });
  fc.assert(
    fc.property(fc.array(change, { minLength: 1, maxLength: 6 }), (changes) => {
      const edited = new Map(texts);
      for (const { path, from, length, text } of changes) {
        const old = edited.get(path) ?? '';
        const at = Math.floor(from * old.length);
        edited.set(path, old.slice(0, at) + text + old.slice(at + length));
      }
      const pages = [...edited].map(([path, text]) => parseDocument(text, path));
      const kept = documents.all.filter(({ path }) => !edited.has(path));
      const result = syncRules({
        rules,
        documents: new DocumentIndex([...kept, ...pages]),
        base: documents.all,
      });
      for (const row of result.rows) for (const { state } of row.cells) expect(state).toMatch(/^[a-z]+$/u);
      const { edits } = acceptedEdits(result.rows, result.uncovered, [], [yes]);
      const joined = joinEdits(result.rows, certainEdits(result.rows, result.uncovered), edits);
      for (const [, list] of joined) {
        const places = list.flatMap((edit) => ('path' in edit ? [edit.path.join('/')] : []));
        expect(new Set(places).size).toBe(places.length);
      }
    }),
    { numRuns: 60, seed: 11 },
  );
});

test('what counts as cosmetic never hides a letter, a number, a sign or a question', () => {
  const letter = fc.constantFrom(...Array.from('abcXYZ0189?%<>=ёЙ한字ア'));
  fc.assert(
    fc.property(fc.array(letter, { maxLength: 12 }), fc.array(letter, { maxLength: 12 }), (a, b) => {
      const [left, right] = [a.join(''), b.join('')];
      expect(differsCosmetically(left, right)).toBe(left.toLowerCase() === right.toLowerCase());
    }),
  );
  expect(differsCosmetically('**Select** [it](a.md).', 'select [it](b.md)')).toBe(true);
  expect(differsCosmetically('1.5', '15')).toBe(false);
  expect(differsCosmetically('-5', '5')).toBe(false);
});

test('long lines take time in proportion to their length', () => {
  const long = '['.repeat(200_000) + '](a'.repeat(100_000) + '<a '.repeat(100_000);
  expect(meaningOf(long).length).toBeGreaterThan(0);
});
