import type { Fact } from '../../rules/workflow.ts';
import type { Heading } from '../../content/document.ts';
import type { Label } from '../label.ts';
import type { ArticleDraft, DraftElement, LeadIn } from './draft.ts';
import { type Bearing, bearingOf } from './condition/list-lead.ts';
import { contentOf } from './condition/residue.ts';
import { endMark } from '../plain-text.ts';
import type { Vocabulary } from './condition/reading.ts';
import { digestBody } from './digest-body.ts';
import { type Drafted, draftStatement, joinParts } from './draft-statement.ts';
import { elementId } from './condition/naming.ts';
import { splitRules } from './condition/split-rules.ts';
import { type Candidate, joinItems, joinSame, keepWhole, type ListLead } from './join-candidates.ts';
import { type PhraseBook, type Phrases, says, saysReason } from './phrases.ts';
import { announcesItems, withLead, withRow } from './with-lead.ts';
import {
  agreedLabels,
  type DraftSide,
  type Statement,
  statementHeadings,
  statementPins,
  statementText,
} from './statements.ts';

/** What drafting the pages of an article goes by. */
export interface DraftOptions {
  side: DraftSide;
  phrases: PhraseBook;
  vocabulary: Vocabulary;
}

const ruleLabels: ReadonlySet<Label> = new Set(['precondition', 'consequence', 'obligation', 'step']);

/**
 * Drafts the elements that the statements of an article come to.
 *
 * @param statements All statements of the article, in order.
 * @param isCovered Tells what a reviewed element or a written reason already accounts for.
 * @param workflowOf Gives the workflow that a statement belongs to, where the article has several.
 */
export function draftArticle(
  article: string,
  statements: readonly Statement[],
  isCovered: (statement: Statement) => boolean,
  workflowOf: (statement: Statement) => string | undefined,
  options: DraftOptions,
): Omit<ArticleDraft, 'changes' | 'lost'> {
  const candidates: Candidate[] = [];
  const uncovered: LeadIn[] = [];
  const leads = new Map<string, ListLead>();
  const rows = new Map<string, string>();
  const headers = new Map<string, string>();
  statements.forEach((statement, index) => {
    const { text, language } = statementText(statement, options.side);
    const phrases = options.phrases.get(language) ?? options.phrases.get('en');
    if (!phrases) return;
    const row = rowOf(statement);
    if (row !== undefined && !rows.has(row)) rows.set(row, text);
    const table = tableOf(statement);
    if (table !== undefined && row === undefined)
      headers.set(table, `${headers.get(table) ?? ''}${text}${phrases.comma}`);
    const list = listOf(statement);
    const next = statements[index + 1];
    const opens = next && opensList(statement, next) ? listOf(next) : undefined;
    const heading = statement.occurrences[0].segment.block.kind === 'heading';
    if (opens !== undefined && !heading && !leads.has(opens))
      leads.set(opens, { text, phrases, bearing: bearingOf(text, phrases) });
    const labels = agreedLabels(statement).filter((label) => ruleLabels.has(label));
    if (labels.length === 0) return;
    const covered = isCovered(statement);
    const workflow = workflowOf(statement);
    const introduces = opens !== undefined && (announcesItems(text, phrases) || /[:：]/u.test(endMark(text)));
    const introducing = !covered && introduces && next !== undefined && agreedLabels(next)[0] === labels[0];
    // "You must be A, and B must be:": what stands before the last rule is one of its own.
    const own = introducing && labels[0] === 'precondition' ? splitRules(text, phrases).slice(0, -1) : [];
    if (introducing && own.length === 0 && !says(text, phrases.excepting)) {
      uncovered.push(...leadIns(statement));
      return;
    }
    labels.forEach((label, rank) => {
      const said = own.length > 0 ? own.join(' ') : text;
      const lead = leads.get(list ?? '');
      const led = lead
        ? withLead(said, lead)
        : {
            words: said,
            bearing: bearingOfPlace(
              statement,
              said,
              { row: rows.get(row ?? ''), header: headers.get(table ?? '') },
              phrases,
            ),
          };
      const words = label === 'precondition' ? withRow(led.words, rows.get(row ?? ''), phrases) : said;
      const parts = draftStatement(words, label, phrases, options.vocabulary, {
        bearing: led.bearing,
        lead: lead?.text ?? '',
        headings: statementHeadings(statement, options.side),
        before: besideIn(statement, statements[index - 1], options.side),
        after: besideIn(statement, next, options.side),
      });
      // Of a list of which one item is enough, an item is met by all of its parts together.
      const enough = lead && says(lead.text, lead.phrases.anyLead) && label === 'precondition';
      const needs = says(said, phrases.necessity);
      for (const [part, drafted] of (enough ? joinParts(parts, words) : parts).entries()) {
        const at = { label, rank, part, list, needs, phrases, covered, workflow };
        candidates.push(toCandidate(statement, drafted, at));
      }
    });
  });
  const open = candidates.filter(({ covered }) => !covered);
  const all = uniqueIds([
    ...joinSame(joinItems(keepWhole(open, leads), leads, options.vocabulary)),
    ...candidates.filter(({ covered }) => covered),
  ]);
  const plain = ({ facts: _, list: __, needs: ___, covered: ____, ...element }: Candidate): DraftElement =>
    element;
  const elements = all.filter(({ covered }) => !covered);
  return {
    article,
    facts: joinFacts(elements.flatMap((element) => element.facts)),
    elements: elements.map(plain),
    covered: all.filter(({ covered }) => covered).map(plain),
    uncovered: mergeLeadIns(uncovered),
  };
}

