// Prints the figures of extraction on the labelled pages: `npm run score`. With `-- --learn` it first learns the weights
// anew from all of them and writes them beside the cue tables; with `-- --raise` it raises the floors that the tests hold.
import { leaveOut } from '../left-out.ts';
import { writeFileSync } from 'node:fs';
import { loadCues } from '../../src/extract/load-cues.ts';
import { anyLanguage } from '../../src/extract/weights.ts';
import { learnForAny, learnSets, readLabelledPages } from './examples.ts';
import { type Figures, scoreHeldOut, scoreSides } from './figures.ts';
import { raiseFloors } from './floors.ts';
import { hasShared, labelledPages } from './labelled-pages.ts';
import { formatWeights } from './learn-weights.ts';
import { scored } from './tally.ts';

const options = process.argv.slice(2);
if (!hasShared()) leaveOut('scoring of real pages (no shared/ folder)');
if (!hasShared() && options.length > 0) {
  console.error('weights and floors come from all labelled pages, and shared/ is missing');
  process.exitCode = 2;
} else {
  const cues = await loadCues();
  const readings = readLabelledPages(labelledPages(), cues);
  let { weights } = cues;
  if (options.includes('--learn')) {
    const learned = learnSets(readings).set(anyLanguage, learnForAny(readings));
    const folder = new URL('../../src/extract/cues/weights/', import.meta.url);
    for (const [language, set] of learned)
      writeFileSync(new URL(`${language}.tsv`, folder), formatWeights(set));
    weights = learned;
  }
  const shipped = scoreSides(readings, weights);
  print('as shipped, on the pages that the weights were learned from', shipped);
  print('held out, each page by weights learned without it', scoreHeldOut(readings));
  if (options.includes('--raise')) raiseFloors(shipped);
}

function print(title: string, figures: Figures): void {
  console.info(`\nlenient F1, ${title}`);
  console.info(['side  ', 'pages      ', ...scored.map((label) => label.padStart(13))].join(' '));
  for (const [language, sets] of Object.entries(figures)) {
    for (const [set, row] of Object.entries(sets)) {
      const side = language === 'en' ? 'source' : `tgt ${language}`;
      console.info(
        [side, set.padEnd(11), ...scored.map((label) => row[label].toFixed(3).padStart(13))].join(' '),
      );
    }
  }
}
