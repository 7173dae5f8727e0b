import { existsSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { type Diagnostic, hasErrors } from '../diagnostic/diagnostic.ts';
import { readText } from '../diagnostic/read-text.ts';
import { writeOutput } from './write-output.ts';
import { editCatalog } from '../sync/exchange/edit-catalog.ts';
import { type JudgedReturn, judgeReturned } from '../sync/exchange/judge-returned.ts';
import { readPo } from '../sync/exchange/read-po.ts';
import { readXliff } from '../sync/exchange/read-xliff.ts';
import { putReview } from '../sync/review/review-file.ts';
import { type CommandContext, exitCodes } from './command.ts';
import { readProjectTexts } from './exchange-texts.ts';

/** Takes translations that came back into the catalogs; what would break them is refused with its place. */
export async function run(context: CommandContext): Promise<number> {
  const { options, root, io, translator } = context;
  const [file, ...more] = options.positionals;
  if (file === undefined || more.length > 0) {
    const code = file === undefined ? 'missing-argument' : 'unexpected-argument';
    context.report([{ code, severity: 'error', values: { expected: 'FILE', found: more.join(' ') } }]);
    return exitCodes.cannotJudge;
  }
  const text = await readText(resolve(io.cwd, file), file, { pipes: true });
  if (typeof text !== 'string') {
    context.report([text]);
    return exitCodes.cannotJudge;
  }
  const returned = /^\ufeff?\s*</u.test(text) ? readXliff(text, file) : readPo(text, file);
  const project = await readProjectTexts(root);
  const faults = [...returned.diagnostics, ...project.diagnostics];
  const judged = judgeReturned(returned.texts, project.texts, file);
  if (returned.texts.length > 0 && judged.known === 0) {
    faults.push({ code: 'exchange-foreign', severity: 'error', path: file });
    faults.push(...judged.diagnostics.filter(({ code }) => code === 'exchange-locale'));
  }
  if (returned.texts.length === 0 && returned.pages === 0 && !hasErrors(faults))
    faults.push({ code: 'exchange-empty', severity: 'error', path: file });
  if (hasErrors(faults)) {
    context.report(faults);
    return exitCodes.cannotJudge;
  }
  const written = await writeReturned(judged, project.english, root);
  if (returned.pages > 0)
    judged.diagnostics.push({
      code: 'exchange-pages',
      severity: 'info',
      path: file,
      values: { count: returned.pages },
    });
  context.report([...judged.diagnostics, ...written.diagnostics]);
  for (const path of written.paths) context.write(`${path}\n`);
  const summary = translator.translate('report:exchange.imported', { count: judged.taken });
  io.stderr.write(`${summary}\n`);
  if (written.diagnostics.length > 0) return exitCodes.cannotJudge;
  return hasErrors(judged.diagnostics) ? exitCodes.found : exitCodes.ok;
}

async function writeReturned(
  { texts, records }: JudgedReturn,
  english: Readonly<Record<string, object>>,
  root: string,
): Promise<{ paths: string[]; diagnostics: Diagnostic[] }> {
  const paths: string[] = [];
  const diagnostics: Diagnostic[] = [];
  const edit = async (shown: string, change: (text: string) => string): Promise<void> => {
    const path = join(root, shown);
    const before = existsSync(path) ? await readText(path, shown) : '';
    const fault = typeof before === 'string' ? writeOutput(path, change(before), shown) : before;
    if (fault) diagnostics.push(fault);
    else paths.push(shown);
  };
  for (const locale of new Set([...texts.keys(), ...records.keys()])) {
    await mkdir(join(root, 'locales', locale), { recursive: true });
    for (const [namespace, changes] of texts.get(locale) ?? [])
      await edit(`locales/${locale}/${namespace}.json`, (text) =>
        editCatalog(text, changes, english[namespace] ?? {}),
      );
    const own = records.get(locale);
    if (own) await edit(`locales/${locale}/review.yaml`, (text) => putReview(text, own));
  }
  return { paths, diagnostics };
}
