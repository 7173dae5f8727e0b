import type { Segment } from '../../content/document.ts';
import type { Defect } from '../finding.ts';

// From the bracket that ends the text: the text itself may hold brackets, as in `[**[特典]** ページ](…)`.
const links = /(\[?)\]\(\s*<?((?:[^()\s<>]|\([^()\s<>]*\))*)>?(?:\s+"[^"]*")?\s*\)/gu;

interface Link {
  empty: boolean;
  destination: string;
}

/** Compares the destinations of links, whatever their order and locale; a link without a text is none. */
export function checkLink({ source = '', target = '' }: Segment): Defect[] {
  const stated = findLinks(source);
  const found = findLinks(target);
  const defect = (code: string, values: Defect['values']): Defect[] => [
    { check: 'link', code, severity: 'warning', values },
  ];
  const empty = found.find((link) => link.empty);
  if (empty && !stated.some((link) => link.empty))
    return defect('link-text-lost', { cue: empty.destination });
  const [lost] = without(stated, found);
  const [added] = without(found, stated);
  if (lost && added) return defect('link-changed', { cue: lost.destination, found: added.destination });
  if (lost) return defect('link-lost', { cue: lost.destination });
  if (added) return defect('link-added', { found: added.destination });
  return [];
}

function findLinks(text: string): Link[] {
  return Array.from(text.matchAll(links), ([, open, destination = '']) => ({
    empty: open === '[',
    destination,
  }));
}

/** Gives the links that the others do not have as often. */
function without(some: readonly Link[], others: readonly Link[]): Link[] {
  const left = others.map((link) => canonical(link.destination));
  return some.filter((link) => {
    const at = left.indexOf(canonical(link.destination));
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  });
}

/** Writes a destination without what a locale changes in it. */
function canonical(destination: string): string {
  return destination
    .toLowerCase()
    .replace(/\/[a-z]{2}-[a-z]{2}(?=\/|$)/u, '')
    .replace(/[?&](?:view|lang|locale|wt\.mc_id)=[^&#]*/gu, '')
    .replace(/\/(?=$|#)/u, '');
}
