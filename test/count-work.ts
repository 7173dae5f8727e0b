import { vi } from 'vitest';

/**
 * Counts the characters that regular expressions read while something runs, from where each begins to where its match
 * ends: the work, without a clock.
 */
export function countWork(run: () => unknown): number {
  let characters = 0;
  const exec = Reflect.get(RegExp.prototype, 'exec');
  const spy = vi.spyOn(RegExp.prototype, 'exec').mockImplementation(function (this: RegExp, text: string) {
    const start = this.global || this.sticky ? this.lastIndex : 0;
    const found = exec.call(this, text);
    const end = found ? found.index + found[0].length : this.sticky ? start + 1 : text.length;
    characters += Math.max(1, end - start);
    return found;
  });
  try {
    run();
  } finally {
    spy.mockRestore();
  }
  return characters;
}
