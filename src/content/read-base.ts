import { spawn } from 'node:child_process';
import { stat } from 'node:fs/promises';
import { relative, resolve } from 'node:path';
import { compareText, type Diagnostic } from '../diagnostic/diagnostic.ts';
import { decodeText } from '../diagnostic/read-text.ts';
import { type ReadResult, readDocuments } from './read-documents.ts';
import { parseDocument } from './parse-document.ts';

/** An earlier version of the pages: what could be read, and why the rest could not. */
export interface BasePages {
  results: ReadResult[];
  /** Why there is no base at all: neither a folder nor a git revision. */
  diagnostics: Diagnostic[];
}

/**
 * Reads an earlier version of the pages: from a folder, or from a git revision.
 *
 * @param base A folder relative to `cwd`, else a git revision (`HEAD~1`, a tag, a commit).
 * @param content Folder that holds the pages today; of a revision, the pages below the same folder are read.
 */
export async function readBase(base: string, cwd: string, content: string): Promise<BasePages> {
  if (await isFolder(resolve(cwd, base))) {
    return { results: await readDocuments([resolve(cwd, base)]), diagnostics: [] };
  }
  const fault = (reason: string): BasePages => ({
    results: [],
    diagnostics: [
      { code: 'unknown-base', severity: 'error', path: '--base', values: { found: base, reason } },
    ],
  });
  const folder = (await isFolder(content)) ? content : cwd;
  const top = await git(['rev-parse', '--show-toplevel'], folder);
  if (!top.ok) return fault(top.reason);
  const commit = await git(
    ['rev-parse', '--verify', '--quiet', '--end-of-options', `${base}^{commit}`],
    folder,
  );
  if (!commit.ok) return fault(top.output.toString('utf8').trim());
  const root = top.output.toString('utf8').trim();
  const revision = commit.output.toString('utf8').trim();
  return { results: await readRevision(revision, root, relative(root, resolve(content))), diagnostics: [] };
}

async function readRevision(revision: string, root: string, folder: string): Promise<ReadResult[]> {
  const below = folder === '' ? [] : ['--', folder];
  const tree = await git(['ls-tree', '-r', '-z', '--name-only', '--full-tree', revision, ...below], root);
  const paths = tree.output
    .toString('utf8')
    .split('\0')
    .filter((path) => /\.md$/iu.test(path) && !/(?:^|\/)readme\.md$/iu.test(path) && !path.includes('\n'))
    .toSorted(compareText);
  if (paths.length === 0) return [];
  const objects = paths.map((path) => `${revision}:${path}\n`).join('');
  const blobs = await git(['cat-file', '--batch'], root, objects);
  return splitBatch(blobs.output, paths);
}

/** Splits the answer of `git cat-file --batch`: for each object a line `<id> blob <size>`, its bytes, a line end. */
function splitBatch(output: Buffer, paths: readonly string[]): ReadResult[] {
  const results: ReadResult[] = [];
  let at = 0;
  for (const path of paths) {
    const end = output.indexOf(10, at);
    const size = Number(/ blob (\d+)$/u.exec(output.toString('utf8', at, end))?.[1] ?? Number.NaN);
    if (end < 0 || Number.isNaN(size)) {
      results.push({ path, error: { code: 'file-not-found', severity: 'error', path } });
      at = Math.max(end, at) + 1;
      continue;
    }
    const text = decodeText(output.subarray(end + 1, end + 1 + size), path);
    results.push(
      typeof text === 'string' ? { path, document: parseDocument(text, path) } : { path, error: text },
    );
    at = end + 1 + size + 1;
  }
  return results;
}

type GitResult = { ok: true; output: Buffer } | { ok: false; output: Buffer; reason: string };

/** Runs git without a shell; a missing git or a refusal is a value. */
function git(args: readonly string[], cwd: string, input = ''): Promise<GitResult> {
  return new Promise((settle) => {
    const child = spawn('git', args, { cwd, stdio: ['pipe', 'pipe', 'pipe'] });
    const output: Buffer[] = [];
    const errors: Buffer[] = [];
    child.stdout.on('data', (chunk: Buffer) => output.push(chunk));
    child.stderr.on('data', (chunk: Buffer) => errors.push(chunk));
    child.stdin.on('error', () => undefined);
    child.on('error', (error) => settle({ ok: false, output: Buffer.alloc(0), reason: error.message }));
    child.on('close', (code) => {
      const reason = Buffer.concat(errors).toString('utf8').trim().slice(0, 200);
      if (code === 0) settle({ ok: true, output: Buffer.concat(output) });
      else settle({ ok: false, output: Buffer.concat(output), reason });
    });
    child.stdin.end(input);
  });
}

async function isFolder(path: string): Promise<boolean> {
  try {
    return (await stat(path)).isDirectory();
  } catch {
    return false;
  }
}
