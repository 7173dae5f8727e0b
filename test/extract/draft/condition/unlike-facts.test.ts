import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { draftPreconditions } from '../../../../src/extract/draft/condition/draft-precondition.ts';
import type { Vocabulary } from '../../../../src/extract/draft/condition/reading.ts';
import type { Comparison } from '../../../../src/rules/workflow.ts';
import { packagedVocabulary, phraseBook } from '../vocabulary.ts';

let vocabulary: Vocabulary;
beforeAll(async () => {
  vocabulary = await packagedVocabulary();
});

/** What someone must have or lack: counts with and without bounds, yes/no facts, a role, and what no fact is of. */
const required: readonly Partial<Comparison>[] = [
  { fact: 'activeSubscriptionCount', operator: 'equal', value: 0 },
  { fact: 'hasWorkAccount', operator: 'equal', value: true },
  { fact: 'hasPartnerCenterAccount', operator: 'equal', value: true },
  { fact: 'callerRoles', operator: 'contains', value: 'adminAgent' },
  { fact: 'azureReservationCount', operator: 'greaterThanInclusive', value: 2 },
  { fact: 'softwarePurchaseCount', operator: 'lessThan', value: 5 },
  { operator: 'equal', value: true },
];

interface Language {
  /** Words for each of what is required, in its order. */
  words: readonly string[];
  and: string;
  /** Sentences around a list of them that require them all. */
  templates: readonly ((list: string) => string)[];
}

const languages: Record<string, Language> = {
  en: {
    words: [
      'no active subscriptions',
      'a work account',
      'a Partner Center account',
      'the admin agent role',
      'at least 2 Azure reservations',
      'fewer than 5 software purchases',
      'a signed contract',
    ],
    and: ' and ',
    templates: [
      (list) => `You must have ${list}.`,
      (list) => `You can leave only if you have ${list}.`,
      (list) => `You can't leave unless you have ${list}.`,
    ],
  },
  de: {
    words: [
      'keine aktiven Abonnements',
      'ein Geschäftskonto',
      'ein Partner Center-Konto',
      'die Rolle „Administrator-Agent“',
      'mindestens 2 Azure-Reservierungen',
      'weniger als 5 Softwarekäufe',
      'einen unterzeichneten Vertrag',
    ],
    and: ' und ',
    templates: [
      (list) => `Sie können nur austreten, wenn Sie ${list} haben.`,
      (list) => `Sie können nicht austreten, es sei denn, Sie haben ${list}.`,
    ],
  },
  ru: {
    words: [
      'нет активных подписок',
      'есть рабочая учетная запись',
      'есть учетная запись Центра партнеров',
      'есть роль агента по администрированию',
      'есть не менее 2 резервирований Azure',
      'есть менее 5 покупок программного обеспечения',
      'есть подписанный договор',
    ],
    and: ' и ',
    templates: [
      (list) => `Выйти можно, только если у вас ${list}.`,
      (list) => `Убедитесь, что у вас ${list}.`,
    ],
  },
};

describe.each(Object.entries(languages))(
  'a list of unlike things in %s',
  (language, { words, and, templates }) => {
    test('requires each as it stands, whatever stands beside it', () => {
      const phrases = phraseBook.get(language);
      if (!phrases) throw new Error(language);
      const chosen = fc.shuffledSubarray([...words.keys()], { minLength: 2, maxLength: 4 });
      fc.assert(
        fc.property(chosen, fc.constantFrom(...templates), (indices, sentence) => {
          const named = indices.map((index) => words[index] ?? '');
          const text = sentence(`${named.slice(0, -1).join(', ')}${and}${named.at(-1)}`);
          const parts = draftPreconditions(text, phrases, vocabulary).map(({ reading }) =>
            reading.kind === 'condition' ? reading.condition : reading.kind,
          );
          const expected = indices.map((index) => expect.objectContaining(required[index] ?? {}) as unknown);
          expect({ text, parts }).toEqual({ text, parts: expected });
        }),
        { numRuns: 200, seed: 7 },
      );
    });
  },
);
