import { createHash } from 'node:crypto';

/** Hexadecimal digits of a text digest: 64 bits, far beyond what a collection of pages can make collide. */
const textDigestLength = 16;

/**
 * Digests a sentence for pins: SHA-256 over its UTF-8 in Unicode NFC with runs of white space made one space.
 * A change that no reader can see is thus not a change.
 */
export function digestText(text: string): string {
  const plain = text.normalize('NFC').replace(/\s+/gu, ' ').trim();
  return createHash('sha256').update(plain).digest('hex').slice(0, textDigestLength);
}

/** Digests the bytes of a file: SHA-256, 64 hexadecimal digits. */
export function digestBytes(bytes: Uint8Array | string): string {
  return createHash('sha256').update(bytes).digest('hex');
}
