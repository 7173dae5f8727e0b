import { locales } from '../../locale/negotiate.ts';
import { factAccepts } from '../../rules/fact-values.ts';
import type { RuleSet } from '../../rules/project.ts';
import type { FactValue } from '../../rules/workflow.ts';
import {
  type Answer,
  type Confirmation,
  outcomes,
  type Place,
  stages,
  type WalkProgress,
} from './walk-state.ts';

/** Version of the form; another one is not read. */
const version = 1;

/** Writes the part of a walk that is kept, as JSON text. */
export function formatProgress(progress: WalkProgress): string {
  const { locale, workflow, example, place, trail, seenCautions, acknowledged, pass, done, outcome } =
    progress;
  return `${JSON.stringify({
    version,
    locale,
    workflow,
    example,
    place,
    trail,
    answers: [...progress.answers],
    proposals: [...progress.proposals],
    askedAgain: progress.askedAgain,
    seenCautions,
    confirmations: [...progress.confirmations],
    acknowledged,
    pass,
    done,
    outcome,
  })}\n`;
}

/**
 * Reads a kept walk. What no longer fits the rules (a fact that is gone, a value outside its domain) is left out;
 * text that is no kept walk at all, or one of a task that is gone, gives undefined.
 */
export function parseProgress(text: string, rules: RuleSet): WalkProgress | undefined {
  const value = parseRecord(text);
  if (!value || value['version'] !== version) return undefined;
  const locale = locales.find((each) => each === value['locale']);
  const place = placeFrom(value['place']);
  const workflow = value['workflow'];
  if (!locale || !place) return undefined;
  if (workflow !== undefined && (typeof workflow !== 'string' || !rules.workflows.has(workflow)))
    return undefined;
  const outcome = outcomes.find((each) => each === value['outcome']);
  const pass = Number.isSafeInteger(value['pass']) ? Number(value['pass']) : 1;
  return {
    locale,
    ...(workflow === undefined ? {} : { workflow }),
    example: value['example'] === true,
    place: workflow === undefined && !beforeTask.has(place.stage) ? { stage: 'tasks' } : place,
    trail: listFrom(value['trail']).flatMap((each) => placeFrom(each) ?? []),
    answers: answersFrom(value['answers'], rules),
    proposals: answersFrom(value['proposals'], rules),
    askedAgain: textsFrom(value['askedAgain']),
    seenCautions: textsFrom(value['seenCautions']),
    confirmations: confirmationsFrom(value['confirmations']),
    acknowledged: textsFrom(value['acknowledged']),
    pass,
    done: textsFrom(value['done']),
    ...(outcome === undefined ? {} : { outcome }),
  };
}

const beforeTask: ReadonlySet<string> = new Set(['language', 'resume', 'partner', 'tasks']);

function parseRecord(text: string): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : undefined;
  } catch {
    return undefined;
  }
}

function placeFrom(value: unknown): Place | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const { stage, item } = value as Record<string, unknown>;
  const found = stages.find((each) => each === stage);
  if (!found) return undefined;
  return typeof item === 'string' ? { stage: found, item } : { stage: found };
}

function answersFrom(value: unknown, rules: RuleSet): Map<string, Answer> {
  const answers = new Map<string, Answer>();
  for (const [name, found] of entriesFrom(value)) {
    const fact = rules.facts.get(name);
    if (!fact || typeof found !== 'object' || found === null) continue;
    const { kind, value: given } = found as Record<string, unknown>;
    if (kind === 'unknown') answers.set(name, { kind });
    else if (kind === 'at-least' && fact.type === 'integer' && factAccepts(fact, given))
      answers.set(name, { kind, value: given as number });
    else if (kind === 'value' && factAccepts(fact, given))
      answers.set(name, { kind, value: given as FactValue });
  }
  return answers;
}

function confirmationsFrom(value: unknown): Map<string, Confirmation> {
  const confirmations = new Map<string, Confirmation>();
  for (const [id, found] of entriesFrom(value))
    if (found === 'yes' || found === 'no' || found === 'unknown') confirmations.set(id, found);
  return confirmations;
}

function entriesFrom(value: unknown): [string, unknown][] {
  return listFrom(value).flatMap((entry) => {
    const [name, found] = listFrom(entry);
    return typeof name === 'string' ? [[name, found] as [string, unknown]] : [];
  });
}

function textsFrom(value: unknown): string[] {
  return listFrom(value).filter((each) => typeof each === 'string');
}

function listFrom(value: unknown): unknown[] {
  return Array.isArray(value) ? (value as unknown[]) : [];
}
