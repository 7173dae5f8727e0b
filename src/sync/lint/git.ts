import { execFile } from 'node:child_process';
import { realpath } from 'node:fs/promises';

/** The most that git may answer, in bytes: a listing of a very large repository, or one page. */
const maximumAnswer = 256 * 1024 * 1024;

/** Answers of git on one repository. Every method throws an Error with git's own words where git refuses. */
export interface Repository {
  /** Folder of the work tree, without symbolic links. */
  root: string;
  /** Tells whether a revision names a commit. */
  hasRevision: (revision: string) => Promise<boolean>;
  /** Gives the commit that a revision and the working tree have in common; the revision where they have none. */
  commonAncestor: (revision: string) => Promise<string>;
  /** Lists the files of a revision, relative to the root. */
  listFiles: (revision: string) => Promise<string[]>;
  /** Lists the files that differ from a revision or are new, relative to the root; with where a renamed one was. */
  listChanged: (revision: string) => Promise<ChangedFile[]>;
  /** Reads a file of a revision. */
  readFile: (revision: string, path: string) => Promise<Buffer>;
}

/** A file that differs from a revision, relative to the root of its repository. */
export interface ChangedFile {
  path: string;
  /** Path in the revision; absent where the file is new. */
  before?: string;
}

/** Finds the repository around a folder; undefined where there is none, or no git. */
export async function openRepository(folder: string): Promise<Repository | undefined> {
  let top: string;
  try {
    top = (await git(folder, ['rev-parse', '--show-toplevel'])).toString('utf8').replace(/\r?\n$/u, '');
  } catch {
    return undefined;
  }
  const root = await realpath(top);
  return {
    root,
    hasRevision: async (revision) => {
      try {
        await git(root, ['rev-parse', '--verify', '--quiet', '--end-of-options', `${revision}^{commit}`]);
        return true;
      } catch {
        return false;
      }
    },
    commonAncestor: async (revision) => {
      try {
        const answer = await git(root, ['merge-base', '--end-of-options', revision, 'HEAD']);
        return answer.toString('utf8').trim();
      } catch {
        return revision;
      }
    },
    listFiles: async (revision) =>
      fields(await git(root, ['ls-tree', '-r', '-z', '--name-only', '--full-tree', revision])),
    listChanged: (revision) => listChanged(root, revision),
    readFile: (revision, path) => git(root, ['cat-file', 'blob', `${revision}:${path}`]),
  };
}

async function listChanged(root: string, revision: string): Promise<ChangedFile[]> {
  const diff = fields(
    await git(root, [
      'diff',
      '--name-status',
      '-z',
      '-M',
      '--no-ext-diff',
      '--end-of-options',
      revision,
      '--',
    ]),
  );
  const changed: ChangedFile[] = [];
  for (let at = 0; at < diff.length;) {
    const status = diff[at] ?? '';
    const first = diff[at + 1] ?? '';
    if (/^[RC]/u.test(status)) {
      changed.push({ path: diff[at + 2] ?? '', before: first });
      at += 3;
    } else {
      if (status === 'A') changed.push({ path: first });
      else if (status !== 'D') changed.push({ path: first, before: first });
      at += 2;
    }
  }
  const untracked = fields(await git(root, ['ls-files', '--others', '--exclude-standard', '-z']));
  return [...changed, ...untracked.map((path) => ({ path }))];
}

function fields(answer: Buffer): string[] {
  return answer.toString('utf8').split('\0').slice(0, -1);
}

function git(folder: string, args: readonly string[]): Promise<Buffer> {
  // No shell, and no pager or prompt that could wait for an answer.
  const options = { cwd: folder, encoding: 'buffer', maxBuffer: maximumAnswer, windowsHide: true } as const;
  return new Promise((done, fail) => {
    execFile('git', ['--no-pager', ...args], options, (error, stdout) => {
      if (error) fail(error);
      else done(stdout);
    });
  });
}
