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
/** A particle within a bold span, before more words: the span reaches over more than a label. */
const innerParticle: Record<string, RegExp> = {
  ko: /[가-힣A-Za-z0-9)](?:을|를|에서|으로|은|는|이|가|와|과)\s|[,.]\s/u,
  ja: /[、。]/u,
};
/** A label that begins with a preposition ends in a particle of its own: "From file". */
const prepositionFirst = /^\s*(?:from|to|in|at|by|with|for|under|on)\s/iu;
/** A label with a preposition inside has a particle inside: "Text to Columns". */
const prepositionInside = /\S\s(?:from|to|in|at|by|with|for|under|on)\s/iu;
/** How many spans of a page hold a particle before that is the page's habit, and told once. */
const habit = 3;

/** House style sets names of the interface in quotation marks or square brackets instead of bold. */
export const quotations =
  /"[^"]{1,80}"|“[^”]{1,80}”|「[^」]{1,80}」|『[^』]{1,80}』|«[^»]{1,80}»|\[[^\][]{1,80}\](?!\()/gu;

/**
 * Checks the bold of a page. A page that draws the particle after a label into bold does so throughout, as machine
 * translation does: that is one finding, with how often; bold on other words than in the source is one each.
 */
export function checkPageEmphasis(
  segments: readonly Segment[],
  language: string,
): { segment: Segment; defect: Defect }[] {
  const found = segments.flatMap((segment) =>
    checkEmphasis(segment, language).map((defect) => ({ segment, defect })),
  );
  const drawn = found.filter(({ defect }) => defect.code === 'emphasis-particle');
  const [first] = drawn;
  if (!first || drawn.length < habit) return found;
  const values = { ...first.defect.values, count: drawn.length };
  const told = {
    segment: first.segment,
    defect: { ...first.defect, code: 'emphasis-particle-habit', values },
  };
  return found.flatMap((each) => (each === first ? [told] : drawn.includes(each) ? [] : [each]));
}

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
    (span) =>
      (end?.test(span.text) === true && !stated.spans.some((each) => prepositionFirst.test(each.text))) ||
      start?.test(span.text) === true,
  );
  if (particle && stated.spans.length > 0 && !isWholeSentence(particle, target)) {
    const displaced =
      start?.test(particle.text) === true ||
      (innerParticle[language]?.test(particle.text) === true &&
        !stated.spans.some((each) => prepositionInside.test(each.text)));
    return defect(displaced ? 'emphasis-displaced' : 'emphasis-particle', { found: shown(particle) });
  }
  const hidden = found.spans.find((span) => !isStrongRendered(span));
  if (hidden && stated.spans.every(isStrongRendered))
    return defect('emphasis-not-shown', { found: shown(hidden) });
  const quoted = target.replace(/\]\([^()\s]*\)/gu, '').match(quotations)?.length ?? 0;
  const names = stated.spans.filter((span) => isName(span, source));
  if (found.spans.length + quoted >= names.length) return [];
  // Which of several is lost, the sentence does not tell.
  return found.spans.length === 0 && names.length === 1
    ? defect('emphasis-lost', { cue: shown(names[0]) })
    : defect('emphasis-fewer', { stated: names.length, found: found.spans.length });
}

/** Tells whether bold marks a name: neither a stressed word, nor a whole cell or line, nor what is a link anyway. */
function isName({ text, before, after }: StrongSpan, source: string): boolean {
  const isLink = before === '[' && after === ']';
  const isWhole = source.replaceAll('*', '').trim().length <= text.trim().length + 1;
  return /^\s*[^\p{Ll}\s]/u.test(text) && !isLink && !isWhole;
}

function isWholeSentence(span: StrongSpan, target: string): boolean {
  return target.replaceAll('*', '').trim().length <= span.text.trim().length + 2;
}

/** Tells whether a span holds one bracket of a pair and not the other. */
function isCut(text: string): boolean {
  return /[([（「]/u.test(text) !== /[)\]）」]/u.test(text);
}
