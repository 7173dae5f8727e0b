import { readdirSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { DocumentIndex } from '../content/document-index.ts';
import type { Document } from '../content/document.ts';
import { findPages } from '../content/find-pages.ts';
import type { Diagnostic } from '../diagnostic/diagnostic.ts';
import { fileError } from '../diagnostic/read-text.ts';
import type { RuleSet } from '../rules/project.ts';
import { type Configuration, loadConfiguration } from './configuration.ts';
import { readPage } from './read-page.ts';
import { digestRuleFiles, readSnapshot, rulesFromSnapshot } from './snapshot.ts';

/** Rules, documents and settings of one folder. */
export interface Project {
  /** Absolute path of the folder that holds `rules/`. */
  root: string;
  rules: RuleSet;
  documents: DocumentIndex;
  configuration: Configuration;
  /** What is wrong with documents and settings; what is wrong with rules stands in `rules.diagnostics`. */
  diagnostics: Diagnostic[];
  /** Paths of pages that could not be read, as diagnostics name them. */
  unreadPages: string[];
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
  const snapshot = readSnapshot();
  const { configuration, diagnostics } = await loadConfiguration(absolute, snapshot?.configuration);
  const rules = await loadProjectRules(absolute);
  const documents: Document[] = [];
  const unreadPages: string[] = [];
  const content = contentFolder === undefined ? join(absolute, 'content') : resolve(contentFolder.folder);
  const base = contentFolder === undefined ? absolute : contentFolder.shownFrom;
  for (const page of await listPages(content, diagnostics)) {
    const result = await readPage(page, shownPath(base, page));
    if ('error' in result) {
      diagnostics.push(result.error);
      unreadPages.push(result.path);
    } else {
      documents.push(result.document);
      diagnostics.push(...result.document.diagnostics);
    }
  }
  return {
    root: absolute,
    rules,
    documents: new DocumentIndex(documents),
    configuration,
    diagnostics,
    unreadPages,
  };
}

/** Loads the rules of a project: those that the build has read already are not read again. */
export async function loadProjectRules(root: string): Promise<RuleSet> {
  const known = rulesFromSnapshot(readSnapshot(), await digestRuleFiles(root));
  if (known) return known;
  // The YAML and schema libraries are most of the start-up time, so they are loaded only where they are needed.
  const { loadRules } = await import('../rules/load-rules.ts');
  return loadRules(root);
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
    const { pages, faults } = await findPages(folder);
    diagnostics.push(...faults);
    if (pages.length + faults.length === 0)
      diagnostics.push({ code: 'no-documents', severity: 'error', path: folder });
    return pages;
  } catch (error) {
    diagnostics.push(fileError(error, folder));
    return [];
  }
}

function shownPath(base: string, path: string): string {
  const below = relative(base, path);
  return below.startsWith('..') ? path : below;
}
