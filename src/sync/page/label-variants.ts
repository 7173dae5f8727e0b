/** How a language lets one label look different without its being another. */
interface LabelForms {
  /** What may stand at the end of the label. */
  ending?: RegExp;
  /** True where words are inflected at their end. */
  inflected?: boolean;
}

const forms: Record<string, LabelForms> = {
  ko: { ending: /(?:을|를|은|는|이|가|에서|에|으로|로|의|와|과)$/u },
  ja: { ending: /(?:を|は|が|に|で|の|と|から|へ)$/u },
  ru: { inflected: true },
};

/** Writes a label without quotation marks, brackets around it, spaces within and case. */
export function foldLabel(label: string): string {
  return label
    .normalize('NFKC')
    .toLowerCase()
    .replace(/["'“”„«»「」『』[\]\\:.,…。、：]/gu, '')
    .replace(/\s+/gu, ' ')
    .trim();
}

/** Tells whether two translations are one label, but for particles, inflection, spaces and an English gloss. */
export function isSameLabel(a: string, b: string, language: string): boolean {
  const [left, right] = [foldLabel(a), foldLabel(b)];
  const { ending, inflected } = forms[language] ?? {};
  const bare = (label: string): string => label.replaceAll(' ', '');
  if (bare(left) === bare(right)) return true;
  // "Customers (고객)" beside "고객".
  const gloss = /^(.*?)\s?[(（](.*)[)）]$/u;
  for (const [long, short] of [
    [left, right],
    [right, left],
  ] as const) {
    const found = gloss.exec(long);
    if (found && [found[1], found[2]].some((part) => bare(part ?? '') === bare(short))) return true;
  }
  if (
    ending &&
    (bare(left).replace(ending, '') === bare(right).replace(ending, '') ||
      bare(left).replace(ending, '') === bare(right) ||
      bare(left) === bare(right).replace(ending, ''))
  )
    return true;
  if (inflected === true) return sameStems(left.split(' '), right.split(' '));
  return false;
}

/** Compares word by word up to the ending: what two words share from their start makes them forms of one. */
function sameStems(left: readonly string[], right: readonly string[]): boolean {
  if (left.length !== right.length) return false;
  return left.every((word, index) => {
    const other = right[index] ?? '';
    const shared = sharedStart(word, other);
    return word === other || shared >= Math.max(3, Math.max(word.length, other.length) - 3);
  });
}

function sharedStart(a: string, b: string): number {
  let length = 0;
  while (length < a.length && a[length] === b[length]) length += 1;
  return length;
}
