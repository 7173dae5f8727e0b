/** A number before a sentence, such as `**Step 1.**`. */
const enumerator = /^[^\p{L}\p{N}]{0,8}(?:\p{L}{1,12} )?\p{N}{1,3}\.[^\p{L}\p{N}]{0,8}$/u;

/** Abbreviations that stand before what they belong to, and so end no sentence. */
const abbreviation =
  /(?<!\p{L})(?:e\. ?g|i\. ?e|vs|Mr|Mrs|Dr|z|z\. ?B|d\. ?h|i\. ?d|i\. ?d\. ?R|[Gg]gf|bzw|[Vv]gl|Nr|Abs|[Сс]м|[Нн]апр|[Рр]ис|[Сс]тр|т\. ?е)\.\s*$/u;

/** The mark of a German ordinal number before what it counts ("am 90. Tag", "1. Oktober"). */
const ordinal =
  /(?<=\d)\.(?=\s(?:Tag|Monat|Quartal|Jahr|Januar|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember))/gu;

/** A link whose text ends as a sentence does. */
const finishedLink = /[.!?。！？](\]\([^()\s]*)\)/gu;

/** Marks of emphasis, with the end of a sentence right before them. */
const emphasis = /([.!?。！？]?)(\*{2,3}|[*_])/gu;

/** Characters at the end of a piece that the longest abbreviation and the space after it take. */
const abbreviationReach = 16;

/** A piece of a text, and where it begins. */
export interface Sentence {
  segment: string;
  index: number;
}

/**
 * Cuts a block into sentences. Nothing in an address, in code or in a name ("https://…?id=1", ".NET", "./folder") ends one,
 * a link whose text is a question goes on to its address, marks of emphasis stay with the sentence they close, and a number at
 * the front ("**Step 1.** …") with the sentence after it.
 */
export function splitSentences(readable: string, sentences: Intl.Segmenter): Sentence[] {
  let isStrong = false;
  const maskEmphasis = (found: string, stop: string, marks: string): string => {
    const closes = marks.length < 2 || isStrong;
    if (marks.length >= 2) isStrong = !isStrong;
    return stop && closes ? stop + ')'.repeat(marks.length) : found;
  };
  const masked = readable
    .replace(/\]\([^()\s]*|`[^`]*`|https?:\/\/[^\s)>\]]*/gu, (address) =>
      address.replaceAll(/[^[\]()`]/g, 'x'),
    )
    .replace(/\.(?=[\p{L}\p{N}/\\])/gu, 'x')
    .replace(ordinal, 'x')
    // Its sentence ends after the address, if a new one begins there.
    .replace(finishedLink, 'x$1.')
    .replace(emphasis, maskEmphasis);
  const pieces: Sentence[] = [];
  let open = false;
  let end = '';
  for (const { segment, index } of sentences.segment(masked)) {
    const text = readable.slice(index, index + segment.length);
    const before = open ? pieces.at(-1) : undefined;
    if (before) before.segment += text;
    else pieces.push({ segment: text, index });
    // Only the end is read, so that a piece that goes on and on costs no more.
    end = `${before ? end : ''}${text}`.slice(-abbreviationReach);
    open = abbreviation.test(end) || (index === 0 && enumerator.test(text));
  }
  return pieces;
}
