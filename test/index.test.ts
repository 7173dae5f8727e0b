import { expect, test } from 'vitest';
import * as waymark from '../src/index.ts';

test('the package exports what the command is made of, and nothing else', () => {
  expect(Object.keys(waymark).toSorted()).toEqual([
    'DocumentIndex',
    'decide',
    'describeDecision',
    'describeWorkflow',
    'loadProject',
    'loadTranslator',
    'locales',
    'negotiateLocale',
    'parseDocument',
    'readDocument',
    'readDocuments',
  ]);
});
