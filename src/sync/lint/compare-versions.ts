import { digestText } from '../../content/digest.ts';
import type { Document, Segment } from '../../content/document.ts';
import { checkFidelity } from '../fidelity/check-fidelity.ts';
import type { Languages } from '../fidelity/load-languages.ts';
import type { Defect, FindingSeverity } from '../finding.ts';
import { readingDifferences, speaksOf } from './reading-differences.ts';
import { editedWords } from './source-edit.ts';

/** A segment with what is wrong with it against the earlier version of its page. */
export interface VersionDefect {
  segment: Segment;
  defect: Defect;
}

/**
 * Compares a page with its earlier version: translations that stayed while their source changed its meaning, and
 * translations that were reworded, in what decides about a rule, while their source stayed.
 */
export function compareVersions(now: Document, before: Document, languages: Languages): VersionDefect[] {
  const earlier = indexPairs(before);
  const current = indexPairs(now);
  const defects = fidelityDefects(now, languages);
  const oldDefects = fidelityDefects(before, languages);
  return now.segments.flatMap((segment): VersionDefect[] => {
    const { source, target } = segment;
    if (source === undefined || target === undefined || !segment.translated) return [];
    const pair = pairDigest(segment);
    if (earlier.pairs.has(pair.both)) return [];
    const sameSource = earlier.bySource.get(pair.source);
    const found = sameSource
      ? reworded(segment, counterpart(sameSource, segment, current.bySource), {
          languages,
          locale: now.locale,
          defects,
          oldDefects,
        })
      : stale(source, earlier.byTarget.get(pair.target) ?? [], current, languages);
    return found ? [{ segment, defect: found }] : [];
  });
}

function stale(
  source: string,
  candidates: readonly Segment[],
  current: PairIndex,
  languages: Languages,
): Defect | undefined {
  const english = languages.get('en');
  // A target that still stands beside its old source too serves both, and did not stay behind.
  const left = candidates.filter(
    (segment) => segment.translated && !current.pairs.has(pairDigest(segment).both),
  );
  for (const { source: before = '' } of left) {
    const { removed, added } = editedWords(before, source);
    const differences = english ? readingDifferences(before, source, english) : [];
    // One word more or less is as a rule an editor's; one word for another, or a change in what binds, is not.
    const changed =
      differences.length > 0 || (removed.length > 0 && added.length > 0) || removed.length + added.length > 1;
    if (!changed || (removed.length === 0 && added.length === 0)) continue;
    const severity: FindingSeverity = differences.length > 0 ? 'error' : 'warning';
    return { check: 'stale-target', code: 'stale-target', severity, values: { before } };
  }
  return undefined;
}

interface RewordingContext {
  languages: Languages;
  locale: string;
  defects: ReadonlyMap<Segment, readonly Defect[]>;
  oldDefects: ReadonlyMap<Segment, readonly Defect[]>;
}

function reworded(
  segment: Segment,
  earlier: Segment | undefined,
  { languages, locale, defects, oldDefects }: RewordingContext,
): Defect | undefined {
  const language = languages.get(locale.split('-')[0] ?? '');
  if (!earlier?.translated || earlier.target === undefined || !language) return undefined;
  const before = earlier.target;
  const known = new Set(oldDefects.get(earlier)?.map(({ check }) => check));
  const fresh = defects.get(segment)?.find(({ check }) => !known.has(check));
  if (fresh) {
    // The earlier wording passed the same check, which weighs more than the check by itself.
    const values = { before, difference: fresh.check };
    return { check: 'retranslated', code: 'retranslated-broken', severity: 'error', values };
  }
  const english = languages.get('en');
  // Only what the source speaks of can have been lost or turned round; the rest is another way of putting it.
  const difference = readingDifferences(before, segment.target ?? '', language).find(
    (dimension) => !english || speaksOf(segment.source ?? '', dimension, english),
  );
  if (difference === undefined || known.size > 0) return undefined;
  return { check: 'retranslated', code: 'retranslated', severity: 'warning', values: { before, difference } };
}

interface PairIndex {
  pairs: ReadonlySet<string>;
  bySource: ReadonlyMap<string, readonly Segment[]>;
  byTarget: ReadonlyMap<string, readonly Segment[]>;
}

function indexPairs(document: Document): PairIndex {
  const pairs = new Set<string>();
  const bySource = new Map<string, Segment[]>();
  const byTarget = new Map<string, Segment[]>();
  for (const segment of document.segments) {
    if (segment.source === undefined || segment.target === undefined) continue;
    const { source, target, both } = pairDigest(segment);
    pairs.add(both);
    push(bySource, source, segment);
    push(byTarget, target, segment);
  }
  return { pairs, bySource, byTarget };
}

function pairDigest({ source = '', target = '' }: Segment): { source: string; target: string; both: string } {
  const digests = { source: digestText(source), target: digestText(target) };
  return { ...digests, both: `${digests.source} ${digests.target}` };
}

/** Gives the earlier segment that stands at the same place among those with the same source. */
function counterpart(
  earlier: readonly Segment[],
  segment: Segment,
  bySource: PairIndex['bySource'],
): Segment | undefined {
  const twins = bySource.get(digestText(segment.source ?? '')) ?? [];
  return earlier[Math.min(Math.max(twins.indexOf(segment), 0), earlier.length - 1)];
}

function fidelityDefects(document: Document, languages: Languages): Map<Segment, Defect[]> {
  const bySegment = new Map<Segment, Defect[]>();
  for (const { segment, defect } of checkFidelity(document, languages)) push(bySegment, segment, defect);
  return bySegment;
}

function push<Key, Value>(map: Map<Key, Value[]>, key: Key, value: Value): void {
  const known = map.get(key);
  if (known) known.push(value);
  else map.set(key, [value]);
}
