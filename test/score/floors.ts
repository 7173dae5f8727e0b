import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import type { Figures } from './figures.ts';

/** Figures below which extraction must not fall: as shipped, and each page by weights learned without it. */
export interface Floors {
  shipped: Figures;
  heldOut: Figures;
}

const file = new URL('floors.json', import.meta.url);

/** Reads the floors. */
export function readFloors(): Floors {
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Floors) : { shipped: {}, heldOut: {} };
}

/** Raises the floors to new figures; one that is higher already stays. */
export function raiseFloors(figures: Floors): void {
  const floors = readFloors();
  const raised = {
    shipped: higher(floors.shipped, figures.shipped),
    heldOut: higher(floors.heldOut, figures.heldOut),
  };
  writeFileSync(file, `${JSON.stringify(raised, null, 2)}\n`);
}

/**
 * Lists what fell below its floor: `ko dev step 0.91 < 0.92`.
 *
 * @param sets Sets of pages that were at hand; by default all must be.
 */
export function fallenBelow(floors: Figures, figures: Figures, sets?: ReadonlySet<string>): string[] {
  return entries(floors).flatMap(([language, set, label, floor]) => {
    if (sets && !sets.has(set)) return [];
    const figure = figures[language]?.[set]?.[label] ?? 0;
    return figure < floor ? [`${language} ${set} ${label} ${figure} < ${floor}`] : [];
  });
}

type Row = Figures[string][string];

function higher(floors: Figures, figures: Figures): Figures {
  const raised: Figures = {};
  for (const [language, set, label, figure] of entries(figures)) {
    const sets = (raised[language] ??= {});
    const row = (sets[set] ??= {} as Row);
    row[label] = Math.max(figure, floors[language]?.[set]?.[label] ?? 0);
  }
  return raised;
}

function entries(figures: Figures): [string, string, keyof Row, number][] {
  return Object.entries(figures).flatMap(([language, sets]) =>
    Object.entries(sets).flatMap(([set, row]) =>
      (Object.entries(row) as [keyof Row, number][]).map(
        ([label, figure]): [string, string, keyof Row, number] => [language, set, label, figure],
      ),
    ),
  );
}
