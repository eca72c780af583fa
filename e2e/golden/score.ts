/** How well an engine does: where the right page stands for each query, and what that comes to. */
import type { Engine } from './engine.ts';
import type { Query } from './queries.ts';

/** A query and the place of its first right page, from 1; 0 when it is not among the first ten. */
export interface Ranked extends Query {
  place: number;
}

/** Shares from 0 to 1. */
export interface Figures {
  queries: number;
  first: number;
  firstThree: number;
  firstFive: number;
  /** Mean reciprocal rank: 1 for a right page in the first place, ½ in the second, 0 beyond the tenth. */
  mrr: number;
}

const most = 10;

export async function rank(engine: Engine, queries: Query[]): Promise<Ranked[]> {
  const ranked: Ranked[] = [];
  for (const query of queries) {
    const found = (await engine.find(query.text)).slice(0, most);
    ranked.push({ ...query, place: found.findIndex((id) => query.pages.includes(id)) + 1 });
  }
  return ranked;
}

export function figuresOf(ranked: Ranked[]): Figures {
  const queries = ranked.length;
  const within = (last: number) => ranked.filter(({ place }) => place > 0 && place <= last).length / queries;
  const mrr = ranked.reduce((sum, { place }) => sum + (place > 0 ? 1 / place : 0), 0) / queries;
  return { queries, first: within(1), firstThree: within(3), firstFive: within(5), mrr };
}

/** The queries that find something although nothing here answers them. */
export async function falseFinds(engine: Engine, nothing: string[]): Promise<string[]> {
  const found: string[] = [];
  for (const text of nothing) if ((await engine.find(text)).length > 0) found.push(text);
  return found;
}

export function isMissed({ place }: Ranked): boolean {
  return place === 0 || place > 3;
}

/** What has changed against the list of known misses. */
export interface Changes {
  /** Not on the list, and not among the first three any more. */
  dropped: Ranked[];
  /** On the list, and found now, or not asked any more: they leave it. */
  mended: string[];
}

export function changesOf(ranked: Ranked[], known: string[]): Changes {
  const missed = new Set(ranked.filter(isMissed).map(({ text }) => text));
  return {
    dropped: ranked.filter((query) => isMissed(query) && !known.includes(query.text)),
    mended: known.filter((text) => !missed.has(text)),
  };
}
