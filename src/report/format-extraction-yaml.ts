import { stringify } from 'yaml';
import type { ExtractionReport } from './extraction-report.ts';

/** Formats an extraction as YAML: the JSON, for reading. */
export function formatExtractionYaml(extraction: ExtractionReport): string {
  return stringify(extraction, { lineWidth: 0, aliasDuplicateObjects: false });
}
