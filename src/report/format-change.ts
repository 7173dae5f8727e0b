import { toldBody } from '../extract/draft/draft.ts';
import type { Translator } from '../locale/translator.ts';
import { conditionWords } from './condition-words.ts';
import type { ChangeReport } from './extraction-report.ts';
import type { Terminal } from './format-decision.ts';
import { wrapText } from './layout.ts';
import { plainText } from './words.ts';

/** Writes a proposed change for a terminal: the texts that changed, and what the rule says and would say. */
export function formatChange(
  change: ChangeReport,
  translator: Translator,
  { columns, style }: Terminal,
): string[] {
  const say = (key: string, values: Record<string, string>): string[] =>
    wrapText(translator.translate(`extract:change.${key}`, values), columns, '      ');
  const lines = [`    ${change.element}`];
  for (const { locale, was, now } of change.changed) {
    if (was !== undefined) lines.push(...wrapText(style.dim(plainText(was)), columns, `      - ${locale}  `));
    lines.push(...wrapText(plainText(now), columns, `      + ${locale}  `));
  }
  for (const each of [change, ...(change.variants ?? [])]) {
    const before: Record<string, unknown> = { ...each.was };
    const now: Record<string, unknown> = { ...toldBody(each) };
    for (const key of new Set([...Object.keys(before), ...Object.keys(now)])) {
      if (before[key] !== undefined)
        lines.push(...say('was', { what: toldWords(key, before[key], translator) }));
      if (now[key] !== undefined)
        lines.push(...say('now', { what: style.bold(toldWords(key, now[key], translator)) }));
    }
  }
  if (change.unencodable !== undefined)
    lines.push(...say('unencodable', { reason: style.open(change.unencodable) }));
  if (change.reads)
    lines.push(...say('reads', { what: style.bold(conditionWords(change.reads, translator)) }));
  return lines;
}

/** Puts what an element says into words: a condition, or a code with its key as rule files have it. */
export function toldWords(key: string, value: unknown, translator: Translator): string {
  if (typeof value === 'string') return `${key}: ${value}`;
  const words = conditionWords(value as Parameters<typeof conditionWords>[0], translator);
  return key === 'require' ? words : `${key}: ${words}`;
}
