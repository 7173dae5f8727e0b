import { firstFrameRows } from './first-frame.ts';
import { lintingRows } from './linting.ts';
import type { Row } from './measure.ts';
import { readingRows } from './reading.ts';
import { singleCheckRows } from './single-check.ts';
import { startUpRows } from './start-up.ts';

const rows: Row[] = [];
for (const part of [startUpRows, firstFrameRows, singleCheckRows, readingRows, lintingRows])
  rows.push(...(await part()));

const width = Math.max(...rows.map(({ work }) => work.length));
for (const { work, reference, ratio, bar } of rows) {
  const limit = bar === undefined ? '' : `  bar ${bar} ${ratio <= bar ? 'kept' : 'PASSED'}`;
  console.log(`${work.padEnd(width)}  ${ratio.toFixed(2)} × ${reference}${limit}`);
}
if (rows.some(({ ratio, bar }) => bar !== undefined && ratio > bar)) process.exitCode = 1;
