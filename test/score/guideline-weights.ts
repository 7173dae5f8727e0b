import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import type { Label } from '../../src/extract/label.ts';

/** Reads the weights that the learner starts from, by feature and label. */
export function guidelineWeights(): Map<string, Partial<Record<Label, number>>> {
  const text = readFileSync(new URL('guideline.yaml', import.meta.url), 'utf8');
  return new Map(Object.entries(parse(text) as Record<string, Partial<Record<Label, number>>>));
}
