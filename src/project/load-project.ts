import { existsSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { DocumentIndex } from '../content/document-index.ts';
import type { Document } from '../content/document.ts';
import { findPages, readDocument } from '../content/read-documents.ts';
import type { Diagnostic } from '../diagnostic/diagnostic.ts';
import { loadRules } from '../rules/load-rules.ts';
import type { RuleSet } from '../rules/project.ts';
import { type Configuration, loadConfiguration } from './configuration.ts';

/** Rules, documents and settings of one folder. */
export interface Project {
  /** Absolute path of the folder that holds `rules/`. */
  root: string;
  rules: RuleSet;
  documents: DocumentIndex;
  configuration: Configuration;
  /** What is wrong with documents and settings; what is wrong with rules stands in `rules.diagnostics`. */
  diagnostics: Diagnostic[];
}

/**
 * Loads a project: every problem is a diagnostic, and what does not depend on it is there.
 *
 * @param root Folder that holds `rules/`, `locales/` and `content/`.
 * @param contentFolder Where the documents are, when not in `content/` of the project.
 */
export async function loadProject(root: string, contentFolder?: string): Promise<Project> {
  const absolute = resolve(root);
  const { configuration, diagnostics } = await loadConfiguration(absolute);
  const rules = await loadRules(absolute);
  const documents: Document[] = [];
  const content = contentFolder === undefined ? join(absolute, 'content') : resolve(contentFolder);
  const base = contentFolder === undefined ? absolute : process.cwd();
  for (const page of await listPages(content, diagnostics)) {
    const result = await readDocument(page, shownPath(base, page));
    if ('error' in result) diagnostics.push(result.error);
    else {
      documents.push(result.document);
      diagnostics.push(...result.document.diagnostics);
    }
  }
  return { root: absolute, rules, documents: new DocumentIndex(documents), configuration, diagnostics };
}

/** Finds the nearest folder at or above `from` that holds `rules/`, or undefined. */
export function findProjectRoot(from: string): string | undefined {
  for (let folder = resolve(from); ; folder = dirname(folder)) {
    if (existsSync(join(folder, 'rules', 'facts.yaml'))) return folder;
    if (dirname(folder) === folder) return undefined;
  }
}

async function listPages(folder: string, diagnostics: Diagnostic[]): Promise<string[]> {
  try {
    const pages = await findPages(folder);
    if (pages.length === 0) diagnostics.push({ code: 'no-documents', severity: 'warning', path: folder });
    return pages;
  } catch {
    diagnostics.push({ code: 'no-documents', severity: 'warning', path: folder });
    return [];
  }
}

function shownPath(base: string, path: string): string {
  const below = relative(base, path);
  return below.startsWith('..') ? path : below;
}
