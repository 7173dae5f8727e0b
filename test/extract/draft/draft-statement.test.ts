import { beforeAll, describe, expect, test } from 'vitest';
import type { Label } from '../../../src/extract/label.ts';
import type { Vocabulary } from '../../../src/extract/draft/condition/reading.ts';
import { draftStatement } from '../../../src/extract/draft/draft-statement.ts';
import { packagedVocabulary, phraseBook } from './vocabulary.ts';

let vocabulary: Vocabulary;
beforeAll(async () => {
  vocabulary = await packagedVocabulary();
});

function draftBody(language: string, label: Label, text: string): unknown {
  const phrases = phraseBook.get(language);
  if (!phrases) throw new Error(language);
  return draftStatement(text, label, phrases, vocabulary)[0]?.body;
}

describe('what follows', () => {
  test.each([
    ['en', 'If you have a work account, the profile is removed.'],
    ['ko', '회사 계정이 있는 경우 프로필이 제거됩니다.'],
    ['zh', '如果有工作帐户，配置文件将被删除。'],
    ['ja', '職場アカウントがある場合、プロファイルは削除されます。'],
    ['ru', 'Если есть рабочая учетная запись, профиль удаляется.'],
    ['de', 'Wenn Sie ein Geschäftskonto haben, wird das Profil gelöscht.'],
  ])('holds for the case that it is told for, in %s', (language, text) => {
    const when = { fact: 'hasWorkAccount', operator: 'equal', value: true };
    expect(draftBody(language, 'consequence', text)).toMatchObject({ effect: 'removed', when });
    expect(draftBody(language, 'obligation', text)).toEqual({ when });
  });

  test.each([
    ['a time beside the case', 'If you have a work account, after you leave, the profile is removed.'],
    ['a part of the case in brackets', 'If you have a work account (an old one), the profile is removed.'],
    ['a case that is no condition', 'If you have enough licenses, the profile is removed.'],
    ['no case', 'After you leave, the profile is removed.'],
  ])('has no case where one would be a part of it: %s', (_, text) => {
    expect(draftBody('en', 'consequence', text)).not.toHaveProperty('when');
  });

  test.each([
    ["The profile won't be removed.", 'stated'],
    ["The profile can't be restored.", 'prevented'],
    ['The profile is removed.', 'removed'],
    ["However, this doesn't affect the profile.", 'unchanged'],
  ])('is not turned round by the word for it: %s', (text, effect) => {
    expect(draftBody('en', 'consequence', text)).toMatchObject({ effect });
  });
});
