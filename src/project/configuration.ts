import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { digestBytes } from '../content/digest.ts';
import type { Diagnostic } from '../diagnostic/diagnostic.ts';
import { readText } from '../diagnostic/read-text.ts';

/** Settings of a project, from `waymark.config.yaml`. */
export interface Configuration {
  /** Address of a published page, with `{locale}` (`ko-kr`) and `{article}`; absent gives no addresses. */
  documentationUrl?: string;
}

/** Name of the settings file in a project's folder. */
export const configurationName = 'waymark.config.yaml';

/**
 * Reads the settings; an absent file gives none, a fault is a diagnostic.
 *
 * @param known Settings already read from a file of this digest.
 */
export async function loadConfiguration(
  root: string,
  known?: { digest: string; settings: Configuration },
): Promise<{ configuration: Configuration; diagnostics: Diagnostic[] }> {
  const path = join(root, configurationName);
  if (!existsSync(path)) return { configuration: {}, diagnostics: [] };
  const text = await readText(path, configurationName);
  if (typeof text !== 'string') return { configuration: {}, diagnostics: [text] };
  if (known?.digest === digestBytes(text)) return { configuration: known.settings, diagnostics: [] };
  const { parseYaml } = await import('../rules/yaml-source.ts');
  const source = parseYaml(text, configurationName);
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
      diagnostics.push({
        code: 'unexpected-key',
        severity: 'error',
        path: configurationName,
        ...where,
        values,
      });
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
