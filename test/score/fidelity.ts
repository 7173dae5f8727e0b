/* Prints how well the fidelity checks do: on confirmed translations, on own sentences and over the corpus. */
import { leaveOut } from '../left-out.ts';
import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { fidelityChecks } from '../../src/sync/finding.ts';
import { checkSentence, type Pair } from '../sync/fidelity/check-sentence.ts';
import { checkCorpus, readVerdicts } from '../sync/fidelity/corpus.ts';
import { localeOf, readOwnSentences } from '../sync/fidelity/own-sentences.ts';

const fidelity = new Set<string>(fidelityChecks);
const percent = (part: number, whole: number): string =>
  whole === 0 ? '–' : `${((100 * part) / whole).toFixed(1)} %`;

function printConfirmed(): void {
  const file = new URL('../fixtures/fidelity/confirmed.yaml', import.meta.url);
  const pairs = parse(readFileSync(file, 'utf8')) as (Pair & { locale: string })[];
  const found = pairs.filter(({ locale, ...pair }) =>
    checkSentence(locale, pair).some(({ check }) => fidelity.has(check)),
  );
  console.log(`confirmed translations: ${found.length} of ${pairs.length} found`);
}

function printOwn(): void {
  console.log('own sentences        found  missed  false  silent');
  const sentences = readOwnSentences().map((sentence) =>
    Object.assign(sentence, {
      checks: checkSentence(localeOf[sentence.language], sentence).map(({ check }) => check as string),
    }),
  );
  const row = (name: string, some: typeof sentences): void => {
    const wrong = some.filter(({ expected }) => expected === 'found');
    const right = some.filter(({ expected }) => expected === 'silent');
    const found = wrong.filter(({ check, checks }) => checks.includes(check)).length;
    const alarms = right.filter(({ checks }) => checks.some((check) => fidelity.has(check))).length;
    const cells = [found, wrong.length - found, alarms, right.length - alarms];
    console.log(`  ${name.padEnd(17)} ${cells.map((cell) => String(cell).padStart(6)).join(' ')}`);
  };
  for (const check of fidelityChecks)
    for (const language of Object.keys(localeOf))
      row(
        `${check} ${language}`,
        sentences.filter((each) => each.check === check && each.language === language),
      );
  row('all', sentences);
}

async function printCorpus(): Promise<void> {
  const checked = await checkCorpus();
  if (!checked) {
    leaveOut('the corpus (no shared/ folder)');
    return;
  }
  const { segments, findings } = checked;
  const verdicts = readVerdicts();
  const row = (name: string, some: typeof findings): void => {
    const read = some.filter(({ group }) => verdicts.has(group));
    const right = read.filter(({ group }) => verdicts.get(group)?.right === true);
    const rate = ((1000 * some.length) / segments).toFixed(2);
    const wrong = ((1000 * (some.length - right.length)) / segments).toFixed(2);
    console.log(
      `  ${name.padEnd(17)} ${String(some.length).padStart(4)}  ${rate} per 1000, not right ${wrong} per 1000; read ${read.length}, right ${percent(right.length, read.length)}`,
    );
  };
  console.log(`corpus: ${segments} segments`);
  for (const check of fidelityChecks)
    row(
      check,
      findings.filter((finding) => finding.check === check),
    );
  for (const locale of Object.values(localeOf))
    row(
      locale,
      findings.filter((finding) => finding.locale === locale),
    );
  row(
    'errors',
    findings.filter(({ severity }) => severity === 'error'),
  );
  row('all', findings);
  const groups = new Map(findings.map((finding) => [finding.group, finding]));
  row('all, each once', [...groups.values()]);
}

printConfirmed();
printOwn();
await printCorpus();
