import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { draftPreconditions } from '../../../../src/extract/draft/condition/draft-precondition.ts';
import type { DraftedPart } from '../../../../src/extract/draft/condition/drafted-part.ts';
import type { Vocabulary } from '../../../../src/extract/draft/condition/reading.ts';
import type { Condition } from '../../../../src/rules/workflow.ts';
import { packagedVocabulary, phraseBook } from '../vocabulary.ts';

let vocabulary: Vocabulary;
beforeAll(async () => {
  vocabulary = await packagedVocabulary();
});

/** Facts that the sentences speak of, by a letter each. */
const letters = new Map([
  ['activeSubscriptionCount', 'S'],
  ['azureReservationCount', 'R'],
  ['softwarePurchaseCount', 'P'],
  ['hasPartnerCenterAccount', 'A'],
  ['hasWorkAccount', 'W'],
  ['partnerType', 'T'],
  ['callerRoles', 'C'],
  ['relationshipToPartner', 'L'],
]);
const signs = {
  equal: '=',
  notEqual: '!=',
  in: ' in ',
  notIn: ' notin ',
  lessThan: '<',
  lessThanInclusive: '<=',
  greaterThan: '>',
  greaterThanInclusive: '>=',
  contains: '∋',
  doesNotContain: '∌',
} as const;

function formatCondition(condition: Condition): string {
  if ('all' in condition) return `all(${condition.all.map(formatCondition).join(', ')})`;
  if ('any' in condition) return `any(${condition.any.map(formatCondition).join(', ')})`;
  if ('not' in condition) return `not(${formatCondition(condition.not)})`;
  const { fact, operator, value } = condition;
  return `${letters.get(fact) ?? fact}${signs[operator]}${String(value)}`;
}

/** Writes a requirement as `{audience} condition`; `!reason` where it is none. */
function formatPart({ audience, who, reading }: DraftedPart): string {
  const lead = (audience ? `{${formatCondition(audience)}} ` : '') + (who === true ? 'who ' : '');
  if (reading.kind === 'condition') return lead + formatCondition(reading.condition);
  return lead + (reading.kind === 'attestation' ? 'attestation' : `!${reading.reason}`);
}

function draft(language: string, sentence: string): string {
  const phrases = phraseBook.get(language);
  if (!phrases) throw new Error(language);
  return draftPreconditions(sentence, phrases, vocabulary).map(formatPart).join(' ; ');
}

/** Tells whether what was drafted is what a row says, in words or as a pattern between slashes. */
function fits(drafted: string, requires: string): boolean {
  return requires.startsWith('/')
    ? new RegExp(requires.slice(1, -1), 'u').test(drafted)
    : drafted === requires;
}

interface Row {
  sentence: string;
  requires: string;
}

const folder = fileURLToPath(new URL('./sentences/', import.meta.url));
const tables = readdirSync(folder).map((name) => {
  const rows = parse(readFileSync(`${folder}${name}`, 'utf8')) as Row[];
  return [name.replace('.yaml', ''), rows] as const;
});

describe.each(tables)('%s', (language, rows) => {
  test.each(rows)('$sentence', ({ sentence, requires }) => {
    const drafted = draft(language, sentence);
    expect({ drafted, fits: fits(drafted, requires) }).toEqual({ drafted, fits: true });
  });
});
