import { languageOf } from '../content/document-index.ts';
import type {
  Decision,
  Disagreement,
  ElementResult,
  PreconditionResult,
  StepResult,
} from '../engine/decision.ts';
import type { Translator } from '../locale/translator.ts';
import type { Project } from '../project/load-project.ts';
import type { ResolvedPin } from '../rules/pin-state.ts';
import type {
  BasisDocument,
  DecisionReport,
  DisagreementReport,
  ElementReport,
  PreconditionReport,
  StepReport,
} from './decision-report.ts';
import { describeSources, type SourceReport } from './source.ts';
import { catalogWords, elementWords, type TextField } from './words.ts';

/** What a decision is put into words with. */
export interface Description {
  project: Project;
  translator: Translator;
  /** Where each value came from, by fact; absent leaves it open. */
  origins?: ReadonlyMap<string, string>;
}

/** Puts a decision into the reader's words. */
export function describeDecision(decision: Decision, description: Description): DecisionReport {
  const { project, translator } = description;
  const { locale } = translator;
  const sourcesOf = (pins: readonly ResolvedPin[]): SourceReport[] =>
    describeSources(pins, translator, project.configuration);
  const words = (
    id: string,
    sources: SourceReport[],
    field: TextField = 'title',
  ): { text: string; lang: string } => elementWords(translator, decision.workflow, id, field, sources);
  const element = ({ id, applies, sources: pins }: ElementResult): ElementReport => {
    const sources = sourcesOf(pins);
    const { text, lang } = words(id, sources);
    return { id, applies, message: text, lang, sources };
  };
  const step = (result: StepResult): StepReport => {
    const sources = sourcesOf(result.sources);
    return { ...result, ...words(result.id, sources), steps: result.steps.map(step), sources };
  };

  return {
    workflow: decision.workflow,
    title: translator.translate(`${decision.workflow}:title`),
    locale,
    verdict: decision.verdict,
    hypothetical: decision.hypothetical,
    ...(decision.asDocumented === undefined ? {} : { asDocumented: decision.asDocumented }),
    ...(decision.instead === undefined ? {} : { instead: decision.instead }),
    preconditions: decision.preconditions.map((each) => describePrecondition(each, decision, description)),
    consequences: decision.consequences.map(element),
    obligations: decision.obligations.map(element),
    attestations: decision.attestations.map(element),
    cautions: decision.cautions.map((id) => {
      const { text, lang } = catalogWords(translator, `advisories:${id}.text`);
      const seen = project.rules.advisories.find((advisory) => advisory.id === id)?.seen ?? [];
      return {
        id,
        title: catalogWords(translator, `advisories:${id}.title`).text,
        message: text,
        lang,
        seen,
      };
    }),
    unencodable: decision.unencodable.map(({ id, reason, sources: pins }) => {
      const sources = sourcesOf(pins);
      const { text, lang } = words(id, sources);
      return { id, message: text, lang, reason, sources };
    }),
    disagreements: decision.disagreements.map((each) => describeDisagreement(each, decision, description)),
    plan: decision.plan.map(({ steps, sources: pins, remedies: _, ...rest }) => {
      const sources = sourcesOf(pins);
      return {
        ...rest,
        ...words(rest.id, sources),
        steps: steps.map((id) => ({ id, ...words(id, []) })),
        sources,
      };
    }),
    steps: decision.steps.map(step),
    needs: decision.needs,
    outOfStep: decision.outOfStep.map(({ id }) => id),
    basis: { documents: basisDocuments(decision, description) },
  };
}

function describePrecondition(
  result: PreconditionResult,
  decision: Decision,
  description: Description,
): PreconditionReport {
  const { project, translator, origins } = description;
  const sources = describeSources(result.sources, translator, project.configuration);
  const field = result.status === 'violated' || result.status === 'unknown' ? result.status : 'title';
  const values = factWords(result.facts, translator);
  const message = elementWords(translator, decision.workflow, result.id, field, sources, values);
  const note = decision.hypothetical ? undefined : absenceNote(result, decision, sources, description);
  return {
    id: result.id,
    status: result.status,
    facts: result.facts,
    origins: Object.fromEntries(Object.keys(result.facts).map((name) => [name, origins?.get(name) ?? ''])),
    missing: result.missing,
    title: elementWords(translator, decision.workflow, result.id, 'title', sources).text,
    message: message.text,
    lang: message.lang,
    ...(note === undefined ? {} : { note }),
    remedy: result.remedy,
    sources,
  };
}

/** Gives the values a message may name: `count` of a whole number, `value` of a code or list in words. */
function factWords(
  facts: PreconditionResult['facts'],
  translator: Translator,
): Record<string, string | number> {
  const values: Record<string, string | number> = {};
  for (const [name, value] of Object.entries(facts)) {
    if (typeof value === 'number') values['count'] ??= value;
    else values['value'] ??= valueWords(name, value, translator);
  }
  return values;
}

