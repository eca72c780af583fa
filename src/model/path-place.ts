/** Where a page stands on the pathways that send people to it, for `?path=`. */
import { isOfType, linkTo, type Library, type PageLink } from './library.ts';
import { abilitiesOf, pagesOf } from './pathway.ts';

/** A page's place on one pathway. */
export interface PathPlace {
  pathway: PageLink;
  /** What stands behind `?path=`. */
  slug: string;
  /** Where on the pathway's page: an ability or, for a tool that tells the stage, nothing. */
  at?: { stage: string; ability: string; can: string };
  /** Whether the pathway starts with the page: a tool that tells the stage. */
  starts?: true;
  /** The pages before and after it, in the order in which the pathway needs them. */
  previous?: PageLink;
  next?: PageLink;
}

/** One place for each pathway that needs the page or starts with it, in the order of their titles. */
export function pathPlacesOf(library: Library, id: string): PathPlace[] {
  const served = (library.serves.get(id) ?? []).map(({ pathway }) => pathway);
  return [...new Set([...served, ...(library.starts.get(id) ?? [])])].flatMap((pathway) => {
    const page = library.byId.get(pathway);
    if (!page || !isOfType(page, 'pathways')) return [];
    const slug = slugOf(pathway);
    const starts = page.data.start === id;
    const pages = pagesOf(page.data);
    const index = pages.indexOf(id);
    const first = abilitiesOf(page.data).find(({ ability }) => ability.pages.includes(id));
    const link = (to?: string) =>
      to && { ...linkTo(library, to), href: onPath(linkTo(library, to).href, slug) };
    const previous = link(pages[index - 1]);
    const next = link(pages[index + 1]);
    return {
      pathway: linkTo(library, pathway),
      slug,
      ...(first && { at: { stage: first.stage, ability: first.ability.id, can: first.ability.can } }),
      ...(starts && { starts }),
      ...(previous && { previous }),
      ...(next && { next }),
    };
  });
}

/** `pathways/team-manager` → `team-manager`. */
export function slugOf(pathway: string): string {
  return pathway.slice(pathway.indexOf('/') + 1);
}

/** The address of a page as a pathway leads to it: the page then shows its place there. */
export function onPath(href: string, slug: string): string {
  return `${href}?path=${slug}`;
}
