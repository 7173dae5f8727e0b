import { readdirSync } from 'node:fs';
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

/** Where the documents of a project are, when not in its `content/`. */
export interface ContentFolder {
  folder: string;
  /** Folder that paths are shown relative to. */
  shownFrom: string;
}

/**
 * Loads a project: every problem is a diagnostic, and what does not depend on it is there.
 *
 * @param root Folder that holds `rules/`, `locales/` and `content/`.
 */
export async function loadProject(root: string, contentFolder?: ContentFolder): Promise<Project> {
  const absolute = resolve(root);
  const { configuration, diagnostics } = await loadConfiguration(absolute);
  const rules = await loadRules(absolute);
  const documents: Document[] = [];
  const content = contentFolder === undefined ? join(absolute, 'content') : resolve(contentFolder.folder);
  const base = contentFolder === undefined ? absolute : contentFolder.shownFrom;
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

/** Finds the nearest folder at or above `from` whose `rules/` holds YAML, or undefined. */
export function findProjectRoot(from: string): string | undefined {
  for (let folder = resolve(from); ; folder = dirname(folder)) {
    if (holdsRules(join(folder, 'rules'))) return folder;
    if (dirname(folder) === folder) return undefined;
  }
}

function holdsRules(folder: string): boolean {
  try {
    return readdirSync(folder).some((name) => name.endsWith('.yaml'));
  } catch {
    return false;
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
