// Learns the weights from all labelled pages and writes them: `npx tsx test/score/learn.ts`.
import { writeFileSync } from 'node:fs';
import { loadCues } from '../../src/extract/load-cues.ts';
import { readLabelledPages, toExamples } from './examples.ts';
import { labelledPages } from './labelled-pages.ts';
import { formatWeights, learnWeights } from './learn-weights.ts';

const cues = await loadCues();
const weights = learnWeights(toExamples(readLabelledPages(labelledPages(), cues)));
const file = new URL('../../src/extract/cues/weights.json', import.meta.url);
writeFileSync(file, formatWeights(weights));
console.info(`${weights.features.size} features`);
