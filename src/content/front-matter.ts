import { parse } from 'yaml';
import type { Diagnostic } from '../diagnostic/diagnostic.ts';
import type { FrontMatter } from './document.ts';

const fence = /^---[ \t]*\r?\n([\s\S]*?)\r?\n---[ \t]*(?:\r?\n|$)/u;
const maximumLength = 64 * 1024;

/** Reads the YAML between the two `---` at the head of a page; a fault in it is a finding and the rest is read. */
export function readFrontMatter(
  text: string,
  path: string,
): { frontMatter: FrontMatter; diagnostics: Diagnostic[] } {
  const yaml = fence.exec(text.slice(0, maximumLength))?.[1];
  if (yaml === undefined) return { frontMatter: {}, diagnostics: [] };
  let values: unknown;
  try {
    values = parse(yaml, { maxAliasCount: 0, logLevel: 'error' });
  } catch (error) {
    const line = (error as { linePos?: [{ line: number; col: number }] }).linePos?.[0];
    const at = { line: (line?.line ?? 1) + 1, column: line?.col ?? 1 };
    return {
      frontMatter: {},
      diagnostics: [{ code: 'invalid-front-matter', severity: 'warning', path, at }],
    };
  }
  const field = (name: string): string | undefined => {
    if (typeof values !== 'object' || values === null || !Object.hasOwn(values, name)) return undefined;
    const value = (values as Record<string, unknown>)[name];
    return typeof value === 'string' || typeof value === 'number' ? String(value) : undefined;
  };
  const fields: Record<keyof FrontMatter, string | undefined> = {
    title: field('title'),
    description: field('description'),
    published: isoDay(field('ms.lasthandoff')) ?? isoDay(field('ms.date')),
    sourceHash: field('ms.openlocfilehash'),
    locale: field('ms.contentlocale'),
    translationType: field('ms.translationtype'),
  };
  const present = Object.entries(fields).filter(([, value]) => value !== undefined);
  return { frontMatter: Object.fromEntries(present), diagnostics: [] };
}

/** Turns the publisher's `MM/DD/YYYY` (or an ISO day) into `YYYY-MM-DD`. */
function isoDay(text: string | undefined): string | undefined {
  const american = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/u.exec(text ?? '');
  if (american) return `${american[3]}-${american[1]?.padStart(2, '0')}-${american[2]?.padStart(2, '0')}`;
  return /^\d{4}-\d{2}-\d{2}/u.exec(text ?? '')?.[0];
}
