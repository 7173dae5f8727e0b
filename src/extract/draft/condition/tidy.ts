/**
 * Takes spaces and punctuation off both ends, but for a percent sign and a bracket that closes one within, and makes one
 * space of several.
 */
export function tidy(words: string): string {
  return words
    .replace(/\s+/gu, ' ')
    .replace(/^[\s\p{P}]{1,20}|(?:(?!(?<=\([^()]{1,200})\))(?![%％])[\s\p{P}]){1,20}$/gu, '')
    .trim();
}
