import { splitSentences } from '../../../content/split-sentences.ts';
import { readAsides } from './asides.ts';
import { draftSentence } from './draft-sentence.ts';
import type { DraftedPart } from './drafted-part.ts';
import { readTerm, underLead } from './led-item.ts';
import { draftBarred } from './list-lead.ts';
import { denies } from './negation.ts';
import { firstMatch, type Phrases } from '../phrases.ts';
import { type Place, readingUnder, toldBeside } from './place.ts';
import { proposeValues } from './proposed-values.ts';
import { caseElsewhere, partNotRead, type Vocabulary } from './reading.ts';
import { contentOf } from './residue.ts';
import { readRoleLine } from './role-line.ts';
import { requires, saysBound, saysRule } from './rule-words.ts';
import { cutOut, spansOf } from './span.ts';
import { splitRules, splitTurn } from './split-rules.ts';

/** Letters that are read of a text; what is longer is no sentence. */
const longest = 1500;
const apostrophe = /(?<=\p{L})[’ʼ](?=\p{L})/gu;

/**
 * Drafts the requirements that a sentence states, each by itself.
 *
 * @param place Where it stands, as far as that is known.
 */
export function draftPreconditions(
  text: string,
  phrases: Phrases,
  vocabulary: Vocabulary,
  place: Partial<Place> = {},
): DraftedPart[] {
  const { bearing = 'plain', lead = '', headings = [] } = place;
  const sentence = cleaned(text, phrases);
  // A bullet that is no list tells a case of what leads into it.
  const bullet = /^[•·▪‣]/u.test(text) ? 'unclear' : bearing;
  const unread = readingUnder(bullet, sentence, phrases, vocabulary);
  if (unread) return [{ words: text, reading: unread }];
  if (toldBeside(text, place, phrases)) return [{ words: text, reading: caseElsewhere }];
  const context = { phrases, vocabulary };
  const parts =
    bearing === 'turned'
      ? draftBarred(sentence, context)
      : draftParts(readTerm(sentence, lead, context) ?? text, phrases, vocabulary, headings);
  const led = lead === '' ? parts : underLead(parts, sentence, { bearing, lead, headings }, context);
  const meant = /[:：]\s{0,4}$/u.test(text) ? led.map(leaveOpen) : led;
  return meant.map((part) => proposeValues(part, vocabulary));
}

/** "Make sure that the photo shows:" says the rest in what follows, but for what the vocabulary knows. */
function leaveOpen(part: DraftedPart): DraftedPart {
  const proposes = part.reading.kind === 'condition' && part.reading.proposed.length > 0;
  return proposes ? { words: part.words, reading: { kind: 'unencodable', reason: 'elsewhere' } } : part;
}

/** Takes out what strays into words, and makes one apostrophe of several kinds. */
function cleaned(text: string, phrases: Phrases): string {
  return text.slice(0, longest).replace(phrases.strays, '').replace(apostrophe, "'").trimStart();
}

function draftParts(
  text: string,
  phrases: Phrases,
  vocabulary: Vocabulary,
  headings: readonly string[],
): DraftedPart[] {
  const sentence = cleaned(text, phrases);
  const roles = readRoleLine(sentence, phrases, vocabulary);
  if (roles) return [{ words: sentence, reading: roles }];
  // "(Yes or no)": how something is to be answered.
  const answers = spansOf(sentence, phrases.answers);
  if (answers.length > 0 && contentOf(cutOut(sentence, answers), phrases).length === 0)
    return [{ words: sentence, reading: { kind: 'unencodable', reason: 'nothing-named' } }];
  // "Confirm these: - There are no offers. - All is paid": a list in a row is not told from a sentence.
  if (/[.;:] - \p{L}.{0,300}[.;] - \p{L}/u.test(sentence)) return [{ words: sentence, reading: partNotRead }];
  const asides = readAsides(sentence, phrases);
  if (asides.kind === 'entwined') return [{ words: sentence, reading: partNotRead }];
  if (asides.kind === 'apart') {
    const unread = asides.brackets.map((words) => ({ words, reading: partNotRead }));
    return [...draftParts(asides.plain, phrases, vocabulary, headings), ...unread];
  }
  const all = sentencesOf(sentence, phrases).flatMap((each) => splitStatements(each, phrases));
  // Where to read more is asked of nobody.
  const sentences = all.filter((each) => firstMatch(each, phrases.pointers)?.start !== 0);
  if (sentences.length === 0)
    return [{ words: sentence, reading: { kind: 'unencodable', reason: 'elsewhere' } }];
  // Of several sentences only those that require something, or limit it, count.
  const telling = sentences.filter((each) => saysBound(each, phrases));
  // Of several sentences that only say what is, one may be denied and another not.
  if (telling.length === 0 && sentences.length > 1 && sentences.some((each) => denies(each, phrases)))
    return [{ words: sentence, reading: partNotRead }];
  const whole = all.length > 1 && sentences.length === all.length ? [sentence] : sentences;
  return (telling.length > 0 ? telling : whole)
    .flatMap((each) => {
      const [first = '', ...rest] = splitTurn(each, phrases);
      return rest.length > 0 && !saysBound(first, phrases) ? rest : [first, ...rest];
    })
    .flatMap((each) => splitRules(each, phrases))
    .flatMap((each) =>
      draftSentence(each, phrases, vocabulary, headings).map((part) =>
        // What was put together from clauses is shown as it stands, lest a negation is lost.
        part.reading.kind === 'unencodable' && !each.includes(part.words) ? { ...part, words: each } : part,
      ),
    )
    .map((part) => (part.words === '' ? { ...part, words: sentence } : part));
}

function sentencesOf(text: string, phrases: Phrases): string[] {
  const segmenter = new Intl.Segmenter(phrases.language, { granularity: 'sentence' });
  return splitSentences(text, segmenter)
    .map(({ segment }) => segment.trim())
    .filter((each) => each !== '');
}

/** "It is part of A; in B it isn't available": what only says something stands apart from a rule after it. */
function splitStatements(sentence: string, phrases: Phrases): string[] {
  // "You can put it off, however, you can't go on": said as after a semicolon.
  const turn = spansOf(sentence, phrases.turns).find(({ start, end }) => {
    return /[,，、]\s?$/u.test(sentence.slice(0, start)) && /^[,，、]/u.test(sentence.slice(end));
  });
  const at = turn?.start ?? sentence.search(/[;；]/u);
  if (at < 0) return [sentence];
  const [first, rest] = [sentence.slice(0, at), sentence.slice(turn ? turn.end + 1 : at + 1).trim()];
  // "You can't do A; you must B": a rule with a subject of its own.
  const own = phrases.spaced && saysRule(first, phrases) && firstMatch(rest, phrases.pronouns)?.start === 0;
  return (own || !saysBound(first, phrases)) && requires(rest, phrases) ? [first, rest] : [sentence];
}
