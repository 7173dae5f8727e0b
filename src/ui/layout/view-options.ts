import type { FrameOptions } from './frame.ts';

/** How a walk is to look. */
export interface ViewOptions extends Omit<FrameOptions, 'spoken'> {
  /** For screen readers: words in place of signs, and no window. */
  isSpoken: boolean;
}
