/** Escapes text for element content; a carriage return would be read as a line feed if it stood bare. */
export function escapeText(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('\r', '&#13;');
}

/** Writes attributes, each with a space before it; line ends and tabs are kept, and those without a value left out. */
export function xmlAttributes(attributes: Readonly<Record<string, string | undefined>>): string {
  return Object.entries(attributes)
    .flatMap(([name, value]) => {
      if (value === undefined) return [];
      const escaped = escapeText(value)
        .replaceAll('"', '&quot;')
        .replaceAll('\n', '&#10;')
        .replaceAll('\t', '&#9;');
      return ` ${name}="${escaped}"`;
    })
    .join('');
}
