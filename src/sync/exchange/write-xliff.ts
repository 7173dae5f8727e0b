import { escapeText, xmlAttributes } from './xml-text.ts';
import type { WordedText } from './exchange-text.ts';

/** Writes texts as XLIFF 1.2 (transitional), a `file` per file that translations stand in. */
export function writeXliff(texts: readonly WordedText[]): string {
  const files = new Map<string, WordedText[]>();
  for (const text of texts) files.set(text.original, [...(files.get(text.original) ?? []), text]);
  const written = [...files].map(([original, own]) => writeFileElement(original, own));
  // A file element at least is asked for.
  if (written.length === 0)
    written.push(
      `  <file original="locales" source-language="en" datatype="plaintext">\n    <body/>\n  </file>\n`,
    );
  return `<?xml version="1.0" encoding="UTF-8"?>\n<xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2">\n${written.join('')}</xliff>\n`;
}

function writeFileElement(original: string, texts: readonly WordedText[]): string {
  const [first] = texts;
  const attributes = xmlAttributes({
    original,
    'source-language': 'en',
    'target-language': first?.locale,
    datatype: first?.kind === 'page' ? 'x-markdown' : 'plaintext',
    'xml:space': 'preserve',
    'tool-id': 'waymark',
  });
  const units: string[] = [];
  for (let index = 0; index < texts.length;) {
    const text = texts[index];
    if (!text) break;
    if (text.category === undefined) {
      units.push(writeUnit(text, '      '));
      index += 1;
      continue;
    }
    const forms = texts.slice(index).filter(({ base }) => base === text.base);
    units.push(
      `      <group${xmlAttributes({ id: text.base, restype: 'x-gettext-plurals' })}>\n${forms.map((form) => writeUnit(form, '        ')).join('')}      </group>\n`,
    );
    index += forms.length;
  }
  return `  <file${attributes}>\n    <header>\n      <tool tool-id="waymark" tool-name="Waymark"/>\n    </header>\n    <body>\n${units.join('')}    </body>\n  </file>\n`;
}

function writeUnit(text: WordedText, indent: string): string {
  const { id, source, target, state, note, hints } = text;
  const lines = [
    `<trans-unit${xmlAttributes({ id, resname: id, 'xml:space': 'preserve' })}>`,
    `  <source xml:lang="en">${writeInline(source)}</source>`,
    `  <target${xmlAttributes({ 'xml:lang': text.locale, state })}>${writeInline(target ?? '')}</target>`,
    ...hints.map((hint) => `  <note from="waymark">${escapeText(hint)}</note>`),
    ...(note === undefined ? [] : [`  <note from="translator">${escapeText(note)}</note>`]),
    '</trans-unit>',
  ];
  return lines.map((line) => `${indent}${line}\n`).join('');
}

/** Writes a text with its placeholders as elements that a translation tool will not let be edited. */
function writeInline(text: string): string {
  const count = new Map<string, number>();
  return text
    .split(/(\{\{[a-z][a-z0-9]*\}\})/iu)
    .map((part, index) => {
      if (index % 2 === 0) return escapeText(part);
      const name = part.slice(2, -2);
      const number = (count.get(name) ?? 0) + 1;
      count.set(name, number);
      const id = number === 1 ? name : `${name}-${number}`;
      return `<x${xmlAttributes({ id, ctype: 'x-i18next', 'equiv-text': part })}/>`;
    })
    .join('');
}
