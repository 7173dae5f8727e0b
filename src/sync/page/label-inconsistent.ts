import type { Segment } from '../../content/document.ts';
import type { Defect } from '../finding.ts';
import { checkEmphasis, quotations } from './emphasis.ts';
import { foldLabel, isSameLabel } from './label-variants.ts';
import { readStrong } from './strong.ts';

interface Rendering {
  segment: Segment;
  label: string;
  rendering: string;
}

const longestLabel = 60;

/** What does not put bold on other words. */
const lessBold = new Set(['emphasis-lost', 'emphasis-fewer']);

/**
 * Looks for a label of the interface that one page translates in two ways: one finding a label and page, at the first
 * segment that has not the page's usual translation.
 */
export function checkLabels(
  segments: readonly Segment[],
  language: string,
): { segment: Segment; defect: Defect }[] {
  const byLabel = new Map<string, Rendering[]>();
  for (const rendering of renderings(segments, language)) {
    const key = foldLabel(rendering.label);
    byLabel.set(key, [...(byLabel.get(key) ?? []), rendering]);
  }
  return [...byLabel.values()].flatMap((all) => {
    const groups: Rendering[][] = [];
    for (const each of all) {
      const group = groups.find(([first]) => first && isSameLabel(first.rendering, each.rendering, language));
      if (group) group.push(each);
      else groups.push([each]);
    }
    const [usual, other] = groups.toSorted((a, b) => b.length - a.length);
    const [kept, deviating] = [usual?.[0], other?.[0]];
    // One inside the other is one label with its bold displaced, which is another check's matter.
    if (!kept || !deviating || isWithin(kept.rendering, deviating)) return [];
    const values = { cue: kept.label, usual: kept.rendering, found: deviating.rendering };
    const defect: Defect = {
      check: 'label-inconsistent',
      code: 'label-inconsistent',
      severity: 'warning',
      values,
    };
    return [{ segment: deviating.segment, defect }];
  });
}

function contains(a: string, b: string): boolean {
  return bare(a).includes(bare(b)) || bare(b).includes(bare(a));
}

function bare(text: string): string {
  return foldLabel(text.replaceAll('*', '')).replaceAll(' ', '');
}

/** Tells whether a segment has the label somewhere, in bold or not. */
function isWithin(label: string, { segment, rendering }: Rendering): boolean {
  return contains(label, rendering) || bare(segment.target ?? '').includes(bare(label));
}

/** Pairs the bold spans of both sides where it is plain which belongs to which: one on each side, inside a sentence. */
function renderings(segments: readonly Segment[], language: string): Rendering[] {
  return segments.flatMap((segment) => {
    const { source, target } = segment;
    if (source === undefined || target === undefined || !segment.translated) return [];
    const [stated, found] = [readStrong(source), readStrong(target)];
    if (stated.odd || found.odd || stated.spans.length !== 1 || found.spans.length !== 1) return [];
    const label = stated.spans[0]?.text.trim() ?? '';
    const rendering = found.spans[0]?.text.trim() ?? '';
    if (isElsewhere(rendering, target)) return [];
    if (checkEmphasis(segment, language).some(({ code }) => !lessBold.has(code))) return [];
    return isLabel(label, source) && /\p{L}/u.test(rendering) && rendering.length <= longestLabel
      ? [{ segment, label, rendering }]
      : [];
  });
}

/** Tells whether the name is what house style set in quotation marks or brackets, and the bold is displaced. */
function isElsewhere(rendering: string, target: string): boolean {
  const quoted = target.replaceAll('*', '').match(quotations) ?? [];
  return quoted.length > 0 && !quoted.some((label) => contains(label, rendering));
}

/** Tells whether bold text names something of the interface, not a whole sentence, number or stressed word. */
function isLabel(label: string, source: string): boolean {
  const whole = source.replaceAll('*', '').trim() === label;
  return (
    !whole &&
    label.length <= longestLabel &&
    /^\p{Lu}/u.test(label) &&
    /\p{L}{2}/u.test(label) &&
    !/[.?!]$/u.test(label)
  );
}
