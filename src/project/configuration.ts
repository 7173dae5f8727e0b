import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Diagnostic } from '../diagnostic/diagnostic.ts';
import { readText } from '../diagnostic/read-text.ts';
import { parseYaml } from '../rules/yaml-source.ts';

/** Settings of a project, from `waymark.config.yaml`. */
export interface Configuration {
  /** Address of a published page, with `{locale}` (`ko-kr`) and `{article}`; absent gives no addresses. */
  documentationUrl?: string;
}

const fileName = 'waymark.config.yaml';

/** Reads the settings; an absent file gives none, a fault is a diagnostic. */
export async function loadConfiguration(
  root: string,
): Promise<{ configuration: Configuration; diagnostics: Diagnostic[] }> {
  const path = join(root, fileName);
  if (!existsSync(path)) return { configuration: {}, diagnostics: [] };
  const text = await readText(path, fileName);
  if (typeof text !== 'string') return { configuration: {}, diagnostics: [text] };
  const source = parseYaml(text, fileName);
  if (source.diagnostics.length > 0) return { configuration: {}, diagnostics: source.diagnostics };
  const configuration: Configuration = {};
  const diagnostics: Diagnostic[] = [];
  const entries =
    typeof source.value === 'object' && source.value !== null ? Object.entries(source.value) : [];
  for (const [key, value] of entries) {
    if (key === 'documentationUrl' && typeof value === 'string') configuration.documentationUrl = value;
    else {
      const where = source.locate([key], 'key');
      const values = { found: key, expected: 'documentationUrl' };
      diagnostics.push({ code: 'unexpected-key', severity: 'error', path: fileName, ...where, values });
    }
  }
  return { configuration, diagnostics };
}

/** Gives the address of the published page of a document, or undefined where the project names none. */
export function documentUrl(
  configuration: Configuration,
  locale: string,
  article: string,
): string | undefined {
  return configuration.documentationUrl
    ?.replaceAll('{locale}', locale.toLowerCase())
    .replaceAll('{article}', encodeURIComponent(article));
}
