import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { draftPreconditions } from '../../../../src/extract/draft/condition/draft-precondition.ts';
import type { Vocabulary } from '../../../../src/extract/draft/condition/reading.ts';
import { listFacts } from '../../../../src/rules/condition.ts';
import type { Condition, FactValue } from '../../../../src/rules/workflow.ts';
import { evaluateNaively } from '../../../oracle/naive.ts';
import { packagedVocabulary, phraseBook } from '../vocabulary.ts';

let vocabulary: Vocabulary;
beforeAll(async () => {
  vocabulary = await packagedVocabulary();
});

/** Whether there are any of each of the named things. */
type Meaning = (there: readonly boolean[]) => boolean;

const none: Meaning = (there) => there.every((each) => !each);
const notAll: Meaning = (there) => there.some((each) => !each);
const some: Meaning = (there) => there.some(Boolean);

interface Language {
  /** Names of counts, as they stand after a preposition or verb of the templates. */
  names: Record<string, string>;
  /** How a list of names is written. */
  and: (names: readonly string[]) => string;
  or: (names: readonly string[]) => string;
  /** Sentences around a list, with what they require. */
  templates: readonly (readonly [sentence: (list: string) => string, joint: 'and' | 'or', means: Meaning])[];
}

const list =
  (comma: string, last: string) =>
  (names: readonly string[]): string =>
    names.length < 2 ? names.join('') : `${names.slice(0, -1).join(comma)}${last}${names.at(-1)}`;

const languages: Record<string, Language> = {
  en: {
    names: {
      activeSubscriptionCount: 'active subscriptions',
      azureReservationCount: 'Azure reservations',
      softwarePurchaseCount: 'software purchases',
    },
    and: list(', ', ' and '),
    or: list(', ', ' or '),
    templates: [
      [(each) => `You can't leave if there are ${each}.`, 'or', none],
      [(each) => `You can't leave if there are ${each}.`, 'and', notAll],
      [(each) => `If the customer has any ${each}, you can't leave.`, 'or', none],
      [(each) => `You must cancel all ${each} first.`, 'and', none],
      [(each) => `You can leave only if there are no ${each}.`, 'or', none],
      [(each) => `You can't leave until all ${each} have been cancelled.`, 'and', none],
      [(each) => `You can't leave unless you have ${each}.`, 'or', some],
      [(each) => `You can leave unless there are ${each}.`, 'or', none],
      [(each) => `You can't leave without ${each}.`, 'or', some],
      [(each) => `As long as there are ${each}, the link stays inactive.`, 'or', none],
      [(each) => `Customers with ${each} can't be removed.`, 'or', none],
      [(each) => `Before the transfer all ${each} must be cancelled.`, 'and', none],
      [(each) => `There must not be any ${each}.`, 'or', none],
      [(each) => `Make sure that there are no ${each}.`, 'or', none],
      [(each) => `If you have no ${each}, you can't leave.`, 'or', some],
      [(each) => `Leaving the program requires that all ${each} are cancelled.`, 'and', none],
      [(each) => `Only after all ${each} have been cancelled can you leave.`, 'and', none],
      [(each) => `Cancel all ${each} before you leave.`, 'and', none],
    ],
  },
  ko: {
    names: {
      activeSubscriptionCount: '활성 구독',
      azureReservationCount: 'Azure 예약',
      softwarePurchaseCount: '소프트웨어 구매',
    },
    and: list(', ', ' 및 '),
    or: list(', ', ' 또는 '),
    templates: [
      [(each) => `${each}가 있으면 나갈 수 없습니다.`, 'or', none],
      [(each) => `${each}가 있으면 나갈 수 없습니다.`, 'and', notAll],
      [(each) => `${each}를 모두 취소해야 합니다.`, 'and', none],
      [(each) => `${each}가 없어야 합니다.`, 'and', none],
      [(each) => `${each}가 없는 경우에만 나갈 수 있습니다.`, 'or', none],
      [(each) => `${each}를 취소하지 않으면 나갈 수 없습니다.`, 'and', none],
      [(each) => `${each}가 남아 있는 한 나갈 수 없습니다.`, 'or', none],
      [(each) => `${each}가 있어서는 안 됩니다.`, 'or', none],
      [(each) => `${each}가 있으면 안 됩니다.`, 'or', none],
      [(each) => `${each}가 없는 고객만 나갈 수 있습니다.`, 'or', none],
      [(each) => `${each}를 모두 취소해야 나갈 수 있습니다.`, 'and', none],
    ],
  },
  zh: {
    names: {
      activeSubscriptionCount: '活动订阅',
      azureReservationCount: ' Azure 预留',
      softwarePurchaseCount: '软件购买',
    },
    and: list('、', '和'),
    or: list('、', '或'),
    templates: [
      [(each) => `如果有${each}，则无法退出。`, 'or', none],
      [(each) => `如果有${each}，则无法退出。`, 'and', notAll],
      [(each) => `必须取消所有${each}。`, 'and', none],
      [(each) => `如果客户没有${each}，则可以退出。`, 'or', none],
      [(each) => `除非取消所有${each}，否则无法退出。`, 'and', none],
      [(each) => `只要还有${each}，就不能退出。`, 'or', none],
      [(each) => `客户不得有${each}。`, 'or', none],
      [(each) => `只有没有${each}的客户才能退出。`, 'or', none],
      [(each) => `必须先取消所有${each}，然后才能退出。`, 'and', none],
    ],
  },
  ja: {
    names: {
      activeSubscriptionCount: 'アクティブなサブスクリプション',
      azureReservationCount: 'Azure の予約',
      softwarePurchaseCount: 'ソフトウェアの購入',
    },
    and: list('、', '、および'),
    or: list('、', '、または'),
    templates: [
      [(each) => `${each}がある場合は、退会できません。`, 'or', none],
      [(each) => `${each}がある場合は、退会できません。`, 'and', notAll],
      [(each) => `${each}をすべて取り消す必要があります。`, 'and', none],
      [(each) => `${each}がない場合にのみ、退会できます。`, 'or', none],
      [(each) => `${each}をキャンセルしない限り、退会できません。`, 'and', none],
      [(each) => `${each}が残っている限り、退会できません。`, 'or', none],
      [(each) => `${each}があってはなりません。`, 'or', none],
      [(each) => `${each}がない顧客のみが退会できます。`, 'or', none],
      [(each) => `${each}をすべてキャンセルするまで、退会できません。`, 'and', none],
    ],
  },
  ru: {
    names: {
      activeSubscriptionCount: 'активные подписки',
      azureReservationCount: 'резервирования Azure',
      softwarePurchaseCount: 'покупки программного обеспечения',
    },
    and: list(', ', ' и '),
    or: list(', ', ' или '),
    templates: [
      [(each) => `Если есть ${each}, выйти нельзя.`, 'or', none],
      [(each) => `Если есть ${each}, выйти нельзя.`, 'and', notAll],
      [(each) => `Необходимо отменить все ${each}.`, 'and', none],
      [(each) => `Нельзя выйти, пока не отменены ${each}.`, 'and', none],
      [(each) => `Выйти можно, если отменены все ${each}.`, 'and', none],
      [(each) => `Пока существуют ${each}, выйти нельзя.`, 'or', none],
      [(each) => `Перед выходом все ${each} должны быть отменены.`, 'and', none],
      [(each) => `Выйти можно только после того, как будут отменены ${each}.`, 'and', none],
      [(each) => `Убедитесь, что отменены все ${each}.`, 'and', none],
      [(each) => `Нельзя удалить клиента, у которого есть ${each}.`, 'or', none],
    ],
  },
  de: {
    names: {
      activeSubscriptionCount: 'aktive Abonnements',
      azureReservationCount: 'Azure-Reservierungen',
      softwarePurchaseCount: 'Softwarekäufe',
    },
    and: list(', ', ' und '),
    or: list(', ', ' oder '),
    templates: [
      [(each) => `Wenn ${each} vorhanden sind, können Sie nicht austreten.`, 'or', none],
      [(each) => `Wenn ${each} vorhanden sind, können Sie nicht austreten.`, 'and', notAll],
      [(each) => `Sie müssen alle ${each} kündigen.`, 'and', none],
      [(each) => `Sie können nur austreten, wenn keine ${each} vorhanden sind.`, 'or', none],
      [(each) => `Sie können erst austreten, nachdem alle ${each} gekündigt wurden.`, 'and', none],
      [(each) => `Solange ${each} bestehen, ist der Austritt nicht möglich.`, 'or', none],
      [(each) => `Es dürfen keine ${each} vorhanden sein.`, 'or', none],
      [(each) => `Vor dem Austritt müssen alle ${each} storniert sein.`, 'and', none],
      [(each) => `Sie können nicht austreten, es sei denn, Sie haben ${each}.`, 'or', some],
      [(each) => `Ohne ${each} können Sie nicht austreten.`, 'or', some],
      [(each) => `Kunden mit ${each} können nicht entfernt werden.`, 'or', none],
      [(each) => `Bestehen ${each}, können Sie nicht austreten.`, 'or', none],
    ],
  },
};

