import { expect, test } from 'vitest';
import {
  findControl,
  mayHoldControls,
  stripControls,
  stripControlsDeep,
} from '../../src/diagnostic/visible-text.ts';

test('terminal, bidi and line separator characters go; tabs, line ends and joiners of scripts stay', () => {
  expect(stripControls('a\u001b[31mb\u0007\u009b1m\u202ec\u2066d\u2028e\u061cf')).toBe('a[31mb1mcdef');
  expect(stripControls('a\tb\r\nc\u200d한글 — «»')).toBe('a\tb\r\nc\u200d한글 — «»');
  expect(findControl('ab\u0000')).toBe(2);
});

test('values are cleaned however the character was written', () => {
  const text = String.raw`{"a": ["x\u001b[2J"], "__proto__": {"b\u202e": 1}}`;
  expect(mayHoldControls(text)).toBe(true);
  const value = stripControlsDeep(JSON.parse(text) as object);
  expect(JSON.stringify(value)).toBe('{"a":["x[2J"],"__proto__":{"b":1}}');
  expect(Object.getPrototypeOf(value)).toBe(Object.prototype);
  expect(mayHoldControls('{"a": "plain"}')).toBe(false);
});
