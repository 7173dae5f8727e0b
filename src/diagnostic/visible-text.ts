/* eslint-disable no-control-regex -- control characters are what this file is about */

// C0 and C1 controls but tab and line ends; bidi embeddings, overrides and isolates; and the line and paragraph
// separators, which terminals and editors break lines at.
const unsafe =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/u;
const allUnsafe = new RegExp(unsafe.source, 'gu');

/** Removes terminal control and bidi characters; everything untrusted passes here before it is shown. */
export function stripControls(text: string): string {
  return unsafe.test(text) ? text.replace(allUnsafe, '') : text;
}

/** Gives the offset of the first character that `stripControls` removes, or -1. */
export function findControl(text: string): number {
  return text.search(unsafe);
}

/** Removes such characters from every string of a value read from JSON or YAML, where an escape may hide them. */
export function stripControlsDeep<T>(value: T): T {
  if (typeof value === 'string') return stripControls(value) as T;
  if (Array.isArray(value)) return value.map((item: unknown) => stripControlsDeep(item)) as T;
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).map(
    ([key, item]) => [stripControls(key), stripControlsDeep(item)] as const,
  );
  return Object.fromEntries(entries) as T;
}

/** Tells whether text in JSON or YAML may hold such characters, as they are or as an escape. */
export function mayHoldControls(text: string): boolean {
  return text.includes('\\') || unsafe.test(text);
}
