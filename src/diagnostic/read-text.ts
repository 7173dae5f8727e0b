import { createReadStream } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import type { Diagnostic, DiagnosticValues, Position } from './diagnostic.ts';

/** Limits that keep one hostile file from taking the whole run, in bytes. */
export const textLimits = { file: 10 * 1024 * 1024, line: 1024 * 1024 };

/**
 * Reads a text file within the limits; every fault is a diagnostic that names `shown`.
 *
 * @param pipes Read pipes and devices too, for what a person names on the command line. Whoever opens one waits until
 * something writes to it, so what is only found in a folder must be a regular file.
 */
export async function readText(
  path: string,
  shown: string = path,
  { pipes = false }: { pipes?: boolean } = {},
): Promise<string | Diagnostic> {
  const bytes = await readBytes(path, shown, { pipes });
  return bytes instanceof Uint8Array ? decodeText(bytes, shown) : bytes;
}

/** Reads the bytes of a file within the limits, as `readText` does. */
export async function readBytes(
  path: string,
  shown: string,
  { pipes = false }: { pipes?: boolean } = {},
): Promise<Uint8Array | Diagnostic> {
  try {
    const found = await stat(path);
    if (found.isDirectory()) return { code: 'is-a-directory', severity: 'error', path: shown };
    if (!found.isFile() && !pipes) return { code: 'not-a-regular-file', severity: 'error', path: shown };
    if (found.size > textLimits.file) return tooLarge(found.size, shown);
    return found.isFile() ? await readFile(path) : await readStart(path);
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
  const fault = (code: string, at: Position, values?: DiagnosticValues): Diagnostic => {
    return { code, severity: 'error', path: shown, at, ...(values ? { values } : {}) };
  };
  const marked = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
  if (marked) return fault('utf16-text', { line: 1, column: 1 });
  const zero = bytes.indexOf(0);
  let line = 1;
  let lineStart = 0;
  for (let end = bytes.indexOf(10); ; end = bytes.indexOf(10, lineStart)) {
    const lineEnd = end < 0 ? bytes.length : end;
    if (zero >= lineStart && zero < lineEnd) return fault('binary-file', { line, column: 1 });
    const length = lineEnd - lineStart;
    if (length > textLimits.line) {
      return fault('line-too-long', { line, column: 1 }, { found: length, limit: textLimits.line });
    }
    if (end < 0) break;
    lineStart = end + 1;
    line += 1;
  }
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return fault('invalid-utf8', brokenPlace(bytes));
  }
}

/** Finds the line and column of the first bytes that are no UTF-8. */
function brokenPlace(bytes: Uint8Array): Position {
  const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
  let lineStart = 0;
  for (let line = 1; ; line += 1) {
    const end = bytes.indexOf(10, lineStart);
    const piece = bytes.subarray(lineStart, end < 0 ? bytes.length : end);
    const text = decoder.decode(piece);
    // What cannot be decoded becomes U+FFFD, which is longer or shorter than the bytes that it stands for.
    if (Buffer.compare(Buffer.from(text), piece) !== 0) {
      return { line, column: firstDifference(text, piece) + 1 };
    }
    if (end < 0) return { line, column: 1 };
    lineStart = end + 1;
  }
}

/** Gives how many UTF-16 code units of a text stand before the first that its bytes do not spell. */
function firstDifference(text: string, bytes: Uint8Array): number {
  let offset = 0;
  let column = 0;
  for (const letter of text) {
    const spelt = Buffer.from(letter);
    if (Buffer.compare(spelt, bytes.subarray(offset, offset + spelt.length)) !== 0) break;
    offset += spelt.length;
    column += letter.length;
  }
  return column;
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
