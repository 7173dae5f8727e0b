import { readText } from '../diagnostic/read-text.ts';
import { digestText } from '../content/digest.ts';
import type { Diagnostic } from '../diagnostic/diagnostic.ts';
import { hasErrors } from '../diagnostic/diagnostic.ts';
import { join } from 'node:path';
import { existsSync } from 'node:fs';
import type { FiledChange } from '../extract/draft/files/draft-file.ts';
import { type ReviewSubject, findDraft } from '../extract/draft/files/find-draft.ts';
import { loadDrafts } from '../extract/draft/files/load-drafts.ts';
import { pinPaths, pinsOf, reviewDraft } from '../extract/draft/files/review-draft.ts';
import { describeReview } from '../report/describe-review.ts';
import { formatReview } from '../report/format-review.ts';
import { checkWorkflow } from '../rules/check-rules.ts';
import { completeWorkflow, loadRules } from '../rules/load-rules.ts';
import { resolvePin, type ResolvedPin } from '../rules/pin-state.ts';
import type { RuleSet, WorkflowFile } from '../rules/project.ts';
import { validateSchema } from '../rules/validate-schema.ts';
import type { Fact, Review, Workflow } from '../rules/workflow.ts';
import { deleteRuleFile, writeRuleFile } from '../rules/write-rule-file.ts';
import { parseYaml } from '../rules/yaml-source.ts';
import type { Translator } from '../locale/translator.ts';
import { type CommandContext, exitCodes } from './command.ts';
import { columnsOf } from './io.ts';

/** Makes drafts reviewed elements, one after the other, until one cannot be. */
export async function run(context: CommandContext): Promise<number> {
  const { options } = context;
  const [by = ''] = options.values.get('by') ?? [];
  const [date = today()] = options.values.get('date') ?? [];
  const problems: Diagnostic[] = [];
  if (options.positionals.length === 0) {
    problems.push({ code: 'missing-argument', severity: 'error', values: { expected: 'ELEMENT' } });
  }
  if (by.trim() === '') {
    problems.push({ code: 'missing-argument', severity: 'error', values: { expected: '--by NAME' } });
  }
  if (!isDay(date)) {
    problems.push({ code: 'invalid-date', severity: 'error', path: '--date', values: { found: date } });
  }
  if (problems.length > 0) {
    context.report(problems);
    return exitCodes.cannotJudge;
  }
  for (const wanted of options.positionals) {
    if (!(await reviewOne(wanted, { by: by.trim(), date }, context))) return exitCodes.cannotJudge;
  }
  return exitCodes.ok;
}

async function reviewOne(wanted: string, { by, date }: Review, context: CommandContext): Promise<boolean> {
  const { root, options, translator, io, style } = context;
  const rules = await loadRules(root);
  const drafts = await loadDrafts(root);
  context.report([...rules.diagnostics, ...drafts.diagnostics]);
  const refuse = (...diagnostics: Diagnostic[]): false => {
    context.report(diagnostics);
    return false;
  };
  const subject = findDraft(wanted, drafts.files, [...rules.workflows.values()]);
  if ('code' in subject) return refuse(subject);
  const place = placeOf(subject);
  const [other] = options.values.get('workflow') ?? [];
  const name =
    subject.kind === 'draft'
      ? (other ?? subject.element.workflow ?? subject.file.workflow)
      : subject.workflow.workflow;
  const entry = subject.kind === 'draft' ? subject.element : subject.kind === 'change' && subject.change;
  if (entry && entry.state === 'rejected') {
    const values = { found: wanted, reason: entry.reason ?? '' };
    return refuse({ code: 'rejected-draft', severity: 'error', ...place, values });
  }
  const shown = `rules/${name}.yaml`;
  if (subject.kind === 'change' && isUndecided(subject.change)) {
    const values = { found: wanted, reason: subject.change.unencodable };
    const hint = { code: 'decide-change' };
    return refuse({ code: 'undecided-change', severity: 'error', ...place, values, hint });
  }
  if (rules.broken.has(name)) return refuse({ code: 'rules-out-of-use', severity: 'error', path: shown });

  const project = await context.project();
  const workflow = rules.workflows.get(name);
  const article = subject.kind === 'draft' ? subject.file.article : subject.workflow.article;
  const resolved = pinsOf(subject).map((pin) => resolvePin(pin, article, project.documents));
  const stale = [...resolved.entries()].filter(([, { state }]) => state !== 'fresh');
  if (stale.length > 0)
    return refuse(...stale.map(([index, pin]) => notFresh(wanted, pin, subject, index, translator)));
  if (resolved.length === 0)
    return refuse({ code: 'without-pins', severity: 'error', ...place, values: { found: wanted } });

  // A plain page has one side: of the other nothing was read.
  const read = [...new Set(resolved.flatMap(({ pin }) => [pin.source, pin.target]))].filter(
    (digest) => digest !== digestText(''),
  );
  const review: Review = { by, date, read };
  const texts = {
    workflow: await textOf(root, shown, `workflow: ${name}\narticle: ${JSON.stringify(article)}\n`),
    facts: await textOf(root, 'rules/facts.yaml', 'facts: []\n'),
    article: workflow?.article ?? article,
  };
  if (typeof texts.workflow !== 'string') return refuse(texts.workflow);
  if (typeof texts.facts !== 'string') return refuse(texts.facts);
  const files = reviewDraft(
    subject,
    { ...texts, workflow: texts.workflow, facts: texts.facts },
    review,
    rules.facts,
  );
  const faults = checkTexts(shown, files.workflow, files.facts, rules);
  if (hasErrors(faults)) return refuse(...faults.map((fault) => relocate(fault, subject)));

  if (files.facts !== texts.facts) writeRuleFile(root, 'rules/facts.yaml', files.facts);
  writeRuleFile(root, shown, files.workflow);
  if (files.drafts?.text !== undefined) writeRuleFile(root, files.drafts.path, files.drafts.text);
  else if (files.drafts) deleteRuleFile(root, files.drafts.path);

  const report = describeReview(
    {
      subject,
      workflow: name,
      file: shown,
      review,
      resolved,
      remedy: files.remedy,
      addedFacts: files.addedFacts,
    },
    project.configuration,
    translator,
  );
  if (context.format === 'json') context.write(`${JSON.stringify(report, null, 2)}\n`);
  else context.write(formatReview(report, translator, { columns: columnsOf(io), style }));
  return true;
}

