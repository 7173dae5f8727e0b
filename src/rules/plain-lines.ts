/**
 * Edits a text as if its lines ended in line feeds alone and no byte order mark stood at its head; what comes out has
 * both again as the text had them.
 */
export function withPlainLines(text: string, edit: (plain: string) => string): string {
  const marked = text.startsWith('\ufeff');
  const body = marked ? text.slice(1) : text;
  const plain = body.replaceAll('\r\n', '\n');
  const edited = edit(plain);
  if (edited === plain) return text;
  return (marked ? '\ufeff' : '') + (plain === body ? edited : edited.replaceAll('\n', '\r\n'));
}
