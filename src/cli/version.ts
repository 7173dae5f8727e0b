import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Translate } from '../locale/translator.ts';
import type { Project } from '../project/load-project.ts';

/** Gives the version of the package. */
export function packageVersion(packageRoot: string): string {
  const { version } = JSON.parse(readFileSync(join(packageRoot, 'package.json'), 'utf8')) as {
    version: string;
  };
  return version;
}

/** Writes the version with the days of the oldest and newest document. */
export function versionText(project: Project, packageRoot: string, translate: Translate): string {
  const days = project.documents.all.flatMap(({ frontMatter }) => frontMatter.published ?? []).toSorted();
  const dates = translate('interface:about.dates', { from: days[0] ?? '–', to: days.at(-1) ?? '–' });
  return `waymark ${packageVersion(packageRoot)}\n${dates}\n${translate('interface:about.disclaimer')}\n`;
}
