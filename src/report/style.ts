import { styleText } from 'node:util';

/** Emphasis in terminal output; every function gives plain text where colours are not wanted. */
export interface Style {
  bold: (text: string) => string;
  dim: (text: string) => string;
  good: (text: string) => string;
  bad: (text: string) => string;
  open: (text: string) => string;
}

type Format = Parameters<typeof styleText>[0];

/** Makes the styles of a terminal with or without colours. */
export function createStyle(colours: boolean): Style {
  const paint =
    (format: Format) =>
    (text: string): string =>
      colours ? styleText(format, text, { validateStream: false }) : text;
  return {
    bold: paint('bold'),
    dim: paint('dim'),
    good: paint('green'),
    bad: paint('red'),
    open: paint('yellow'),
  };
}
