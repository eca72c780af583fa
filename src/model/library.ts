/** All pages and settings as one finished model: who points to whom, what belongs where. */
import type { ContentPage } from '../content/page.ts';
import type { Settings } from '../content/settings.ts';
import { isPageType, type PageType } from '../schema/index.ts';
import type { Term } from '../schema/reference.ts';
import { href } from './address.ts';

/** What a link to a page shows. */
export interface PageLink {
  id: string;
  type: PageType;
  href: string;
  title: string;
  summary: string;
  stages: string[];
  minutes?: number;
}

/** A pathway's ability that a page serves. */
export interface ServedAbility {
  pathway: string;
  stage: string;
  ability: string;
}

export interface Library extends Settings {
  /** Sorted by title. */
  pages: ContentPage[];
  byId: Map<string, ContentPage>;
  terms: Map<string, Term>;
  /** Page id → ids of the pages that point to it, sorted. */
  backlinks: Map<string, string[]>;
  /** Page id → abilities of pathways that it serves. */
  serves: Map<string, ServedAbility[]>;
  /** Id of a decision tool → pathways that start with it. */
  starts: Map<string, string[]>;
}

export function makeLibrary(pages: ContentPage[], settings: Settings): Library {
  const collator = new Intl.Collator(settings.site.language);
  const sorted = pages.toSorted(
    (a, b) => collator.compare(a.data.title, b.data.title) || (a.id < b.id ? -1 : 1),
  );
  const serves = new Map<string, ServedAbility[]>();
  const starts = new Map<string, string[]>();
  for (const page of sorted) {
    if (!isOfType(page, 'pathways')) continue;
    if (page.data.start) add(starts, page.data.start, page.id);
    for (const { stage, abilities } of page.data.path) {
      for (const ability of abilities) {
        for (const id of ability.pages) add(serves, id, { pathway: page.id, stage, ability: ability.id });
      }
    }
  }
  return {
    ...settings,
    pages: sorted,
    byId: new Map(sorted.map((page) => [page.id, page])),
    terms: new Map(
      sorted
        .flatMap((page) => (isOfType(page, 'references') ? page.data.terms : []))
        .map((term) => [term.id, term]),
    ),
    backlinks: collectBacklinks(sorted),
    serves,
    starts,
  };
}

export function isOfType<T extends PageType>(page: ContentPage, type: T): page is ContentPage<T> {
  return page.type === type;
}

export function pagesOfType<T extends PageType>(library: Library, type: T): ContentPage<T>[] {
  return library.pages.filter((page): page is ContentPage<T> => isOfType(page, type));
}

/** Pages that name an id of the taxonomy, by the field that names it. */
export function pagesWith(
  library: Library,
  field: 'roles' | 'stages' | 'topics' | 'moments',
  id: string,
): ContentPage[] {
  return library.pages.filter((page) => page.data[field].includes(id));
}

/**
 * A link to a retired page leads where its address leads: to its successor, or to the stop page, which then says so beforehand.
 * @throws when no page has, or had, the id: the check refuses such links before anything is rendered
 */
export function linkTo(library: Library, id: string): PageLink {
  const gone = library.retired.find((entry) => entry.id === id);
  const page = library.byId.get(gone?.to ?? id);
  if (page) {
    return {
      id: page.id,
      type: page.type,
      href: href(library.site, page.id),
      title: page.data.title,
      summary: page.data.summary,
      stages: page.data.stages,
      ...('minutes' in page.data && { minutes: page.data.minutes }),
    };
  }
  const [type = ''] = id.split('/');
  if (!gone || !isPageType(type)) {
    throw new Error(`No page has the id "${id}". Run the check: it says where the link stands.`);
  }
  const summary = `${library.words.retired.stop}. ${gone.why}`;
  return { id, type, href: href(library.site, id), title: gone.title, summary, stages: [] };
}

function collectBacklinks(pages: ContentPage[]): Map<string, string[]> {
  const backlinks = new Map<string, string[]>();
  for (const page of pages) {
    const targets = page.refs.filter(
      (ref) => ref.kind === 'page' || (ref.kind === 'anchor' && !ref.to.startsWith('#')),
    );
    for (const to of new Set(targets.map((ref) => ref.to.split('#')[0]!)))
      if (to !== page.id) add(backlinks, to, page.id);
  }
  return backlinks;
}

function add<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}
