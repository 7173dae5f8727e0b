import { statSync } from 'node:fs';
import { resolve } from 'node:path';
import { compareDiagnostics, type Diagnostic } from '../diagnostic/diagnostic.ts';
import { suggestName } from '../diagnostic/suggestion.ts';
import { InputError } from '../diagnostic/input-error.ts';
import { type Locale, locales, negotiateLocale } from '../locale/negotiate.ts';
import type { Translator } from '../locale/translator.ts';
import { loadTranslator } from '../project/load-translator.ts';
import { packageRoot } from '../project/package-root.ts';
import { findProjectRoot, loadProject, type Project } from '../project/load-project.ts';
import { formatDiagnostics } from '../report/format-diagnostics.ts';
import { createStyle } from '../report/style.ts';
import { type Command, type CommandContext, exitCodes } from './command.ts';
import { commands } from './commands.ts';
import { columnsOf, type Io, wantsColours } from './io.ts';
import { commonOptions, parseOptions, type ParsedOptions, splitCommand } from './options.ts';
import { versionText } from './version.ts';

/**
 * Runs one command line in-process.
 *
 * @param argv Arguments after the program's name.
 * @returns The exit code. Whatever goes wrong ends in a message and a code, never in a stack trace.
 */
export async function run(argv: readonly string[], io: Io): Promise<number> {
  const { name: first, rest } = splitCommand(argv);
  const isCommand = first !== undefined && Object.hasOwn(commands, first);
  const command: Command | undefined = isCommand ? commands[first] : defaultCommand(first, io);
  const specs = { ...commonOptions, ...command?.options };
  const options = parseOptions(isCommand ? rest : argv, specs);

  const explicit = [options.values.get('locale')?.[0], io.env['WAYMARK_LOCALE']];
  const surroundings = [io.env['LC_ALL'], io.env['LC_MESSAGES'], io.env['LANG'], io.systemLocale];
  const { locale, unmet } = negotiateLocale(explicit, surroundings);
  const style = createStyle(wantsColours(io));
  const [wanted] = options.values.get('project') ?? [];
  const root = wanted === undefined ? (findProjectRoot(io.cwd) ?? packageRoot) : resolve(io.cwd, wanted);
  const { translator, diagnostics: catalogFaults } = loadTranslator(root, locale);
  const translatorFor = translators(root, translator);
  const report = (diagnostics: readonly Diagnostic[]): void => {
    if (diagnostics.length === 0) return;
    const errorStyle = createStyle(wantsColours(io, 'stderr'));
    io.stderr.write(
      formatDiagnostics(diagnostics.toSorted(compareDiagnostics), translator.translate, errorStyle),
    );
  };
  report(catalogFaults);
  if (unmet !== undefined) report([unmetLocale(unmet)]);

  try {
    return await dispatch(
      first,
      command,
      isCommand,
      { options, translator, translatorFor, style, root, report },
      io,
    );
  } catch (error) {
    if (error instanceof InputError) report(error.diagnostics);
    else {
      const reason = error instanceof Error ? error.message : String(error);
      report([{ code: 'internal-error', severity: 'error', values: { reason } }]);
      if ((io.env['WAYMARK_DEBUG'] ?? '') !== '' && error instanceof Error)
        io.stderr.write(`${error.stack}\n`);
    }
    return exitCodes.cannotJudge;
  }
}

async function dispatch(
  first: string | undefined,
  command: Command | undefined,
  isCommand: boolean,
  made: Pick<CommandContext, 'translator' | 'translatorFor' | 'style' | 'root' | 'report'> & {
    options: ParsedOptions;
  },
  io: Io,
): Promise<number> {
  const { options, translator, translatorFor, style, root, report } = made;
  const write = (text: string): void => void io.stdout.write(text);
  const help = { columns: columnsOf(io), style };
  let project: Promise<Project> | undefined;
  const [content] = options.values.get('content') ?? [];
  const contentFolder =
    content === undefined ? undefined : { folder: resolve(io.cwd, content), shownFrom: io.cwd };
  const load = (): Promise<Project> => (project ??= loadProject(root, contentFolder));

  if (options.flags.has('version')) {
    write(versionText(await load(), packageRoot, translator.translate));
    return exitCodes.ok;
  }
  const askedForHelp = options.flags.has('help') || first === 'help';
  if (askedForHelp || (command === undefined && first === undefined && options.diagnostics.length === 0)) {
    // `waymark help check` asks for the same as `waymark check --help`.
    const topic = first === 'help' ? options.positionals[1] : first;
    if (first === 'help' && topic !== undefined && !Object.hasOwn(commands, topic)) {
      report([unknownCommand(topic)]);
      return exitCodes.cannotJudge;
    }
    const asked = topic !== undefined && Object.hasOwn(commands, topic) ? commands[topic] : undefined;
    const { commandHelp, mainHelp } = await import('./help.ts');
    write(
      topic !== undefined && asked
        ? commandHelp(topic, asked, translator, help)
        : mainHelp(commands, translator, help),
    );
    return exitCodes.ok;
  }
  if (command === undefined) {
    report(first === undefined ? options.diagnostics : [unknownCommand(first)]);
    return exitCodes.cannotJudge;
  }
  const [format = command.formats[0] ?? 'pretty'] = options.values.get('format') ?? [];
  const problems = [...options.diagnostics, ...missingProject(options, root)];
  if (!command.formats.includes(format)) {
    const values = { found: format, expected: command.formats.join(', ') };
    problems.push({ code: 'unknown-format', severity: 'error', path: '--format', values });
  }
  if (problems.length > 0) {
    report(problems);
    return exitCodes.cannotJudge;
  }
  const module = await command.load();
  return module.run({
    io,
    options,
    translator,
    translatorFor,
    style,
    format,
    root,
    project: load,
    report,
    write,
  });
}

/** A folder that is not there has no rules, pages or words to say so; what writes may begin a project in it. */
function missingProject({ values, flags }: ParsedOptions, root: string): Diagnostic[] {
  const [found] = values.get('project') ?? [];
  if (found === undefined || flags.has('write') || isFolder(root)) return [];
  return [{ code: 'not-a-folder', severity: 'error', path: '--project', values: { found } }];
}

function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
}

/** Makes the words of other languages when they are asked for, each once. */
function translators(root: string, first: Translator): (locale: Locale) => Translator {
  const made = new Map([[first.locale, first]]);
  return (locale) => {
    const translator = made.get(locale) ?? loadTranslator(root, locale).translator;
    made.set(locale, translator);
    return translator;
  };
}

/** Gives the command that `waymark` alone means: the walkthrough on a terminal, else help. */
function defaultCommand(first: string | undefined, io: Io): Command | undefined {
  return first === undefined && io.stdout.isTTY === true ? commands['walk'] : undefined;
}

function unknownCommand(found: string): Diagnostic {
  const names = Object.keys(commands);
  return {
    code: 'unknown-command',
    severity: 'error',
    values: { found, expected: names.join(', ') },
    ...suggestName(found, names, (name) => `waymark ${name}`),
  };
}

function unmetLocale(found: string): Diagnostic {
  const diagnostic: Diagnostic = {
    code: 'locale-not-available',
    severity: 'warning',
    values: { found, expected: locales.join(', ') },
  };
  return /^zh/iu.test(found) ? { ...diagnostic, hint: { code: 'use-simplified' } } : diagnostic;
}