/** Holds the new texts to the schemas and to each other before anything is written. */
function checkTexts(shown: string, workflowText: string, factsText: string, rules: RuleSet): Diagnostic[] {
  const facts = parseYaml(factsText, 'rules/facts.yaml');
  const source = parseYaml(workflowText, shown);
  const found = [...facts.diagnostics, ...source.diagnostics];
  if (found.length > 0) return found;
  const invalid = [...validateSchema(facts, 'facts'), ...validateSchema(source, 'workflow')];
  if (invalid.length > 0) return invalid;
  const file: WorkflowFile = { path: shown, workflow: completeWorkflow(source.value as Workflow), source };
  const names = [...rules.workflows.keys(), ...rules.broken, file.workflow.workflow];
  const declared = new Map((facts.value as { facts: Fact[] }).facts.map((fact) => [fact.name, fact]));
  return checkWorkflow(file, names, declared);
}

/** Where the new words come to no condition, a person has to give one or to keep the old one knowingly. */
function isUndecided(change: FiledChange): change is FiledChange & { unencodable: string } {
  return change.unencodable !== undefined && change.require === undefined;
}

/** A fault in what a draft says is shown where the draft stands: the other file was not written. */
function relocate(fault: Diagnostic, subject: ReviewSubject): Diagnostic {
  const { at: _, excerpt: __, length: ___, related: ____, ...rest } = fault;
  return subject.kind === 'element' ? fault : { ...rest, ...placeOf(subject) };
}

function placeOf(subject: ReviewSubject): Partial<Diagnostic> {
  if (subject.kind === 'element') return { path: `rules/${subject.workflow.workflow}.yaml` };
  const path =
    subject.kind === 'draft' ? [...subject.element.path, 'id'] : [...subject.change.path, 'element'];
  return { path: subject.file.path, ...subject.file.source.locate(path) };
}

function notFresh(
  found: string,
  { pin, state }: ResolvedPin,
  subject: ReviewSubject,
  index: number,
  { translate }: Translator,
): Diagnostic {
  const values = { found, locale: pin.locale, segment: pin.segment, state: translate(`sync:state.${state}`) };
  const diagnostic: Diagnostic = { code: 'pin-not-fresh', severity: 'error', ...placeOf(subject), values };
  if (subject.kind === 'element') return diagnostic;
  const above = subject.kind === 'draft' ? subject.element.path : subject.change.path;
  const where = subject.file.source.locate([...above, ...(pinPaths(subject)[index] ?? [])]);
  const hint = { code: subject.kind === 'draft' ? 'extract-again' : 'unpin-or-repin' };
  return { ...diagnostic, ...where, hint };
}

async function textOf(root: string, shown: string, otherwise: string): Promise<string | Diagnostic> {
  return existsSync(join(root, shown)) ? readText(join(root, shown), shown) : otherwise;
}

function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/u.test(text)) return false;
  const day = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(day.valueOf()) && day.toISOString().startsWith(text);
}

/** Gives the day where the reader is, YYYY-MM-DD. */
function today(): string {
  const now = new Date();
  const two = (value: number): string => String(value).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}
