/**
 * What a reader may ask at the end of a page: what to do next, which ability that serves, and which reference explains why. What the
 * author says comes first; what is missing is taken from where the page leads and what leads to it, so that no page is a dead end.
 */
import type { ContentPage } from '../content/page.ts';
import { isOfType, linkTo, pagesOfType, type Library, type PageLink, type ServedAbility } from './library.ts';

/** The pages that the author names; and, if there is no job aid among them, the likeliest one behind them. */
export function nextOf(library: Library, page: ContentPage): PageLink[] {
  const named = page.data.next.map((id) => linkTo(library, id));
  if (named.some(({ type }) => type === 'job-aids')) return named;
  // What to use instead is for another situation.
  const instead = isOfType(page, 'job-aids') ? page.data.not_when.map(({ go }) => go) : [];
  const jobAids = pagesOfType(library, 'job-aids');
  const [likeliest] = fitting(jobAids, page, [
    ...namedIn(page).filter((id) => !instead.includes(id)),
    ...ofNextAbility(library, page),
    ...(library.backlinks.get(page.id) ?? []),
    ...ofSameTopic(jobAids, page),
  ]);
  return likeliest ? [...named, linkTo(library, likeliest)] : named;
}

/** References to a page's reasons. `isNear` tells whether they are about this very page; if not, they are background. */
export interface Reasons {
  links: PageLink[];
  isNear: boolean;
}

/**
 * References that say why: two at most that the page names, that name it, or that serve the same ability; or else one of its topic, of
 * the pages around it, or for its readers. A glossary explains words, so it is none.
 */
export function reasonsOf(library: Library, page: ContentPage): Reasons {
  const references = pagesOfType(library, 'references').filter(({ data }) => data.terms.length === 0);
  const near = fitting(references, page, [
    ...namedIn(page),
    ...(library.backlinks.get(page.id) ?? []),
    ...ofSameAbility(library, page),
  ]).slice(0, 2);
  if (near.length > 0) return { links: near.map((id) => linkTo(library, id)), isNear: true };
  const far = fitting(references, page, [
    ...ofSameTopic(references, page),
    ...namedIn(page).flatMap((id) => namedIn(library.byId.get(id))),
    ...references.filter((one) => isForSame(one, page)).map(({ id }) => id),
  ]).slice(0, 1);
  return { links: far.map((id) => linkTo(library, id)), isNear: false };
}

/** Abilities that the first page after this one serves: for a page that serves none itself. */
export function abilitiesBehind(library: Library, page: ContentPage): ServedAbility[] {
  const isPathway = isOfType(page, 'pathways');
  if (isPathway || library.serves.has(page.id)) return [];
  const served = nextOf(library, page).map(({ id }) => library.serves.get(id) ?? []);
  return served.find((abilities) => abilities.length > 0)?.slice(0, 2) ?? [];
}

/** Those of the ids that are among the pages, each once, and never the page itself. */
function fitting(pages: ContentPage[], page: ContentPage, ids: string[]): string[] {
  const known = new Set(pages.map(({ id }) => id));
  return [...new Set(ids)].filter((id) => known.has(id) && id !== page.id);
}

/** Pages that it points to, in their order; a heading of a page counts as the page. */
function namedIn(page: ContentPage | undefined): string[] {
  return (page?.refs ?? [])
    .filter(({ kind, to }) => kind === 'page' || (kind === 'anchor' && !to.startsWith('#')))
    .map(({ to }) => to.split('#')[0]!);
}

/** The pages of the abilities that the page serves. */
function ofSameAbility(library: Library, page: ContentPage): string[] {
  return pagesOfAbilities(library, page, 1);
}

/** The same, and those of all abilities that come after. */
function ofNextAbility(library: Library, page: ContentPage): string[] {
  return pagesOfAbilities(library, page, Infinity);
}

function pagesOfAbilities(library: Library, page: ContentPage, count: number): string[] {
  return (library.serves.get(page.id) ?? []).flatMap(({ pathway, ability }) => {
    const path = library.byId.get(pathway);
    if (!path || !isOfType(path, 'pathways')) return [];
    const abilities = path.data.path.flatMap((stage) => stage.abilities);
    const from = abilities.findIndex(({ id }) => id === ability);
    return abilities.slice(from, from + count).flatMap(({ pages }) => pages);
  });
}

/** Pages whose main topic is the page's, then those that share any; those for the same readers first. */
function ofSameTopic(pages: ContentPage[], page: ContentPage): string[] {
  const { topics } = page.data;
  const ranks = [
    (one: ContentPage) => one.data.topics[0] === topics[0] && isForSame(one, page),
    (one: ContentPage) => one.data.topics[0] === topics[0],
    (one: ContentPage) => one.data.topics.some((topic) => topics.includes(topic)),
  ];
  return ranks.flatMap((fits) => pages.filter(fits)).map(({ id }) => id);
}

function isForSame(one: ContentPage, { data }: ContentPage): boolean {
  return one.data.roles.some((role) => data.roles.includes(role));
}