function toCandidate(
  statement: Statement,
  drafted: Drafted,
  at: Pick<Candidate, 'list' | 'needs' | 'covered'> & {
    label: Label;
    rank: number;
    part: number;
    phrases: Phrases;
    workflow: string | undefined;
  },
): Candidate {
  const key = `${statement.key} ${at.rank === 0 ? '' : at.label} ${at.part === 0 ? '' : at.part}`;
  const best = statement.occurrences.toSorted((a, b) => b.confidence - a.confidence)[0];
  return {
    section: drafted.section,
    id: elementId(drafted.words, at.label, key, at.phrases),
    ...(at.workflow === undefined ? {} : { workflow: at.workflow }),
    body: drafted.body,
    evidence: {
      text: drafted.words,
      cue: best?.cue ?? '',
      confidence: best?.confidence ?? 0,
      drafted: digestBody(drafted.section, drafted.body),
    },
    pins: statementPins(statement),
    facts: drafted.facts,
    list: at.list,
    needs: at.needs,
    covered: at.covered,
  };
}

/**
 * Tells what the place of a statement makes of it that no sentence leads into: in running text under no heading that speaks
 * of requirements it must itself say that it asks for something, and a sentence beside the name of a row, which it does not
 * repeat, is about that.
 */
function bearingOfPlace(
  { occurrences: [{ segment }] }: Statement,
  words: string,
  { row, header = '' }: { row: string | undefined; header: string | undefined },
  phrases: Phrases,
): Bearing {
  const { kind, list, table } = segment.block;
  const asks = ({ source, target }: Heading): boolean =>
    [source, target].some((text) => text !== undefined && saysReason(text, 'elsewhere', phrases));
  if (table) {
    // The rows of a table of requirements name these, and nobody whom they are for.
    const listed = segment.headings.slice(-1).some(asks) || saysReason(header, 'elsewhere', phrases);
    const beside = !table.header && table.column > 0 && row !== undefined && !listed;
    return beside && !repeats(row, words, phrases) ? 'row' : 'plain';
  }
  return kind === 'paragraph' && !list && !segment.headings.some(asks) ? 'alone' : 'plain';
}

/** Tells whether a text has all the words of a name, whatever particles stand after them. */
function repeats(name: string, text: string, phrases: Phrases): boolean {
  const words = contentOf(name, phrases);
  const said = contentOf(text, phrases);
  const has = (each: string): boolean =>
    said.some((word) => (phrases.topicMarked ? word.startsWith(each) : word === each));
  return words.length > 0 && words.every(has);
}

/** Gives the words of a sentence that stands in the same paragraph, item or cell as another. */
function besideIn({ occurrences: [own] }: Statement, beside: Statement | undefined, side: DraftSide): string {
  const [other] = beside?.occurrences ?? [];
  const same = other?.document === own.document && other.segment.block.index === own.segment.block.index;
  return beside && same ? statementText(beside, side).text : '';
}

/** Names the list or table that a statement stands in, on the first page that has it. */
function listOf({ occurrences: [{ document, segment }] }: Statement): string | undefined {
  return segment.block.list ? `${document.path} ${segment.block.list.index}` : undefined;
}

/** Tells whether a list begins after a statement that leads into it: one in a list of its own is no item of that list's kin. */
function opensList(statement: Statement, next: Statement): boolean {
  const [own, after] = [statement, next].map(({ occurrences: [{ segment }] }) => segment.block.list);
  if (!after || own?.index === after.index) return false;
  return !own || own.position.length < after.position.length;
}

/** Names the row of a table that a statement stands in, on the first page that has it. */
function rowOf({ occurrences: [{ document, segment }] }: Statement): string | undefined {
  const { table } = segment.block;
  return table && !table.header ? `${document.path} ${table.index} ${table.row}` : undefined;
}

/** Names the table that a statement stands in, on the first page that has it. */
function tableOf({ occurrences: [{ document, segment }] }: Statement): string | undefined {
  const { table } = segment.block;
  return table && `${document.path} ${table.index}`;
}

function uniqueIds(candidates: readonly Candidate[]): Candidate[] {
  const counts = new Map<string, number>();
  return candidates.map((candidate) => {
    const count = (counts.get(candidate.id) ?? 0) + 1;
    counts.set(candidate.id, count);
    return count === 1 ? candidate : { ...candidate, id: `${candidate.id}-${count}` };
  });
}

/** Makes one of the facts of one name, with all their values. */
export function joinFacts(facts: readonly Fact[]): Fact[] {
  const merged = new Map<string, Fact>();
  for (const fact of facts) {
    const known = merged.get(fact.name);
    const values = [...new Set([...(known?.values ?? []), ...(fact.values ?? [])])];
    const maximum = Math.max(known?.maximum ?? 0, fact.maximum ?? 0);
    merged.set(fact.name, {
      ...fact,
      ...(values.length > 0 ? { values } : {}),
      ...(fact.maximum === undefined ? {} : { maximum }),
    });
  }
  return [...merged.values()];
}

function leadIns(statement: Statement): LeadIn[] {
  return statementPins(statement).map(({ locale, segment }) => ({
    locale,
    segments: [segment],
    reason: leadInReason,
  }));
}

function mergeLeadIns(all: readonly LeadIn[]): LeadIn[] {
  const merged = new Map<string, LeadIn>();
  for (const each of all) {
    const known = merged.get(each.locale);
    if (known) known.segments.push(...each.segments);
    else merged.set(each.locale, { ...each, segments: [...each.segments] });
  }
  return [...merged.values()].toSorted((a, b) => (a.locale < b.locale ? -1 : 1));
}

/** The reason that drafting itself gives for a segment without an element. */
export const leadInReason = 'Introduces the list below it; the items of the list are drafted.';
