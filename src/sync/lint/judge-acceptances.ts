import { digestText } from '../../content/digest.ts';
import type { Document } from '../../content/document.ts';
import type { Diagnostic } from '../../diagnostic/diagnostic.ts';
import type { FindingValue } from '../finding.ts';
import type { Acceptance } from './acceptances.ts';

/** The texts of the articles that acceptances speak of, as a run met them. */
export class AcceptedPages {
  readonly #articles: ReadonlySet<string>;
  readonly #met = new Set<string>();

  /** @param acceptances Whose articles to keep in mind; pages of others leave no trace. */
  constructor(acceptances: readonly Acceptance[]) {
    this.#articles = new Set(acceptances.flatMap(({ article }) => article ?? []));
  }

  /** Takes note of a page that was checked. */
  add({ article, segments }: Document): void {
    if (!this.#articles.has(article)) return;
    this.#met.add(key(article));
    for (const { source = '', target = '' } of segments) {
      const digests = [digestText(source), digestText(target)] as const;
      this.#met.add(key(article, 'source', digests[0]));
      this.#met.add(key(article, 'target', digests[1]));
      this.#met.add(key(article, ...digests));
    }
  }

  /** Tells whether an article was checked, or whether one of its pages has a text. */
  has(...parts: readonly string[]): boolean {
    return this.#met.has(key(...parts));
  }
}

/** What acceptances come to in one run. */
export interface JudgedAcceptances {
  /** Acceptances that hold, by id of the finding. */
  holding: ReadonlyMap<string, Acceptance>;
  /** Those that hold no more, each with its place and the reason. */
  diagnostics: Diagnostic[];
}

/**
 * Judges acceptances against what a run found.
 *
 * @param today YYYY-MM-DD; an `until` holds on its last day.
 * @param ran Names of the checks that ran: of the others nothing can be said.
 * @param whole False where the run left pages out, so that a finding that is absent may only be unseen.
 */
export function judgeAcceptances(
  acceptances: readonly Acceptance[],
  findings: readonly FindingValue[],
  pages: AcceptedPages,
  { today, ran, whole }: { today: string; ran: ReadonlySet<string>; whole: boolean },
): JudgedAcceptances {
  const found = new Set(findings.map(({ id }) => id));
  const holding = new Map<string, Acceptance>();
  const diagnostics: Diagnostic[] = [];
  for (const acceptance of acceptances) {
    const code = found.has(acceptance.id)
      ? expiry(acceptance, today)
      : absence(acceptance, pages, { ran, whole });
    if (code !== undefined) {
      const values = {
        until: acceptance.until ?? '',
        finding: acceptance.id,
        article: acceptance.article ?? '',
      };
      diagnostics.push({ code, severity: 'warning', ...acceptance.place, values });
    } else if (found.has(acceptance.id)) holding.set(acceptance.id, acceptance);
  }
  return { holding, diagnostics };
}

function expiry({ until }: Acceptance, today: string): string | undefined {
  return until !== undefined && until < today ? 'acceptance-expired' : undefined;
}

function absence(
  { pair, article }: Acceptance,
  pages: AcceptedPages,
  { ran, whole }: { ran: ReadonlySet<string>; whole: boolean },
): string | undefined {
  if (pair === undefined) {
    const checked = article === undefined ? whole : pages.has(article);
    return checked ? 'acceptance-unmatched' : undefined;
  }
  if (!ran.has(pair.check) || !pages.has(pair.article)) return undefined;
  if (pages.has(pair.article, pair.source, pair.target)) return 'acceptance-unneeded';
  const left =
    pages.has(pair.article, 'source', pair.source) || pages.has(pair.article, 'target', pair.target);
  return left ? 'acceptance-ended' : 'acceptance-gone';
}

function key(...parts: readonly string[]): string {
  return parts.join('\0');
}
