import type { Language } from './language.ts';
import type { Reading } from './reading.ts';

/** A number written in digits, with all values that it may stand for. */
export interface NumberMark {
  text: string;
  /** Canonical decimal notation; the first is the number as written. */
  values: readonly string[];
}

const digits =
  /(?<![\p{Script=Latin}\d_]|\d[.,]|\p{Script=Latin}[.-])(?:\d+(?:[.,]\d+)*(?: \d{3}(?!\d))*|\.\d+)/gu;
const grouped = /^\d{1,3}(?: \d{3})+$/u;
// Set against its number, a currency code would make an identifier of it.
const currency = /(?<![\p{L}\p{N}])(?:USD|EUR|GBP|CAD|AUD|JPY|RMB|US)(?=\$?\d)/gu;
// Every language has its own words for round the clock.
const roundTheClock = /24\s?[x×/*]\s?7(?:\s?[x×/*]\s?365)?/giu;
const scaleAfter = /^\s?(\p{L}+)/u;

/** Lists the numbers of a sentence that are written in digits; those inside identifiers (`E5`, `MB-200`) are not. */
export function findNumbers(reading: Reading): NumberMark[] {
  const { language } = reading;
  const text = reading.text.replace(currency, '$& ').replace(roundTheClock, ' ');
  return Array.from(text.matchAll(digits)).flatMap((found) => {
    const end = found.index + found[0].length;
    const scale = scaleOf(text.slice(end, end + 16), language.table.scales);
    return splitNumbers(found[0], language.table.thousandsSpace === true).map((part) => {
      const written = canonicalNumber(part);
      const scaled = scale === undefined ? [] : [canonicalNumber(String(Number(written) * scale))];
      return { text: part, values: [written, ...scaled] };
    });
  });
}

/** Parts what one run of digits, points and spaces holds: a grouped number, a decimal, or a date such as 01.03.2021. */
function splitNumbers(run: string, thousandsSpace: boolean): string[] {
  const pieces = thousandsSpace && grouped.test(run) ? [run.replaceAll(' ', '')] : run.split(' ');
  return pieces.flatMap((piece) =>
    /^\d{1,3}(?:[.,]\d{3})+(?:[.,]\d+)?$|^\d*(?:[.,]\d+)?$/u.test(piece) ? [piece] : piece.split(/[.,]/u),
  );
}

function scaleOf(rest: string, scales: Record<string, number>): number | undefined {
  const word = scaleAfter.exec(rest)?.[1]?.toLowerCase();
  if (word === undefined) return undefined;
  const names = Object.keys(scales).filter((scale) =>
    scale.length > 1 || /\P{ASCII}/u.test(scale) ? word.startsWith(scale) : word === scale,
  );
  const [longest] = names.toSorted((a, b) => b.length - a.length);
  return longest === undefined ? undefined : scales[longest];
}

/** Writes a number without separators of thousands, without leading zeros and without trailing zeros of decimals. */
export function canonicalNumber(text: string): string {
  const thousands = /^(\d{1,3}(?:[.,]\d{3})+)(?:[.,](\d+))?$/u.exec(text);
  const decimal = /^(\d*)[.,](\d+)$/u.exec(text);
  if (thousands) return String(Number(`${thousands[1]?.replace(/[.,]/gu, '')}.${thousands[2] ?? 0}`));
  if (decimal) return String(Number(`${decimal[1] || 0}.${decimal[2]}`));
  return /^\d+$/u.test(text) ? text.replace(/^0+(?=\d)/u, '') : text;
}

/** Gives the values of number words and names of months in a sentence: they excuse digits on the other side. */
export function impliedNumbers(reading: Reading): Set<string> {
  const values = new Set<string>();
  for (const [word, value] of numberWords(reading.language)) if (word.test(reading.folded)) values.add(value);
  return values;
}

const wordsByLanguage = new WeakMap<Language, readonly (readonly [RegExp, string])[]>();

/** Makes the expressions of number words and months, once a language. */
function numberWords(language: Language): readonly (readonly [RegExp, string])[] {
  const known = wordsByLanguage.get(language);
  if (known) return known;
  const { numbers, months } = language.table;
  const named = [...Object.entries(numbers), ...months.map((month, index) => [month, index + 1] as const)];
  const words = named.flatMap(([word, value]) => {
    // Without `g`, which would make `test` go on from where it last stopped.
    const pattern = language.compile([word], '');
    return pattern ? [[pattern, String(value)] as const] : [];
  });
  wordsByLanguage.set(language, words);
  return words;
}
