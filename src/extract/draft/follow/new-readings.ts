import { isDeepStrictEqual } from 'node:util';
import { languageOf } from '../../../content/document-index.ts';
import type { Segment } from '../../../content/document.ts';
import type { ElementKind } from '../../../rules/elements.ts';
import { resolvePin } from '../../../rules/pin-state.ts';
import type { Fact } from '../../../rules/workflow.ts';
import type { Label } from '../../label.ts';
import { type DraftElement, type DraftSection, type ToldBody, toldBody } from '../draft.ts';
import { draftArticle, type DraftOptions } from '../draft-article.ts';
import { draftStatement } from '../draft-statement.ts';
import type { Statement } from '../statements.ts';
import { assignParts, type PartOwner } from './assign-parts.ts';
import { type ChangedPlace, type ChangedSite, changedSites, wordsOf } from './changed-sites.ts';
import type { EarlierWords } from './earlier-words.ts';
import type { ChangedArticle, OpenElement } from './follow-elements.ts';
import { type NewReading, readRequirement, readTelling } from './read-parts.ts';

const sections: Record<ElementKind, DraftSection> = {
  precondition: 'preconditions',
  attestation: 'attestations',
  step: 'steps',
  consequence: 'consequences',
  obligation: 'obligations',
  unencodable: 'unencodable',
};

/** Sections of what a sentence comes to that requires something. */
const requiring: ReadonlySet<DraftSection> = new Set(['preconditions', 'attestations', 'unencodable']);

/** What the elements of an article would say if they were drafted today from the sentences that changed under them. */
export class NewReadings {
  /** Facts that the sentences of the article name and nothing declares. */
  readonly facts: readonly Fact[];
  readonly #changed: ChangedArticle;
  readonly #elements: readonly OpenElement[];
  readonly #words: EarlierWords;
  readonly #options: DraftOptions;
  readonly #sites = new Map<OpenElement, ChangedSite[]>();
  readonly #drafts = new Map<string, DraftElement[]>();

  constructor(
    changed: ChangedArticle,
    elements: readonly OpenElement[],
    words: EarlierWords,
    options: DraftOptions,
  ) {
    this.#changed = changed;
    this.#elements = elements;
    this.#words = words;
    this.#options = options;
    const sites = changedSites(elements, options.side);
    for (const site of sites) this.#sites.set(site.open, [...(this.#sites.get(site.open) ?? []), site]);
    const segments = new Set(sites.flatMap(({ places }) => places.map(({ segment }) => segment)));
    const anew = segments.size > 0 ? draftAnew(changed, segments, options) : undefined;
    this.facts = anew?.facts ?? [];
    for (const element of anew?.elements ?? []) {
      for (const { locale, segment } of element.pins) {
        const key = `${locale} ${segment}`;
        this.#drafts.set(key, [...(this.#drafts.get(key) ?? []), element]);
      }
    }
  }

  /** Reads an element or a variant of it anew; undefined where its words come to what they came to. */
  find(open: OpenElement, variant?: number): NewReading | undefined {
    const site = this.#siteOf(open, variant);
    if (!site) return undefined;
    const { kind } = open.placed;
    const bodies = this.#bodiesOf(site);
    // Of words that come to no condition, then as now, nobody can tell that they mean the same.
    const same = bodies.every(
      ({ was, now }) =>
        isDeepStrictEqual(was, now) && (kind !== 'precondition' || now.every(({ require }) => require)),
    );
    if (same) return undefined;
    if (!requiring.has(sections[kind])) {
      const [now] = bodies[0]?.now ?? [];
      return now && readTelling(site.says, toldBody(now), bodies[0]?.was?.[0]);
    }
    const parts = this.#partsOf(site).filter(({ section }) => requiring.has(section));
    return readRequirement(kind, site.says, this.#ownParts(site, parts), this.#stands(site, parts));
  }

  #siteOf(open: OpenElement, variant: number | undefined): ChangedSite | undefined {
    return this.#sites.get(open)?.find((each) => each.variant === variant);
  }

