import { digestText } from '../../../content/digest.ts';
import type { Pin } from '../../../rules/workflow.ts';
import { comparePins } from '../statements.ts';

/** Digests the sentences of pins, whatever their ids and order. */
export function digestPins(pins: readonly Pin[]): string {
  return digestText(pins.map(sentenceOf).toSorted().join('\n')).slice(0, 8);
}

/**
 * Takes the pins of the languages that were read from the pages, with the marks that a person put on them. Where a
 * person took pins out or put others in, those that are left follow their sentences and no others are added.
 */
export function mergePins(
  known: readonly Pin[],
  isEdited: boolean,
  found: readonly Pin[],
  locales: readonly string[],
): Pin[] {
  const merged = isEdited ? follow(known, found, locales) : takeOver(known, found, locales);
  const names = new Set(known.map(placeOf));
  const unchanged = merged.length === known.length && merged.every((pin) => names.has(placeOf(pin)));
  return unchanged ? [...known] : merged;
}

function takeOver(known: readonly Pin[], found: readonly Pin[], locales: readonly string[]): Pin[] {
  const marks = new Map(known.map((pin) => [sentenceOf(pin), pin.disputed]));
  const others = known.filter(({ locale }) => !locales.includes(locale));
  const current = found.map((pin) => {
    const disputed = marks.get(sentenceOf(pin));
    return disputed === undefined ? pin : { ...pin, disputed };
  });
  return [...others, ...current].toSorted(comparePins);
}

function follow(known: readonly Pin[], found: readonly Pin[], locales: readonly string[]): Pin[] {
  const free = new Set(found);
  const take = (matches: (pin: Pin) => boolean): Pin | undefined => {
    const pin = [...free].find(matches);
    if (pin) free.delete(pin);
    return pin;
  };
  const standing = new Map(known.map((pin) => [pin, take((each) => sentenceOf(each) === sentenceOf(pin))]));
  return known.map((pin) => {
    if (!locales.includes(pin.locale)) return pin;
    const same = standing.get(pin);
    if (same) return pin.disputed === undefined ? same : { ...same, disputed: pin.disputed };
    return take(({ locale }) => locale === pin.locale) ?? pin;
  });
}

function sentenceOf({ locale, source, target }: Pin): string {
  return `${locale} ${source} ${target}`;
}

function placeOf(pin: Pin): string {
  return `${pin.segment} ${sentenceOf(pin)}`;
}
