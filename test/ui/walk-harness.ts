import { join } from 'node:path';
import { decide } from '../../src/engine/decide.ts';
import { loadCatalogs } from '../../src/locale/load-catalogs.ts';
import type { Locale } from '../../src/locale/negotiate.ts';
import { createTranslator, type Translator } from '../../src/locale/translator.ts';
import { loadProject, type Project } from '../../src/project/load-project.ts';
import { createStyle } from '../../src/report/style.ts';
import type { ProgressStore } from '../../src/ui/effects/progress-file.ts';
import type { RecordWriter } from '../../src/ui/effects/record-file.ts';
import type { Press } from '../../src/ui/keys.ts';
import type { Size } from '../../src/ui/layout/size.ts';
import { type WalkOutside, WalkSession } from '../../src/ui/session.ts';
import { beginWalk, type WalkStart } from '../../src/ui/state/begin-walk.ts';

const root = join(import.meta.dirname, '../..');
let loaded: Promise<Project> | undefined;
const translators = new Map<Locale, Translator>();

/** Gives the project of this repository, loaded once. */
export function sharedProject(): Promise<Project> {
  return (loaded ??= loadProject(root));
}

/** Gives the words of a language. */
export function wordsOf(locale: Locale): Translator {
  const known = translators.get(locale);
  if (known) return known;
  const made = createTranslator(locale, loadCatalogs([join(root, 'locales')], [locale, 'en']).catalogs);
  translators.set(locale, made);
  return made;
}

/** Keeps progress in memory, with every text that was ever kept. */
export interface MemoryStore extends ProgressStore {
  texts: string[];
}

/** Makes a store in memory. */
export function memoryStore(): MemoryStore {
  const texts: string[] = [];
  const kept = new Map<string | undefined, string>();
  return {
    pathOf: () => 'memory',
    texts,
    load: () => [...kept.values()].toReversed(),
    save: (text, workflow) => {
      texts.push(text);
      kept.delete(workflow);
      kept.set(workflow, text);
    },
    remove: (workflow) => void kept.delete(workflow),
  };
}

/** A walk in a test, with what it wrote. */
export interface TestWalk {
  session: WalkSession;
  store: MemoryStore;
  records: Map<string, string>;
  /** Presses keys and gives what is seen then, as one text. */
  press: (...presses: Press[]) => Promise<string>;
  /** Presses arrows until the choice with these words is lit, then Enter. */
  choose: (words: string) => Promise<string>;
  text: () => string;
}

/** Starts a walk as a person would meet it. */
export async function startWalk(
  start: Partial<WalkStart> = {},
  options: { size?: Size; isSpoken?: boolean; store?: ProgressStore; outside?: Partial<WalkOutside> } = {},
): Promise<TestWalk> {
  const project = await sharedProject();
  const store = memoryStore();
  const records = new Map<string, string>();
  const writer: RecordWriter = {
    write: (file, text) => {
      records.set(file, text);
      return file;
    },
    writeNew: (workflow, format, text) => {
      const name = `${workflow}.${format}`;
      records.set(name, text);
      return name;
    },
  };
  const outside: WalkOutside = {
    project,
    translatorFor: wordsOf,
    decide: (workflow, facts) => decide(project.rules, project.documents, workflow, facts),
    store: options.store ?? store,
    records: writer,
    origins: new Map(),
    now: () => new Date(0),
    ...options.outside,
  };
  const begun = beginWalk(
    { locale: 'en', isLocaleChosen: false, facts: new Map(), resume: false, ...start },
    project.rules,
  );
  const session = new WalkSession(begun, outside, {
    size: options.size ?? { columns: 80, rows: 200 },
    style: createStyle(false),
    isSpoken: options.isSpoken ?? false,
  });
  await session.start();
  const text = (): string => session.view().frame.lines.join('\n');
  const press = async (...presses: Press[]): Promise<string> => {
    await session.press(presses);
    return text();
  };
  const choose = async (words: string): Promise<string> => {
    const { choices } = session.view().frame;
    const wanted = choices.findIndex(({ label }) => label.includes(words));
    if (wanted < 0)
      throw new Error(`no choice “${words}” among: ${choices.map(({ label }) => label).join(' | ')}`);
    // In a window, a press may scroll first, so the way there is not counted but watched.
    for (let presses = 0; session.view().frame.lit !== wanted && presses < 500; presses += 1)
      await press(session.view().frame.lit < wanted ? 'down' : 'up');
    const before = session.state;
    for (let presses = 0; session.state.scroll !== before.scroll || presses === 0; presses += 1) {
      const { scroll } = session.state;
      await press('enter');
      if (session.state.scroll === scroll || presses > 50) break;
    }
    return text();
  };
  return { session, store, records, press, choose, text };
}