  #partsOf({ places }: Pick<ChangedSite, 'places'>): DraftElement[] {
    return [...new Set(places.flatMap(({ document, segment }) => this.#draftsOf(document.locale, segment)))];
  }

  #draftsOf(locale: string, { id }: Segment): readonly DraftElement[] {
    return this.#drafts.get(`${languageOf(locale)} ${id}`) ?? [];
  }

  /** Gives the parts of a sentence that fall to an element, where others of its workflow have parts of it too. */
  #ownParts(site: ChangedSite, parts: readonly DraftElement[]): readonly DraftElement[] {
    const { workflow } = site.open;
    const segments = new Set(site.places.map(({ segment }) => segment));
    const standing = new Map<object, ChangedPlace[]>();
    for (const place of site.places) {
      for (const { placed } of this.#changed.coverage.owners(place))
        standing.set(placed.element, [...(standing.get(placed.element) ?? []), place]);
    }
    const owners = new Map<OpenElement, PartOwner>();
    for (const open of this.#elements) {
      const { kind, element } = open.placed;
      if (open.workflow !== workflow || !requiring.has(sections[kind])) continue;
      // Editions that state an element differently share nothing with each other.
      const variant = open === site.open ? site.variant : undefined;
      const changed = (this.#siteOf(open, variant)?.places ?? []).filter(({ segment }) =>
        segments.has(segment),
      );
      const places = [...changed, ...(standing.get(element) ?? [])];
      if (places.length === 0) continue;
      const stated = new Set(this.#partsOf({ places }));
      owners.set(open, {
        section: sections[kind],
        require: (open === site.open ? site.says : toldBody(element)).require,
        changed: changed.length > 0,
        holds: (part) => stated.has(part),
      });
    }
    const own = owners.get(site.open);
    return (own && assignParts([...owners.values()], parts).get(own)) ?? [];
  }

  /** Tells whether another sentence on a changed page still states what an element says. */
  #stands({ open, variant, places }: ChangedSite, parts: readonly DraftElement[]): boolean {
    const pages = new Set(places.map(({ document }) => document));
    const { element } = open.placed;
    const variants = 'variants' in element ? (element.variants as { pins: typeof element.pins }[]) : [];
    const pins = variant === undefined ? element.pins : (variants[variant]?.pins ?? []);
    return pins.some((pin) => {
      if (open.open.some((each) => each.pin === pin)) return false;
      const { segment, document } = resolvePin(pin, open.workflow.article, this.#changed.read);
      if (!segment || !document || !pages.has(document)) return false;
      return this.#draftsOf(document.locale, segment).some(
        (draft) => requiring.has(draft.section) && !parts.includes(draft),
      );
    });
  }

  /** Gives what each sentence comes to by itself, now and, where its words are known, before. */
  #bodiesOf({ open, places }: ChangedSite): { was: ToldBody[] | undefined; now: ToldBody[] }[] {
    const { kind } = open.placed;
    const label: Label = kind === 'attestation' || kind === 'unencodable' ? 'precondition' : kind;
    const { phrases, vocabulary, side } = this.#options;
    return places.map((place) => {
      const { now, was, language } = wordsOf(place, side, this.#words);
      const table = phrases.get(language) ?? phrases.get('en');
      const read = (text: string): ToldBody[] =>
        table ? draftStatement(text, label, table, vocabulary).map(({ body }) => body) : [];
      return { was: was === undefined ? undefined : read(was), now: read(now) };
    });
  }
}

/** Drafts a whole article as if no rule were there, so that lists and lead-ins count; from the words that changed. */
function draftAnew(
  { article, statements }: ChangedArticle,
  changed: ReadonlySet<Segment>,
  options: DraftOptions,
): ReturnType<typeof draftArticle> {
  const ordered = statements.map(({ key, occurrences }): Statement => {
    const first = occurrences.find(({ segment }) => changed.has(segment));
    if (!first) return { key, occurrences };
    return { key, occurrences: [first, ...occurrences.filter((each) => each !== first)] };
  });
  return draftArticle(
    article,
    ordered,
    () => false,
    () => undefined,
    options,
  );
}
