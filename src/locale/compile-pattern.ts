/** Longer than the texts that V8 reads with bytecode at first. */
const fillerLength = 1200;
const narrowFiller = ' '.repeat(fillerLength);
const wideFiller = '\u3000'.repeat(fillerLength);

/**
 * Compiles a regular expression that many short texts will be matched with.
 *
 * V8 compiles an expression to bytecode when it is first used, and to machine code when it is used again; for a long text
 * it makes machine code at once. For large expressions the bytecode takes four times as long as the machine code, so the
 * first text is a long one here. The code is one for texts of Latin-1 and another for all others: that of the source.
 */
export function compilePattern(source: string, flags: string): RegExp {
  return prepared(new RegExp(source, flags));
}

/** Has a regular expression compiled to machine code, as `compilePattern` does, and gives it. */
export function prepared<Pattern extends RegExp>(pattern: Pattern): Pattern {
  pattern.exec(/[\u0100-\uffff]/u.test(pattern.source) ? wideFiller : narrowFiller);
  pattern.lastIndex = 0;
  return pattern;
}

/**
 * Finds every match of a global pattern, as `matchAll` does. That makes a copy of the pattern for each text, and now and
 * then V8 compiles the copy anew.
 */
export function findMatches(text: string, pattern: RegExp): RegExpExecArray[] {
  const found: RegExpExecArray[] = [];
  pattern.lastIndex = 0;
  for (let match = pattern.exec(text); match; match = pattern.exec(text)) {
    found.push(match);
    if (match[0] === '') pattern.lastIndex += 1;
  }
  return found;
}
