import { spawnSync } from 'node:child_process';
import { compare, type Row } from './measure.ts';

const rounds = 15;

function runNode(...argv: string[]): void {
  const { status, error, stderr } = spawnSync(process.execPath, argv, { encoding: 'utf8' });
  // 1 is findings, and 3 is the verdict unknown, which a check without facts gives.
  if (error || status === null || status === 2)
    throw new Error(`node ${argv.join(' ')}: ${status} ${stderr}`);
}

/** Times whole commands against an empty Node process. */
export async function startUpRows(): Promise<Row[]> {
  const commands: [string[], number][] = [
    [['--help'], 2.5],
    [['list'], 2.5],
    [['show', 'remove-reseller-relationship'], 2.5],
    [['check', 'remove-reseller-relationship', '--format', 'json'], 2.5],
    [['extract', 'content/ko/remove-a-relationship.md', '--format', 'json'], 6],
    [['lint', 'content'], 6],
    [['sync'], 6],
  ];
  const rows: Row[] = [];
  for (const [argv, bar] of commands) {
    const ratio = await compare(
      () => runNode('dist/waymark.js', ...argv),
      () => runNode('-e', '0'),
      rounds,
    );
    rows.push({ work: `start: waymark ${argv.join(' ')}`, reference: 'empty Node process', ratio, bar });
  }
  return rows;
}
