import stringWidth from 'fast-string-width';
import type { Translator } from '../locale/translator.ts';
import type { Terminal } from '../report/format-decision.ts';
import { wrapText } from '../report/layout.ts';
import type { Command } from './command.ts';
import { commonOptions } from './options.ts';

/** Writes the help of the whole program. */
export function mainHelp(
  commands: Readonly<Record<string, Command>>,
  translator: Translator,
  { columns, style }: Terminal,
): string {
  const { translate } = translator;
  const rows = Object.entries(commands).map(([name, command]) => {
    return [[name, ...command.arguments].join(' '), translate(`help:command.${name}`)] as const;
  });
  const codes = ['0', '1', '2', '3', '130'].map((code) => [code, translate(`help:exit.${code}`)] as const);
  const lines = [
    ...wrapText(translate('help:summary'), columns),
    '',
    style.bold(translate('help:usage')),
    '  waymark COMMAND [--locale TAG] [--format FORMAT] [--project DIR] [--content DIR]',
    '',
    style.bold(translate('help:commands')),
    ...table(rows, columns),
    '',
    style.bold(translate('help:options')),
    ...table(optionRows(commonOptions, [], translator), columns),
    '',
    style.bold(translate('help:exit-codes')),
    ...table(codes, columns),
    '',
    ...wrapText(translate('help:more'), columns),
    ...wrapText(translate('interface:about.disclaimer'), columns),
  ];
  return `${lines.join('\n')}\n`;
}

/** Writes the help of one command. */
export function commandHelp(
  name: string,
  command: Command,
  translator: Translator,
  { columns, style }: Terminal,
): string {
  const { translate } = translator;
  const options = { ...command.options, ...commonOptions };
  const lines = [
    ...wrapText(translate(`help:command.${name}`), columns),
    '',
    style.bold(translate('help:usage')),
    `  ${['waymark', name, ...command.arguments].join(' ')}`,
    '',
    style.bold(translate('help:options')),
    ...table(optionRows(options, command.formats, translator, name), columns),
  ];
  return `${lines.join('\n')}\n`;
}

function optionRows(
  options: Command['options'],
  formats: readonly string[],
  { translate, lookup }: Translator,
  command = '',
): (readonly [string, string])[] {
  return Object.entries(options).map(([name, { type, short }]) => {
    const flag = `${short === undefined ? '' : `-${short}, `}--${name}${type === 'string' ? ' …' : ''}`;
    const values = { formats: formats.join(', ') };
    // What an option means to one command stands over what it means to others.
    const own = `help:option-of.${command}.${name}`;
    const known = lookup(own, values, 'en') !== undefined;
    return [flag, translate(known ? own : `help:option.${name}`, values)] as const;
  });
}

/** Lays two columns out; on narrow terminals the second stands below the first. */
function table(rows: readonly (readonly [string, string])[], columns: number): string[] {
  const width = Math.max(...rows.map(([name]) => stringWidth(name)));
  if (columns < width + 30)
    return rows.flatMap(([name, text]) => [`  ${name}`, ...wrapText(text, columns, '    ')]);
  return rows.flatMap(([name, text]) => {
    const prefix = `  ${name}${' '.repeat(width - stringWidth(name))}  `;
    return wrapText(text, columns, prefix, ' '.repeat(width + 4));
  });
}
