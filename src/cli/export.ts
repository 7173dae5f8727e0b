import { resolve } from 'node:path';
import { type Diagnostic, hasErrors } from '../diagnostic/diagnostic.ts';
import { matchLocale } from '../locale/negotiate.ts';
import { writeOutput } from './write-output.ts';
import { describeExchange } from '../report/describe-exchange.ts';
import { checkDocument } from '../sync/check-document.ts';
import {
  type ExchangeText,
  isExchangeable,
  isOpen,
  type WordedText,
} from '../sync/exchange/exchange-text.ts';
import { elementsBySegment, listPageTexts, pagesIn } from '../sync/exchange/page-exchange.ts';
import { writePo } from '../sync/exchange/write-po.ts';
import { writeXliff } from '../sync/exchange/write-xliff.ts';
import { loadLanguages } from '../sync/fidelity/load-languages.ts';
import { type CommandContext, exitCodes } from './command.ts';
import { readProjectTexts, targetLocales } from './exchange-texts.ts';

/** Writes what is missing or in question, of catalogs and pages, for translators. */
export async function run(context: CommandContext): Promise<number> {
  const { options, root, translator, io } = context;
  const settings = readSettings(context);
  if (!settings) return exitCodes.cannotJudge;
  const { format, locale, output } = settings;
  const project = await readProjectTexts(root);
  const diagnostics = [...project.diagnostics];
  const catalogTexts = project.texts.filter((text) => locale === undefined || text.locale === locale);
  const chosen = options.flags.has('all') ? catalogTexts : openTexts(catalogTexts);
  const pages = await pageTexts(context, locale);
  const texts = [...chosen, ...pages]
    .filter((text) => {
      const fits = [text.source, text.target ?? '', text.note ?? ''].every(isExchangeable);
      if (!fits)
        diagnostics.push({
          code: 'not-exchangeable',
          severity: 'error',
          path: text.original,
          values: { key: text.id },
        });
      return fits;
    })
    .map((text): WordedText => describeExchange(text, translator.translate));
  const written = format === 'po' ? writePo(texts, locale ?? '') : writeXliff(texts);
  if (output === undefined) context.write(written);
  else {
    const fault = writeOutput(resolve(io.cwd, output), written, output);
    if (fault) diagnostics.push(fault);
    else {
      const values = { count: texts.length, path: output };
      io.stderr.write(`${translator.translate('report:exchange.exported', values)}\n`);
    }
  }
  context.report(diagnostics);
  return hasErrors(diagnostics) ? exitCodes.cannotJudge : exitCodes.ok;
}

interface ExportSettings {
  format: 'xliff' | 'po';
  locale?: string;
  output?: string;
}

function readSettings({ options, report }: CommandContext): ExportSettings | undefined {
  const diagnostics: Diagnostic[] = [];
  const unexpected = (path: string, found: string, expected: string): void =>
    void diagnostics.push({ code: 'unexpected-value', severity: 'error', path, values: { found, expected } });
  const [to] = options.values.get('to') ?? [];
  const [wanted] = options.values.get('locale') ?? [];
  const [output] = options.values.get('output') ?? [];
  const locale = wanted === undefined ? undefined : matchLocale(wanted);
  for (const found of options.positionals)
    diagnostics.push({ code: 'unexpected-argument', severity: 'error', values: { found } });
  if (to !== 'xliff' && to !== 'po') {
    if (to === undefined)
      diagnostics.push({
        code: 'missing-argument',
        severity: 'error',
        values: { expected: '--to xliff|po' },
      });
    else unexpected('--to', to, 'xliff, po');
  }
  if (wanted !== undefined && (locale === undefined || locale === 'en'))
    unexpected('--locale', wanted, targetLocales.join(', '));
  if (to === 'po' && wanted === undefined)
    diagnostics.push({
      code: 'missing-argument',
      severity: 'error',
      values: { expected: `--locale ${targetLocales.join('|')}` },
    });
  report(diagnostics);
  if (diagnostics.length > 0) return undefined;
  return {
    format: to === 'po' ? 'po' : 'xliff',
    ...(locale === undefined ? {} : { locale }),
    ...(output === undefined ? {} : { output }),
  };
}

/** Keeps what is missing or in question, with what is recorded together with it. */
function openTexts(texts: readonly ExchangeText[]): ExchangeText[] {
  const open = new Set(texts.filter(({ state, why }) => isOpen(state) || why.length > 0).map(groupOf));
  return texts.filter((text) => open.has(groupOf(text)));
}

function groupOf({ locale, base, record }: ExchangeText): string {
  return `${locale} ${record?.key ?? base}`;
}

async function pageTexts(context: CommandContext, locale: string | undefined): Promise<ExchangeText[]> {
  const { rules, documents } = await context.project();
  const languages = await loadLanguages();
  const elements = elementsBySegment(rules, documents);
  return pagesIn(documents.all, locale).flatMap((page) =>
    listPageTexts(page, checkDocument(page, { languages }), elements),
  );
}
