import type { Segment } from '../../content/document.ts';
import type { Defect } from '../finding.ts';
import { readStrong, isStrongRendered, type StrongSpan } from './strong.ts';

/** Particles that end or begin a bold span, by language: they belong to the sentence, not to the label. */
const particles: Record<string, { end?: RegExp; start?: RegExp }> = {
  ko: {
    end: /(?:(?<=[가-힣A-Za-z0-9)])(?:을|를|에서|으로|에는|에게|에서는)|(?<=[A-Za-z0-9)])(?:이|가|은|는|와|과|로|의|에))\s*$/u,
    start: /^\s*(?:을|를|에서|으로|에는)\s/u,
  },
  ja: {
    end: /(?<=[\p{L}\p{N})\]])(?:を|は|が|では|には|から)\s*$/u,
    start: /^\s*(?:を|は、|が|では|の(?=[\p{Script=Katakana}\p{Script=Han}]))/u,
  },
};
/** House style sets names of the interface in quotation marks or square brackets instead of bold. */
export const quotations =
  /"[^"]{1,80}"|“[^”]{1,80}”|「[^」]{1,80}」|『[^』]{1,80}』|«[^»]{1,80}»|\[[^\][]{1,80}\](?!\()/gu;

/** Compares bold: lost, cut through brackets, with a particle inside, or written so that it is not shown as bold. */
export function checkEmphasis({ source = '', target = '' }: Segment, language: string): Defect[] {
  if (!source.includes('**') && !target.includes('**')) return [];
  const stated = readStrong(source);
  const found = readStrong(target);
  const defect = (code: string, values: Defect['values']): Defect[] => [
    { check: 'emphasis', code, severity: 'warning', values },
  ];
  if (stated.odd) return [];
  if (found.odd) return defect('emphasis-unbalanced', {});
  const shown = (span: StrongSpan | undefined): string => span?.text.trim().slice(0, 60) ?? '';
  const empty = found.spans.find((span) => span.text.trim() === '');
  if (empty) return defect('emphasis-empty', {});
  const cut = found.spans.find((span) => isCut(span.text) && !stated.spans.some((each) => isCut(each.text)));
  if (cut) return defect('emphasis-cut', { found: shown(cut) });
  const { end, start } = particles[language] ?? {};
  const particle = found.spans.find(
    (span) => end?.test(span.text) === true || start?.test(span.text) === true,
  );
  if (particle && stated.spans.length > 0 && !isWholeSentence(particle, target))
    return defect('emphasis-particle', { found: shown(particle) });
  const hidden = found.spans.find((span) => !isStrongRendered(span));
  if (hidden && stated.spans.every(isStrongRendered))
    return defect('emphasis-not-shown', { found: shown(hidden) });
  const quoted = target.replace(/\]\([^()\s]*\)/gu, '').match(quotations)?.length ?? 0;
  if (found.spans.length + quoted < stated.spans.length)
    return defect('emphasis-lost', { cue: shown(stated.spans[found.spans.length]) });
  return [];
}

function isWholeSentence(span: StrongSpan, target: string): boolean {
  return target.replaceAll('*', '').trim().length <= span.text.trim().length + 2;
}

/** Tells whether a span holds one bracket of a pair and not the other. */
function isCut(text: string): boolean {
  return /[([（「]/u.test(text) !== /[)\]）」]/u.test(text);
}
