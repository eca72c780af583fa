/**
 * `/api/health.json`: the health of the pages for programs.
 *
 * A page is told once, in about 110 bytes, and everything else names it by its position: written out, the ids in the cells of the
 * coverage alone were most of the file. The coverage gives numbers; which pages a cell counts follows from the rows.
 */
import type { Health, OwnerHealth } from './health.ts';
import type { Freshness } from './freshness.ts';

/** A place in a list of the same file, from 0. */
type Position = number;

/** A page: its id, its title, its owner in `owners`, and whom it serves: positions in `roles`, `stages` and `moments`. */
type PageRow = [
  id: string,
  title: string,
  owner: Position,
  roles: Position[],
  stages: Position[],
  moments: Position[],
];

export interface HealthFile extends Pick<
  Health,
  'on' | 'idle' | 'merged' | 'withdrawn' | 'pathways' | 'abilities' | 'tools'
> {
  /** Ids, in the order of the taxonomy. */
  roles: string[];
  stages: string[];
  moments: string[];
  /** Every page, sorted by id. */
  pages: PageRow[];
  /** What is known of the pages that have been reviewed; all others are unreviewed. */
  reviews: (Exclude<Freshness, { is: 'unreviewed' }> & { page: Position })[];
  /** Positions in `pages`, in the order of the health page. */
  overdue: Position[];
  voided: Position[];
  unreviewed: Position[];
  unowned: Position[];
  orphaned: Position[];
  /** A number of pages for each role, in it for each stage, in it for each moment. None is a hole. */
  coverage: number[][][];
  /** In the same form: pages for everyone, which help there and fill no hole. */
  forEveryone: number[][][];
  /** The pages that somebody owns are the rows that name the owner. */
  owners: (Omit<OwnerHealth, 'pages' | 'oldest'> & { pages: number; oldest?: Position })[];
}

export function healthFile(health: Health): string {
  const { on, idle, merged, withdrawn, pathways, abilities, tools, coverage, axes } = health;
  const positions = new Map(health.pages.map(({ id }, index) => [id, index]));
  const at = (ids: string[]): Position[] => ids.map((id) => positions.get(id)!);
  const owners = health.owners.map(({ id }) => id);
  const cells = (count: (cell: Health['coverage'][number]) => number): number[][][] =>
    inRowsOf(inRowsOf(coverage.map(count), axes.moments.length), axes.stages.length);
  const file: HealthFile = {
    on,
    ...axes,
    pages: health.pages.map(({ id, title, owner, roles, stages, moments }) => [
      id,
      title,
      owners.indexOf(owner),
      placesOf(roles, axes.roles),
      placesOf(stages, axes.stages),
      placesOf(moments, axes.moments),
    ]),
    reviews: health.pages.flatMap(({ review }, page) =>
      review.is === 'unreviewed' ? [] : [{ page, ...review }],
    ),
    overdue: at(health.overdue),
    voided: at(health.voided),
    unreviewed: at(health.unreviewed),
    unowned: at(health.unowned),
    idle,
    orphaned: at(health.orphaned),
    merged,
    withdrawn,
    coverage: cells(({ pages }) => pages.length),
    forEveryone: cells((cell) => cell.forEveryone.length),
    pathways,
    abilities,
    tools,
    owners: health.owners.map(({ oldest, pages, ...owner }) => ({
      ...owner,
      pages: pages.length,
      ...(oldest && { oldest: positions.get(oldest.page)! }),
    })),
  };
  return `${JSON.stringify(file)}\n`;
}

function placesOf(ids: string[], list: string[]): Position[] {
  return list.flatMap((id, place) => (ids.includes(id) ? [place] : []));
}

/** Cuts a list into rows of the same length: the cells come role by role, stage by stage. */
function inRowsOf<T>(list: T[], length: number): T[][] {
  const rows = [];
  for (let start = 0; start < list.length; start += length) rows.push(list.slice(start, start + length));
  return rows;
}
