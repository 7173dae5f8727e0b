import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/** Sentence pairs that the tests share: source and target. */
export const pairs = {
  /** The Korean says that the name can be changed. */
  reversed: ['You can’t change the name of the account later.', '나중에 계정 이름을 변경할 수 있습니다.'],
  right: ['You can’t change the name of the account later.', '나중에 계정 이름을 변경할 수 없습니다.'],
  plain: ['Open the list of orders.', '주문 목록을 엽니다.'],
  /** The Korean leaves the number out, which is a warning. */
  numberless: ['Keep 5 copies of the contract.', '계약서 사본을 보관하세요.'],
} as const;

/** A sentence pair: source and target. */
export type Pair = readonly [source: string, target: string];

/** Makes a side-by-side page of sentence pairs, one paragraph each. */
export function makePage(sentences: readonly Pair[], locale = 'ko-KR', version = 'aaaaa'): string {
  const paragraphs = sentences.map(([source, target], index) => {
    const id = `${version}-${101 + index}`;
    return `<span data-ttu-id="${id}">${target}</span><span class="sxs-lookup"><span data-stu-id="${id}">${source}</span></span>`;
  });
  return `---\nms.contentlocale: ${locale}\n---\n\n${paragraphs.join('\n\n')}\n`;
}

/** Writes files below a new folder and gives the folder. */
export function makeFolder(files: Readonly<Record<string, string>> = {}): string {
  const folder = mkdtempSync(join(tmpdir(), 'waymark-lint-'));
  writeFiles(folder, files);
  return folder;
}

/** Writes files below a folder. */
export function writeFiles(folder: string, files: Readonly<Record<string, string>>): void {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
}

/** Commits all that stands in a folder, away from this machine's git settings. */
export function commitAll(folder: string): void {
  const git = (...args: string[]): void => {
    const settings = [
      '-c',
      'user.name=Test',
      '-c',
      'user.email=test@example.com',
      '-c',
      'commit.gpgsign=false',
    ];
    execFileSync('git', [...settings, ...args], { cwd: folder, stdio: 'ignore' });
  };
  git('init', '--quiet');
  git('add', '--all');
  git('commit', '--quiet', '--message', 'Pages');
}
