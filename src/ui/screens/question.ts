import { listFacts } from '../../rules/condition.ts';
import type { Fact } from '../../rules/workflow.ts';
import { type Block, type ChoiceBlock, choice, gap, type Screen, text } from '../layout/block.ts';
import { oneOrMoreSuffices } from '../state/answers.ts';
import { checkedBefore } from '../state/reduce-screen.ts';
import type { Answer, WalkState } from '../state/walk-state.ts';
import { answerWords } from './answer-words.ts';
import { noted, type ScreenContext, taskOf, word } from './context.ts';
import { quotation } from './quotation.ts';

/** Asks for one fact: choices where there are few values, digits for a count, and always "I don't know". */
export function questionScreen(state: WalkState, context: ScreenContext): Screen {
  const fact = context.project.rules.facts.get(state.place.item ?? '');
  if (!fact) return { blocks: [choice(word(context, 'menu.back'), { type: 'back' })] };
  const { translate } = context.translator;
  const proposal = state.answers.has(fact.name) ? undefined : state.proposals.get(fact.name);
  const heading: Block[] = [text(translate(`facts:${fact.name}.question`), 'strong')];
  if (proposal) {
    const isExample = state.example && !isAskedAgain(fact, state);
    const key = isExample ? 'question.example-answer' : 'question.earlier-answer';
    heading.push(text(word(context, key, { value: answerWords(fact.name, proposal, context) }), 'faint'));
  }
  if (state.draft.text !== undefined) return numberScreen(fact, heading, state, context);
  const choices = choicesFor(fact, state, context);
  return {
    blocks: [...heading, ...choices, ...reasons(fact, state, context)],
    // Once a box is ticked by hand, the light stays where it is; on an answer that did not do it would be taken again.
    initial: state.draft.checked || isAskedAgain(fact, state) ? 0 : Math.max(0, choices.findIndex(isGiven)),
    ...(fact.type === 'integer' ? { input: 'number' as const } : {}),
    ...(fact.type === 'codes' ? { input: 'list' as const } : {}),
  };
}

function choicesFor(fact: Fact, state: WalkState, context: ScreenContext): ChoiceBlock[] {
  const { translate } = context.translator;
  const proposed = isAskedAgain(fact, state) ? undefined : state.proposals.get(fact.name);
  const given = state.answers.get(fact.name) ?? proposed;
  const offer = (label: string, answer: Answer): ChoiceBlock =>
    choice(
      label,
      { type: 'answer', fact: fact.name, answer },
      isSame(given, answer) ? { mark: 'chosen' } : {},
    );
  const unknown = offer(word(context, 'answer.unknown'), { kind: 'unknown' });
  switch (fact.type) {
    case 'boolean':
      return [
        offer(word(context, 'answer.yes'), { kind: 'value', value: true }),
        offer(word(context, 'answer.no'), { kind: 'value', value: false }),
        unknown,
      ];
    case 'code':
      return [
        ...(fact.values ?? []).map((value) =>
          offer(translate(`facts:${fact.name}.values.${value}`), { kind: 'value', value }),
        ),
        unknown,
      ];
    case 'codes':
      return [...listChoices(fact, state, context), unknown];
    case 'integer':
      return [...countChoices(fact, given, state, context, offer), unknown];
  }
}

/** Tells whether a fact is asked once more, its answer having blocked the way or left it open. */
function isAskedAgain({ name }: Fact, { answers, askedAgain }: WalkState): boolean {
  return !answers.has(name) && askedAgain.includes(name);
}

function listChoices(fact: Fact, state: WalkState, context: ScreenContext): ChoiceBlock[] {
  const checked = state.draft.checked ?? checkedBefore(state);
  const chosen = (fact.values ?? []).filter((code) => checked.includes(code));
  const boxes = (fact.values ?? []).map((code) =>
    choice(
      context.translator.translate(`facts:${fact.name}.values.${code}`),
      { type: 'check', code },
      { mark: checked.includes(code) ? 'ticked' : 'unticked' },
    ),
  );
  const label =
    chosen.length === 0
      ? word(context, 'question.none-of-these')
      : word(context, 'question.take', { count: chosen.length });
  return [
    ...boxes,
    choice(label, { type: 'answer', fact: fact.name, answer: { kind: 'value', value: chosen } }),
  ];
}

