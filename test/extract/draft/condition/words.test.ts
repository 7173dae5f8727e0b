import { beforeAll, describe, expect, test } from 'vitest';
import { findNames } from '../../../../src/extract/draft/condition/names.ts';
import type { Vocabulary } from '../../../../src/extract/draft/condition/reading.ts';
import { placedWords } from '../../../../src/extract/draft/condition/words.ts';
import type { Phrases } from '../../../../src/extract/draft/phrases.ts';
import { packagedVocabulary, phraseBook } from '../vocabulary.ts';

const german = phraseBook.get('de') as Phrases;
let vocabulary: Vocabulary;
beforeAll(async () => {
  vocabulary = await packagedVocabulary();
});

describe('words of a language that makes one of several', () => {
  test.each([
    ['Softwarekäufe', ['software=software', 'käufe=purchase']],
    ['Azure-Reservierungen', ['azure', 'reservierung=reservation']],
    ['Geschäftskontos', ['geschäft=work', 'konto=account']],
    // What is no term is kept, so that it is accounted for.
    ['Abonnementverwaltung', ['abonnement=subscription', 'verwaltung']],
    ['inaktiv', ['inaktiv']],
    ['Verkäufe', ['verkäufe']],
  ])('are taken apart at the terms: %s', (text, words) => {
    const read = placedWords(text, german).map(({ word, term }) => (term ? `${word}=${term}` : word));
    expect(read).toEqual(words);
  });

  test('leave nothing of a name beside it', () => {
    const text = 'alle Softwarekäufe stornieren';
    const [name] = findNames(text, german, vocabulary);
    expect(name?.fact.name).toBe('softwarePurchaseCount');
    expect(text.slice(name?.start, name?.end)).toBe('Softwarekäufe');
  });

  test('name no fact with a word more than it has', () => {
    expect(findNames('die Abonnementverwaltung', german, vocabulary)).toEqual([]);
  });
});
