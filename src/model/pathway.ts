/** A pathway as a map: what opens what, what serves as well, which page stands where, and what comes next for a reader. */
import type { Ability, Pathway } from '../schema/pathway.ts';

/** What the map needs to know of an ability. */
export type Node = Pick<Ability, 'id' | 'opens' | 'or'>;

/** How far a reader is with an ability, as far as the way onwards depends on it. */
export type Standing = 'done' | 'skipped' | 'open';

/** What comes next for a reader. */
export interface Next {
  /** The ability to do next; none when each is done alone, skipped or served by another one. */
  next?: string;
  /** Others that an ability which the reader has done opens: the branches of the way, in the order of the list. */
  also: string[];
}

/**
 * The first ability in the list that is still open and that nothing stands before. What is opened by several abilities waits for
 * one of them only, and what is skipped stands before nothing.
 * @param nodes in the order of the list @param from where a reader begins: what stands before it in the list is taken as done
 */
export function whatComesNext(nodes: Node[], standing: (ability: string) => Standing, from?: string): Next {
  const start = nodes.findIndex(({ id }) => id === from);
  const earlier = new Set(nodes.slice(0, Math.max(0, start)).map(({ id }) => id));
  const isPassed = (id: string) =>
    earlier.has(id) || standing(id) !== 'open' || isServed(nodes, id, standing);
  const ready = nodes.filter(({ id }) => {
    const before = openersOf(nodes, id);
    return !isPassed(id) && (before.length === 0 || before.some(isPassed));
  });
  if (ready.length === 0 && earlier.size > 0) return whatComesNext(nodes, standing);
  const [next, ...others] = ready.map(({ id }) => id);
  const isBranch = (id: string) => openersOf(nodes, id).some((opener) => standing(opener) === 'done');
  return { ...(next && { next }), also: others.filter(isBranch) };
}

/** Whether the reader does something alone that serves as well. `or` holds both ways. */
function isServed(nodes: Node[], id: string, standing: (ability: string) => Standing): boolean {
  return alternativesOf(nodes, id).some((other) => standing(other) === 'done');
}

/** Ids of the abilities that serve as well as this one, whichever of the two names the other. */
export function alternativesOf(nodes: Node[], id: string): string[] {
  return nodes
    .filter((node) => node.id !== id && (node.or.includes(id) || find(nodes, id)?.or.includes(node.id)))
    .map((node) => node.id);
}

/** Ids of the abilities that open this one. */
export function openersOf(nodes: Node[], id: string): string[] {
  return nodes.filter(({ opens }) => opens.includes(id)).map((node) => node.id);
}

function find(nodes: Node[], id: string): Node | undefined {
  return nodes.find((node) => node.id === id);
}

/** Where an id of an ability stands in the frontmatter. */
export interface Fault {
  is: 'unknown' | 'itself' | 'twice' | 'loop';
  /** From the root of the frontmatter. */
  path: PropertyKey[];
  id: string;
  /** Of a loop: the abilities on it, the first one again at the end. */
  loop?: string[];
}

/** What makes a pathway no map: names of abilities that are not there or stand twice, and ways that come back to themselves. */
export function faultsOf({ path }: Pick<Pathway, 'path'>): Fault[] {
  const placed = path.flatMap(({ abilities }, i) =>
    abilities.map((ability, j) => ({ ability, at: ['path', i, 'abilities', j] as PropertyKey[] })),
  );
  const nodes = placed.map(({ ability }) => ability);
  const known = new Set(nodes.map(({ id }) => id));
  const stages = new Set(path.map(({ stage }) => stage));
  const twice = placed.flatMap(({ ability: { id }, at }, i): Fault[] =>
    stages.has(id) || nodes.findIndex((node) => node.id === id) < i
      ? [{ is: 'twice', path: [...at, 'id'], id }]
      : [],
  );
  const names = placed.flatMap(({ ability, at }) =>
    (['opens', 'or'] as const).flatMap((field) =>
      ability[field].flatMap((id, k): Fault[] => {
        const is = id === ability.id ? 'itself' : known.has(id) ? undefined : 'unknown';
        return is ? [{ is, path: [...at, field, k], id }] : [];
      }),
    ),
  );
  return [...twice, ...names, ...loopsOf(placed)];
}