function countChoices(
  fact: Fact,
  given: Answer | undefined,
  state: WalkState,
  context: ScreenContext,
  offer: (label: string, answer: Answer) => ChoiceBlock,
): ChoiceBlock[] {
  const task = taskOf(state, context);
  const exact =
    given?.kind === 'value' && typeof given.value === 'number' && given.value > 0 ? given.value : undefined;
  return [
    ...((fact.minimum ?? 0) <= 0 ? [offer(word(context, 'answer.zero'), { kind: 'value', value: 0 })] : []),
    ...(task && oneOrMoreSuffices(fact, task)
      ? [offer(word(context, 'answer.one-or-more'), { kind: 'at-least', value: 1 })]
      : []),
    choice(
      noted(context, word(context, 'question.exact-number'), exact === undefined ? [] : [String(exact)]),
      { type: 'type-number', text: exact === undefined ? '' : String(exact) },
      exact === undefined ? {} : { mark: 'chosen' },
    ),
  ];
}

function numberScreen(fact: Fact, heading: Block[], { draft }: WalkState, context: ScreenContext): Screen {
  const { minimum = 0, maximum = Number.MAX_SAFE_INTEGER } = fact;
  const value = Number(draft.text);
  const isReady = draft.text !== '' && draft.error !== 'range';
  return {
    blocks: [
      ...heading,
      text(`${draft.text ?? ''}_`, 'strong', '> '),
      draft.error === undefined
        ? text(word(context, 'question.type-number'), 'faint', '  ')
        : text(word(context, `question.wrong-${draft.error}`, { minimum, maximum }), 'bad', '! '),
      gap,
      ...(isReady
        ? [
            choice(word(context, 'question.take-number', { value: draft.text ?? '' }), {
              type: 'answer',
              fact: fact.name,
              answer: { kind: 'value', value },
            }),
          ]
        : []),
      choice(word(context, 'question.no-number'), { type: 'back' }),
    ],
    input: 'number',
  };
}

/** The most preconditions that are named as the reason of one question; the overview shows all. */
const mostTitles = 3;

/** Says why a question is asked and where to look, with the sentence of the page. */
function reasons(fact: Fact, state: WalkState, context: ScreenContext): Block[] {
  const { translator, report } = context;
  const field = (name: string): string | undefined =>
    translator.lookup(`facts:${fact.name}.${name}`) ??
    translator.lookup(`facts:${fact.name}.${name}`, {}, 'en');
  const task = taskOf(state, context);
  const asking = (task?.preconditions ?? [])
    .filter(({ require, audience }) => listFacts(require, audience).includes(fact.name))
    .flatMap(({ id }) => report?.preconditions.find((each) => each.id === id) ?? []);
  const shown = asking.slice(0, mostTitles);
  const why = [
    field('help'),
    ...shown.map(({ title }) => translator.translate('interface:quote', { text: title })),
  ].filter((each) => each !== undefined);
  const where = field('where');
  return [
    ...(where === undefined
      ? []
      : [gap, text(word(context, 'question.where'), 'strong'), text(where, 'plain', '  ')]),
    gap,
    text(word(context, 'question.why'), 'strong'),
    ...why.map((each) => text(each, 'plain', '  ')),
    ...(shown.length < asking.length ? [text('…', 'plain', '  ')] : []),
    ...asking.slice(0, 1).flatMap(({ sources }) => quotation(sources, state, context)),
  ];
}

/** Tells whether a choice is the answer given before: a mark says so, and in a list that something is ticked. */
function isGiven({ mark, event }: ChoiceBlock, index: number, choices: readonly ChoiceBlock[]): boolean {
  const isTaking = event.type === 'answer' && choices[index - 1]?.event.type === 'check';
  return mark === 'chosen' || (isTaking && choices.some((each) => each.mark === 'ticked'));
}

function isSame(given: Answer | undefined, answer: Answer): boolean {
  if (given?.kind !== answer.kind) return false;
  return given.kind === 'unknown' || (answer.kind !== 'unknown' && given.value === answer.value);
}