/** Gives what a sentence is drafted as, as one condition. */
function draft(language: string, sentence: string): Condition {
  const phrases = phraseBook.get(language);
  if (!phrases) throw new Error(language);
  const conditions = draftPreconditions(sentence, phrases, vocabulary).map(({ reading, audience }) => {
    if (reading.kind !== 'condition') throw new Error(`${reading.kind}: ${sentence}`);
    return audience ? { any: [{ not: audience }, reading.condition] } : reading.condition;
  });
  return { all: conditions };
}

describe.each(Object.entries(languages))(
  'a list of facts in %s',
  (language, { names, templates, ...lists }) => {
    test('means in every sentence what the sentence says of each, over all cases', () => {
      const facts = fc.shuffledSubarray(Object.keys(names), { minLength: 2 });
      fc.assert(
        fc.property(facts, fc.constantFrom(...templates), (chosen, [sentence, joint, means]) => {
          const text = sentence(lists[joint](chosen.map((fact) => names[fact] ?? '')));
          const condition = draft(language, text);
          expect({ text, facts: listFacts(condition).toSorted() }).toEqual({
            text,
            facts: chosen.toSorted(),
          });
          for (let bits = 0; bits < 2 ** chosen.length; bits += 1) {
            const there = chosen.map((_, index) => (bits & (1 << index)) !== 0);
            const values = new Map<string, FactValue>(
              chosen.map((fact, index) => [fact, there[index] ? 3 : 0]),
            );
            const verdict = evaluateNaively(condition, values);
            expect({ text, there, verdict }).toEqual({ text, there, verdict: String(means(there)) });
          }
        }),
        { numRuns: 120, seed: 5 },
      );
    });
  },
);

test('bounds stay with their own noun', () => {
  const counts = fc.record({
    first: fc.integer({ min: 2, max: 999 }),
    second: fc.integer({ min: 2, max: 999 }),
  });
  fc.assert(
    fc.property(counts, ({ first, second }) => {
      const text = `You must have at least ${first} active subscriptions and fewer than ${second} Azure reservations.`;
      expect(draft('en', text)).toEqual({
        all: [
          { fact: 'activeSubscriptionCount', operator: 'greaterThanInclusive', value: first },
          { fact: 'azureReservationCount', operator: 'lessThan', value: second },
        ],
      });
    }),
    { numRuns: 50, seed: 5 },
  );
});
