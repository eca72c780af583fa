/** The only door to `astro:content`: hands the pages a finished model. */
import { getCollection, getEntry } from 'astro:content';
import type { ContentPage } from './content/page.ts';
import type { Settings } from './content/settings.ts';
import { makeLibrary, pagesOfType, pagesWith, type Library } from './model/library.ts';
import { indexLetters, longestIndex, type Letter } from './model/index-letters.ts';
import { longestLetter, longestList, partPath, partsOf, type Part } from './model/parts.ts';
import { stopOf, withdrawnPages, type StopView } from './model/stop.ts';
import { listKey, viewKey, viewOf, type PageView } from './model/view.ts';
import { today } from './model/today.ts';
import { pageTypeNames, type PageType } from './schema/index.ts';

export { today };

let built: Promise<Library> | undefined;

/** How long dev keeps the model, in milliseconds: one page's components share it, the next page sees the edit. */
const keptInDev = 300;

/** The whole model: built once a build; in dev anew for every page. */
export function getLibrary(): Promise<Library> {
  if (!built) {
    built = buildLibrary();
    if (import.meta.env.DEV) setTimeout(() => (built = undefined), keptInDev);
  }
  return built;
}

async function buildLibrary(): Promise<Library> {
  const settings = await getEntry('settings', 'all');
  const collections = await Promise.all(pageTypeNames.map((type) => getCollection(type)));
  const pages = collections.flat().map((entry) => entry.data as unknown as ContentPage);
  return makeLibrary(pages, settings?.data as unknown as Settings);
}

export interface ViewProps<T extends PageType> {
  view: PageView<T>;
}

/** The pages of a type for `getStaticPaths`: address, what the page shows, and the key under which it may be kept. */
export async function pathsOf<T extends PageType>(type: T) {
  const library = await getLibrary();
  return pagesOfType(library, type).map((page) => {
    const view = viewOf(library, page, today());
    return {
      params: { slug: page.id.slice(type.length + 1) },
      props: { view } satisfies ViewProps<T>,
      cacheKey: viewKey(view, library),
    };
  });
}

export interface StopProps {
  stop: StopView;
}

/** The addresses of withdrawn pages for `getStaticPaths`. A page that was merged is no route: its address only leads on. */
export async function stopPaths() {
  const library = await getLibrary();
  return withdrawnPages(library).map((page) => {
    const [type, slug] = page.id.split('/');
    const props: StopProps = { stop: stopOf(library, page) };
    return { params: { type, slug }, props, cacheKey: listKey(library, props, page.instead) };
  });
}

type GroupList = 'roles' | 'stages' | 'topics' | 'moments';

/** What the page of a role, stage, topic or moment shows: one part of its list, as page ids. */
export interface GroupProps {
  list: GroupList;
  id: string;
  title: string;
  about: string;
  others: { id: string; name: string }[];
  part: Part<string>;
}

/** The pages of a list of the taxonomy for `getStaticPaths`: `manager`, and `manager/2` where the list is long. */
export async function groupPaths(list: GroupList) {
  const library = await getLibrary();
  const entries = groupEntries(library, list);
  const others = entries.map(({ id, name }) => ({ id, name }));
  return entries.flatMap(({ id, name: title, about }) => {
    const pages = pagesWith(library, list, id);
    const byType = pageTypeNames.flatMap((type) => pages.filter((page) => page.type === type));
    const ids = byType.map((page) => page.id);
    return partsOf(ids, longestList).map((part) => {
      const props: GroupProps = { list, id, title, about, others, part };
      return {
        params: { part: partPath(id, part.number) },
        props,
        cacheKey: listKey(library, props, part.items),
      };
    });
  });
}

function groupEntries({ taxonomy }: Library, list: GroupList): { id: string; name: string; about: string }[] {
  const sentence = (clause: string) => `${clause[0]!.toUpperCase()}${clause.slice(1)}.`;
  switch (list) {
    case 'roles':
      return taxonomy.roles.map(({ id, name, does }) => ({ id, name, about: sentence(does) }));
    case 'stages':
      return taxonomy.stages.map(({ id, name, can }) => ({ id, name, about: sentence(can) }));
    case 'topics':
      return taxonomy.topics;
    case 'moments':
      return taxonomy.moments.map(({ id, says, about }) => ({ id, name: says, about }));
  }
}

/** What a letter of the index shows: the letter with one part of its pages. */
export interface LetterProps {
  letter: Letter;
  number: number;
  of: number;
}

/** A page for each letter, once the index is too long for one page: `b`, and `b/2` where the letter is long. */
export async function letterPaths() {
  const { pages } = await getLibrary();
  if (pages.length <= longestIndex) return [];
  return indexLetters(pages).flatMap((letter) =>
    partsOf(letter.pages, longestLetter).map(({ number, of, items }) => {
      const props: LetterProps = { letter: { ...letter, pages: items }, number, of };
      return { params: { part: partPath(letter.id, number) }, props };
    }),
  );
}
