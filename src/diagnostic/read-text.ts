import { createReadStream } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import type { Diagnostic } from './diagnostic.ts';

/** Limits that keep one hostile file from taking the whole run, in bytes. */
export const textLimits = { file: 10 * 1024 * 1024, line: 1024 * 1024 };

/** Reads a text file within the limits; every fault is a diagnostic that names `shown`. */
export async function readText(path: string, shown: string = path): Promise<string | Diagnostic> {
  try {
    const found = await stat(path);
    if (found.isDirectory()) return { code: 'is-a-directory', severity: 'error', path: shown };
    if (found.size > textLimits.file) return tooLarge(found.size, shown);
    return decodeText(found.isFile() ? await readFile(path) : await readStart(path), shown);
  } catch (error) {
    return fileError(error, shown);
  }
}

/** Reads a pipe or device, whose size nobody knows, no further than it takes to see that it is too large. */
async function readStart(path: string): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of createReadStream(path, { end: textLimits.file })) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

/** Decodes UTF-8 strictly, keeping a byte order mark; what is too large, binary or broken is a diagnostic. */
export function decodeText(bytes: Uint8Array, shown: string): string | Diagnostic {
  if (bytes.length > textLimits.file) return tooLarge(bytes.length, shown);
  let line = 1;
  let lineStart = 0;
  for (let end = bytes.indexOf(10); ; end = bytes.indexOf(10, lineStart)) {
    const length = (end < 0 ? bytes.length : end) - lineStart;
    if (length > textLimits.line) {
      const values = { found: length, limit: textLimits.line };
      return { code: 'line-too-long', severity: 'error', path: shown, at: { line, column: 1 }, values };
    }
    if (end < 0) break;
    lineStart = end + 1;
    line += 1;
  }
  if (bytes.includes(0)) return { code: 'binary-file', severity: 'error', path: shown };
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return { code: 'invalid-utf8', severity: 'error', path: shown };
  }
}

/** Turns a file system error into a diagnostic. */
export function fileError(error: unknown, path: string): Diagnostic {
  const code = error instanceof Error && 'code' in error ? String(error.code) : String(error);
  const known: Record<string, string> = {
    ENOENT: 'file-not-found',
    ENOTDIR: 'file-not-found',
    EISDIR: 'is-a-directory',
    EACCES: 'permission-denied',
    EPERM: 'permission-denied',
  };
  const name = Object.hasOwn(known, code) ? known[code] : undefined;
  if (name !== undefined) return { code: name, severity: 'error', path };
  return { code: 'unreadable-file', severity: 'error', path, values: { reason: code } };
}

function tooLarge(found: number, path: string): Diagnostic {
  return { code: 'file-too-large', severity: 'error', path, values: { found, limit: textLimits.file } };
}
