import { digestText } from '../../content/digest.ts';

/** Digests what an element says, without where it stands. */
export function digestBody(section: string, body: Readonly<Record<string, unknown>>): string {
  return digestText(`${section} ${JSON.stringify(body)}`).slice(0, 8);
}
