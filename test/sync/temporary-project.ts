import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { onTestFinished } from 'vitest';

/** A copy of the project that a test may change. */
export interface TemporaryProject {
  root: string;
  write: (path: string, text: string) => void;
  read: (path: string) => string;
}

/** Copies the project, without its pages where a test brings its own. */
export function temporaryProject(
  parts: readonly string[] = ['rules', 'content', 'locales'],
): TemporaryProject {
  const root = temporaryFolder();
  for (const part of parts) cpSync(part, join(root, part), { recursive: true });
  return {
    root,
    write: (path, text) => {
      mkdirSync(dirname(join(root, path)), { recursive: true });
      writeFileSync(join(root, path), text);
    },
    read: (path) => readFileSync(join(root, path), 'utf8'),
  };
}

/** Makes an empty folder that is gone when the test is over. */
export function temporaryFolder(): string {
  const root = mkdtempSync(join(tmpdir(), 'waymark-'));
  onTestFinished(() => rmSync(root, { recursive: true, force: true }));
  return root;
}