/** One fault for each way back: at the entry of `opens` that closes it. */
function loopsOf(placed: { ability: Ability; at: PropertyKey[] }[]): Fault[] {
  const byId = new Map(placed.map((one) => [one.ability.id, one]));
  const done = new Set<string>();
  const way: string[] = [];
  const faults: Fault[] = [];
  const walk = (id: string): void => {
    const one = byId.get(id);
    if (!one || done.has(id)) return;
    way.push(id);
    for (const [k, to] of one.ability.opens.entries()) {
      const start = way.indexOf(to);
      if (to === id) continue;
      if (start < 0) walk(to);
      else
        faults.push({ is: 'loop', path: [...one.at, 'opens', k], id: to, loop: [...way.slice(start), to] });
    }
    way.pop();
    done.add(id);
  };
  for (const id of byId.keys()) walk(id);
  return faults;
}

/** An ability in its place. */
export interface PlacedAbility {
  stage: string;
  ability: Ability;
}

/** All abilities in the order of the list. */
export function abilitiesOf({ path }: Pick<Pathway, 'path'>): PlacedAbility[] {
  return path.flatMap(({ stage, abilities }) => abilities.map((ability) => ({ stage, ability })));
}

/** The pages of a pathway in the order in which they are first needed, each once. */
export function pagesOf(pathway: Pick<Pathway, 'path'>): string[] {
  return [...new Set(abilitiesOf(pathway).flatMap(({ ability }) => ability.pages))];
}

/** A circle in the picture of a pathway. */
export interface Spot {
  id: string;
  can: string;
  /** Column within the band, and row from the top, from 0. */
  column: number;
  row: number;
}

/** A band of the picture: a stage with its circles. */
export interface Band {
  stage: string;
  columns: number;
  spots: Spot[];
}

/** What the picture of a pathway shows: its bands, and the lines between circles, by ids. */
export interface Picture {
  bands: Band[];
  /** Rows of the highest band. */
  rows: number;
  lines: [from: string, to: string][];
}

/**
 * A circle stands one column behind whatever leads to it in its band; what stands in one column is stacked. An ability that nothing
 * opens and that opens nothing before it follows the one before it in the list.
 */
export function pictureOf(pathway: Pick<Pathway, 'path'>): Picture {
  const lines = linesOf(abilitiesOf(pathway).map(({ ability }) => ability));
  const bands = pathway.path.map(({ stage, abilities }): Band => {
    const columnOf = new Map<string, number>();
    const column = (id: string): number => {
      const known = columnOf.get(id);
      if (known !== undefined) return known;
      const before = lines.filter(([from, to]) => to === id && abilities.some((one) => one.id === from));
      const found = Math.max(-1, ...before.map(([from]) => column(from))) + 1;
      columnOf.set(id, found);
      return found;
    };
    const filled: number[] = [];
    const spots = abilities.map(({ id, can }) => {
      const at = column(id);
      const row = filled[at] ?? 0;
      filled[at] = row + 1;
      return { id, can, column: at, row };
    });
    return { stage, columns: filled.length, spots };
  });
  const rows = Math.max(...bands.flatMap(({ spots }) => spots.map(({ row }) => row + 1)));
  return { bands, rows, lines };
}

/** What `opens` says, and the order of the list for what nothing opens, unless that would lead back. */
function linesOf(nodes: Node[]): [string, string][] {
  const lines = nodes.flatMap(({ id, opens }) => opens.map((to): [string, string] => [id, to]));
  for (const [i, { id }] of nodes.entries()) {
    const alternatives = alternativesOf(nodes, id);
    const before = nodes.slice(0, i).findLast((node) => !alternatives.includes(node.id));
    const isOpened = lines.some(([, to]) => to === id);
    if (before && !isOpened && !leadsTo(lines, id, before.id)) lines.push([before.id, id]);
  }
  return lines;
}

function leadsTo(lines: [string, string][], from: string, to: string): boolean {
  return lines.some(([start, end]) => start === from && (end === to || leadsTo(lines, end, to)));
}
