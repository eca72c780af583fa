/** What needs an owner’s hand: the facts of `/health/` and, in `health-file.ts`, of `/api/health.json`. */
import type { ContentPage } from '../content/page.ts';
import { proveTool } from '../decisions/analysis.ts';
import { reachedByTests } from '../decisions/tool-tests.ts';
import type { RetiredPage } from '../schema/retired.ts';
import { abilityCoverage, bareAbilities, type BareAbility, type RoleAbilities } from './ability-coverage.ts';
import { coverageOf, type Cell } from './coverage.ts';
import { freshness, type Freshness } from './freshness.ts';
import { pagesOfType, type Library } from './library.ts';
import { reachedPages } from './reached.ts';

/** Lists of page ids are sorted by id where nothing else is said. */
export interface Health {
  /** The day on which this was so, `YYYY-MM-DD`. */
  on: string;
  /** Every page, sorted by id. */
  pages: PageHealth[];
  /** The longest overdue first. */
  overdue: string[];
  /** Edited since their review, the oldest review first. */
  voided: string[];
  unreviewed: string[];
  /** Pages whose owner is not among the people. */
  unowned: string[];
  /** Ids of people who own no page, in the order of people.yaml. */
  idle: string[];
  /** Pages that nothing leads to but the lists of all pages and the search. */
  orphaned: string[];
  /** Pages whose address leads to the page that took their place. */
  merged: (RetiredPage & { to: string })[];
  /** Pages that nobody should use any more. */
  withdrawn: RetiredPage[];
  /** Ids in the order of the taxonomy: what the coverage is laid out by. */
  axes: { roles: string[]; stages: string[]; moments: string[] };
  coverage: Cell[];
  /** A row for each role, in the order of the taxonomy. */
  pathways: RoleAbilities[];
  /** Abilities of which no page is left. */
  abilities: BareAbility[];
  tools: ToolHealth[];
  /** People who own pages, in the order of people.yaml; then owners whom it does not know. */
  owners: OwnerHealth[];
}

export interface PageHealth {
  id: string;
  title: string;
  owner: string;
  roles: string[];
  stages: string[];
  moments: string[];
  review: Freshness;
}

/** A decision tool and what is proven of it. */
export interface ToolHealth {
  id: string;
  questions: number;
  /** Whole numbers as decimal digits: a tool can have more routes than a JSON number holds. */
  routes: string;
  /** Questions on the longest route. */
  longest: number;
  /** In the order of the file, with the routes that end there, and whether a test of the tool ends there. */
  outcomes: { id: string; routes: string; tested: boolean }[];
  /** Whether every answer that makes a difference was looked at. */
  complete: boolean;
  /** Nothing here is the proof: no dead end, gap, overlap or loop, every question and outcome reached, nothing used before it is asked. */
  faults: string[];
}

export interface OwnerHealth {
  id: string;
  /** Their name; the id again where people.yaml does not know it. */
  name: string;
  pages: string[];
  /** How many of the pages have never been reviewed. */
  unreviewed: number;
  /** The review that is longest ago, voided ones included. */
  oldest?: { page: string; on: string };
}

/** @param today `YYYY-MM-DD` */
export function healthOf(library: Library, today: string): Health {
  const pages = library.pages
    .map((page) => ({
      id: page.id,
      title: page.data.title,
      owner: page.data.owner,
      roles: page.data.roles,
      stages: page.data.stages,
      moments: page.data.moments,
      review: freshness(page, today),
    }))
    .sort((a, b) => compare(a.id, b.id));
  const people = new Set(library.taxonomy.people.map(({ id }) => id));
  const owners = ownersOf(library, pages);
  const retired = library.retired.toSorted((a, b) => compare(b.on, a.on) || compare(a.id, b.id));
  return {
    on: today,
    pages,
    overdue: inState(pages, 'overdue'),
    voided: inState(pages, 'voided'),
    unreviewed: inState(pages, 'unreviewed'),
    unowned: pages.filter(({ owner }) => !people.has(owner)).map(({ id }) => id),
    idle: [...people].filter((id) => !owners.some((owner) => owner.id === id)),
    orphaned: orphansOf(library),
    merged: retired.filter(isMerged),
    withdrawn: retired.filter((page) => !isMerged(page)),
    axes: {
      roles: idsOf(library.taxonomy.roles),
      stages: idsOf(library.taxonomy.stages),
      moments: idsOf(library.taxonomy.moments),
    },
    coverage: coverageOf(library),
    pathways: abilityCoverage(library),
    abilities: bareAbilities(library),
    tools: toolsOf(library),
    owners,
  };
}

function idsOf(entries: { id: string }[]): string[] {
  return entries.map(({ id }) => id);
}

/** Sorted by the day that matters: when it was due, or when it was last reviewed. */
function inState(pages: PageHealth[], state: Freshness['is']): string[] {
  const day = ({ review }: PageHealth) =>
    'due' in review ? review.due : review.is === 'voided' ? review.on : '';
  return pages
    .filter(({ review }) => review.is === state)
    .sort((a, b) => compare(day(a), day(b)))
    .map(({ id }) => id);
}

function isMerged(page: RetiredPage): page is RetiredPage & { to: string } {
  return page.to !== undefined;
}

function orphansOf({ pages, site }: Library): string[] {
  const explained = pages.flatMap(({ id, refs }) =>
    refs.flatMap(({ kind, to }) => (kind === 'own-term' ? [[to, id] as const] : [])),
  );
  const reached = reachedPages(pages, Object.fromEntries(explained), site);
  return pages
    .map(({ id }) => id)
    .filter((id) => !reached.has(id))
    .sort(compare);
}

function toolsOf(library: Library): ToolHealth[] {
  return pagesOfType(library, 'decision-tools')
    .map(({ id, data }) => {
      const { faults, walk, compiled } = proveTool(data);
      const tested = reachedByTests(data, compiled);
      return {
        id,
        questions: data.questions.length,
        routes: String(walk?.routes ?? 0n),
        longest: walk?.longest ?? 0,
        outcomes: data.outcomes.map((outcome) => ({
          id: outcome.id,
          routes: String(walk?.to.get(outcome.id) ?? 0n),
          tested: tested.has(outcome.id),
        })),
        complete: walk?.complete ?? false,
        faults: faults.map(({ found }) => found),
      };
    })
    .sort((a, b) => compare(a.id, b.id));
}

function ownersOf({ taxonomy }: Library, pages: PageHealth[]): OwnerHealth[] {
  const owned = Map.groupBy(pages, ({ owner }) => owner);
  const names = new Map(taxonomy.people.map(({ id, name }) => [id, name]));
  const unknown = [...owned.keys()].filter((id) => !names.has(id)).sort(compare);
  return [...names.keys(), ...unknown].flatMap((id) => {
    const own = owned.get(id);
    if (!own) return [];
    const reviews = own.flatMap(({ id: page, review }) => ('on' in review ? [{ page, on: review.on }] : []));
    const [oldest] = reviews.sort((a, b) => compare(a.on, b.on));
    return {
      id,
      name: names.get(id) ?? id,
      pages: own.map((page) => page.id),
      unreviewed: own.length - reviews.length,
      ...(oldest && { oldest }),
    };
  });
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** What an owner types once the page has been read and is right. The period stays what it was. */
export function reviewCommand({ file, data }: ContentPage): string {
  const every = data.review ? ` --every "${data.review.every}"` : '';
  return `npm run review -- ${file} --by ${data.owner}${every}`;
}

/** What an owner types when nobody needs the page. */
export function withdrawCommand({ file }: ContentPage): string {
  return `npm run retire -- ${file} --withdraw --why "…"`;
}
