/**
 * Takes spaces and punctuation off both ends, but for a percent sign and a bracket that closes one within, and makes one
 * space of several.
 */
export function tidy(words: string): string {
  const spaced = words.replace(/\s+/gu, ' ');
  const bare = spaced.replace(/^[\s\p{P}]{1,20}|(?:(?![%％])[\s\p{P}]){1,20}$/gu, '').trim();
  const next = spaced.charAt(spaced.indexOf(bare) + bare.length);
  return /[(（][^()（）]*$/u.test(bare) && /[)）]/u.test(next) ? bare + next : bare;
}
