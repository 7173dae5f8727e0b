const initials = [
  'g',
  'kk',
  'n',
  'd',
  'tt',
  'r',
  'm',
  'b',
  'pp',
  's',
  'ss',
  '',
  'j',
  'jj',
  'ch',
  'k',
  't',
  'p',
  'h',
];
const vowels = 'a ae ya yae eo e yeo ye o wa wae oe yo u wo we wi yu eu ui i'.split(' ');
const finals = ' g kk gs n nj nh d l lg lm lb ls lt lp lh m b bs s ss ng j ch k t p h'.split(' ');

const cyrillic = new Map(
  'а=a б=b в=v г=g д=d е=e ё=e ж=zh з=z и=i й=y к=k л=l м=m н=n о=o п=p р=r с=s т=t у=u ф=f х=kh ц=ts ч=ch ш=sh щ=shch ъ= ы=y ь= э=e ю=yu я=ya'
    .split(' ')
    .map((pair) => pair.split('=') as [string, string]),
);

/**
 * Writes a Korean or Russian word in Latin letters, letter by letter (after the Revised Romanization of Korean and the
 * table of Russian passports). Gives nothing for a word in other letters.
 */
export function romanize(word: string): string | undefined {
  let latin = '';
  for (const letter of word.toLowerCase()) {
    const hangul = letter.charCodeAt(0) - 0xac00;
    if (hangul >= 0 && hangul < 11_172) {
      const [initial, vowel, final] = [
        Math.floor(hangul / 588),
        Math.floor((hangul % 588) / 28),
        hangul % 28,
      ];
      latin += `${initials[initial] ?? ''}${vowels[vowel] ?? ''}${finals[final] ?? ''}`;
    } else {
      const written = cyrillic.get(letter) ?? (/[a-z0-9]/u.test(letter) ? letter : undefined);
      if (written === undefined) return undefined;
      latin += written;
    }
  }
  return latin;
}
