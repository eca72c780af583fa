/** What scripts know of the pathways: `/api/pathways.json`. */
import { linkTo, pagesOfType, type Library } from './library.ts';
import { abilitiesOf } from './pathway.ts';

/** A pathway as `/api/pathways.json` tells it. */
export interface PathwayFacts {
  id: string;
  title: string;
  href: string;
  /** What the role is called. */
  role: string;
  abilities: AbilityFacts[];
}

export interface AbilityFacts {
  /** The same on its pathway's page, and behind the pathway's id in what is kept. */
  id: string;
  stage: string;
  can: string;
  evidence: string;
  opens: string[];
  or: string[];
  pages: { id: string; title: string; href: string }[];
}

export function pathwayFacts(library: Library): PathwayFacts[] {
  return pagesOfType(library, 'pathways').map((page) => ({
    id: page.id,
    title: page.data.title,
    href: linkTo(library, page.id).href,
    role: library.taxonomy.roles.find(({ id }) => id === page.data.role)?.name ?? page.data.title,
    abilities: abilitiesOf(page.data).map(({ stage, ability: { id, can, evidence, opens, or, pages } }) => ({
      id,
      stage,
      can,
      evidence,
      opens,
      or,
      pages: pages
        .map((to) => linkTo(library, to))
        .map((link) => ({ id: link.id, title: link.title, href: link.href })),
    })),
  }));
}