interface Formats {
  number: Intl.NumberFormat;
  list: Intl.ListFormat;
}
const formats = new Map<string, Formats>();

/** Making these costs a millisecond each, so each language's are made once. */
function formatsOf(locale: string): Formats {
  const known = formats.get(locale);
  if (known) return known;
  const list = new Intl.ListFormat(locale, { type: 'unit', style: 'short' });
  const made = { number: new Intl.NumberFormat(locale), list };
  formats.set(locale, made);
  return made;
}

/** Gives the label of a value of a fact in the reader's language. */
export function valueWords(fact: string, value: unknown, translator: Translator): string {
  if (typeof value === 'number') return formatsOf(translator.locale).number.format(value);
  if (typeof value === 'boolean')
    return translator.translate(value ? 'interface:answer.yes' : 'interface:answer.no');
  const codes = Array.isArray(value) ? value.map(String) : [String(value)];
  const labels = codes.map((code) => translator.translate(`facts:${fact}.values.${code}`));
  if (labels.length === 0) return translator.translate('interface:answer.none');
  return labels.length === 1 ? (labels[0] ?? '') : formatsOf(translator.locale).list.format(labels);
}

/** Says that the reader's own page lacks a condition that decides, or states another, with the days of both editions. */
function absenceNote(
  result: PreconditionResult,
  decision: Decision,
  sources: readonly SourceReport[],
  { project, translator }: Description,
): string | undefined {
  if (result.status !== 'violated' && result.status !== 'unknown') return undefined;
  const page = project.documents.find(translator.locale, decision.article);
  if (!page || sources.some(({ locale, state }) => locale === translator.locale && state !== 'gone'))
    return undefined;
  const stated = sources.find(({ published }) => published !== undefined)?.published ?? '';
  const values = { page: page.frontMatter.published?.slice(0, 4) ?? '', edition: stated.slice(0, 4) };
  const differs = result.variants.some(
    ({ pin, state }) => pin.locale === translator.locale && state !== 'gone',
  );
  return translator.translate(
    differs ? 'interface:note.differs-on-page' : 'interface:note.not-on-page',
    values,
  );
}

function describeDisagreement(
  each: Disagreement,
  decision: Decision,
  description: Description,
): DisagreementReport {
  const { project, translator } = description;
  const sources = describeSources(each.sources, translator, project.configuration);
  const against = describeSources(each.against, translator, project.configuration);
  const days = (from: readonly SourceReport[]): string[] =>
    [...new Set(from.flatMap(({ published }) => published ?? []))].toSorted();
  const shared = { element: each.element, published: days(sources), against: days(against), sources };
  const title = elementWords(translator, decision.workflow, each.element, 'title', against).text;
  const values = { title, published: days(sources).join(', '), against: days(against).join(', ') };
  if (each.kind === 'precondition') {
    const verdict = translator.translate(`interface:verdict.${each.verdict}`);
    const message = translator.translate('interface:disagreement.precondition', { ...values, verdict });
    return { kind: each.kind, ...shared, message, verdict: each.verdict, require: each.require };
  }
  const other = elementWords(translator, each.other.workflow, each.other.element, 'title', sources).text;
  const task = translator.translate(`${each.other.workflow}:title`);
  const message = translator.translate('interface:disagreement.consequence', { ...values, other, task });
  return { kind: each.kind, ...shared, message, other: each.other };
}

/** Lists the documents that the decision's preconditions and consequences rest on, newest first. */
function basisDocuments(decision: Decision, { project, translator }: Description): BasisDocument[] {
  const pins = [
    ...decision.preconditions,
    ...decision.consequences,
    ...decision.obligations,
    ...decision.attestations,
  ];
  const found = new Map<string, BasisDocument>();
  for (const { document } of pins.flatMap(({ sources }) => sources)) {
    if (!document) continue;
    const [source] = describeSources(
      [
        {
          pin: { locale: languageOf(document.locale), segment: '', source: '', target: '' },
          state: 'fresh',
          document,
        },
      ],
      translator,
      project.configuration,
    );
    found.set(document.path, {
      locale: languageOf(document.locale),
      article: document.article,
      path: document.path,
      ...(source?.title === undefined ? {} : { title: source.title }),
      ...(source?.published === undefined ? {} : { published: source.published }),
      ...(source?.url === undefined ? {} : { url: source.url }),
    });
  }
  const byDate = (a: BasisDocument, b: BasisDocument): number =>
    (b.published ?? '') < (a.published ?? '') ? -1 : (b.published ?? '') > (a.published ?? '') ? 1 : 0;
  return [...found.values()].toSorted((a, b) => byDate(a, b) || (a.path < b.path ? -1 : 1));
}
