import { stripControls } from '../diagnostic/visible-text.ts';

// XML 1.0 has no place for these, escaped or not.
const outsideXml = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]|[\ufffe\uffff]/gu;

/** Escapes text for element content and quoted attributes of XML; what XML cannot hold becomes U+FFFD. */
export function escapeXml(text: string): string {
  return stripControls(text)
    .replace(outsideXml, '\ufffd')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;')
    .replaceAll('\r', '&#13;');
}

/** Writes the attributes of an element, each with a space before it; line ends are kept. */
export function xmlAttributes(attributes: Readonly<Record<string, string | number | undefined>>): string {
  return Object.entries(attributes)
    .flatMap(([name, value]) =>
      value === undefined
        ? []
        : ` ${name}="${escapeXml(String(value)).replaceAll('\n', '&#10;').replaceAll('\t', '&#9;')}"`,
    )
    .join('');
}
