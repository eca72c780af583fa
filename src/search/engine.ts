/** The search in the browser: loads Pagefind on demand, makes the searches of a query and puts their answers together. */
import { facets, fieldWeights, type Facet } from './fields.ts';
import { holdsWord, relaxations, understand, type Understood } from './query.ts';
import { askedFor, makeResult, wordsOfPage, type PageData, type Result } from './result.ts';

/** What is used of `pagefind.js`. */
interface Pagefind {
  options(options: object): Promise<void>;
  init(): Promise<void>;
  filters(): Promise<Record<string, Record<string, number>>>;
  search(term: string | null, options?: { filters?: Record<string, string> }): Promise<{ results: Hit[] }>;
}

interface Hit {
  id: string;
  score: number;
  data(): Promise<PageData>;
}

/** A facet's chosen id. */
export type Filters = Partial<Record<Facet, string>>;
/** Facet → id → how many results there are with it, the other filters staying as they are. */
export type Counts = Record<Facet, Map<string, number>>;

export interface Found {
  kind: 'found';
  understood: Understood;
  /** The first ones; `read` gives more. */
  results: Result[];
  total: number;
  /** The words that the results are for, where some words of the query stand on no page. */
  showingFor?: string[];
  /** Nothing fits: the results are only the nearest pages. */
  isNearest: boolean;
  counts?: Counts;
  /** The first `count` results. */
  read(count: number): Promise<Result[]>;
}

/** Errors are values; a stale answer is one that a later query has overtaken. */
export type Answer = Found | { kind: 'failed' } | { kind: 'stale' };

export interface Ask {
  query: string;
  filters?: Filters;
  /** How many results are read at once. */
  limit: number;
  /** Whether to count what each facet would leave. Costs a search for each of their ids, once. */
  withCounts?: boolean;
}

/** Looser searches are made until this many pages are found: a screen of results. */
const enough = 10;

export class SearchEngine {
  readonly #base: string;
  readonly #language: string;
  #pagefind: Promise<Pagefind> | undefined;
  #facts: Promise<Facts> | undefined;
  #latest = 0;
  #starts = 0;

  /** @param base the site's base path, `/` or `/kb/` */
  constructor(base: string, language: string) {
    this.#base = base;
    this.#language = language;
  }

  /** Fetches the engine ahead of the first query. Failing now is no error: the query will try again. */
  warm(): void {
    this.#load().catch(() => undefined);
  }

  /** The same when the browser is idle, unless the reader saves data. */
  warmWhenIdle(): void {
    const { connection } = navigator as { connection?: { saveData?: boolean } };
    if (connection?.saveData) return;
    if ('requestIdleCallback' in globalThis) requestIdleCallback(() => this.warm());
    else setTimeout(() => this.warm(), 1000);
  }

  /** Makes every answer that is still on its way a stale one. */
  forget(): void {
    this.#latest++;
  }

  async find(ask: Ask): Promise<Answer> {
    const turn = ++this.#latest;
    try {
      const found = await this.#find(ask, () => turn === this.#latest);
      return found && turn === this.#latest ? found : { kind: 'stale' };
    } catch {
      return turn === this.#latest ? { kind: 'failed' } : { kind: 'stale' };
    }
  }

  /** @returns nothing when the answer is no longer wanted */
  async #find(ask: Ask, isWanted: () => boolean): Promise<Found | undefined> {
    const { query, filters = {}, limit, withCounts = false } = ask;
    const understood = understand(query, this.#language);
    const { words } = understood;
    const isFiltered = Object.values(filters).some(Boolean);
    const pagefind = await this.#load();
    const facts = withCounts || isFiltered ? await this.#loadFacts() : undefined;
    if (!isWanted()) return undefined;

    const first =
      words.length > 0
        ? await searchLoosely(pagefind, understood, isWanted)
        : isFiltered
          ? await everyPage(pagefind)
          : [];
    if (!first) return undefined;
    if (first.length === 0 && understood.phrases.length > 0) {
      // Nowhere in these very words: the nearest is where they stand apart.
      const loose = await this.#find({ ...ask, query: understood.text.replaceAll('"', ' ') }, isWanted);
      return loose && { ...loose, understood, isNearest: true };
    }
    const known = await knownWords(first.slice(0, enough), words);
    if (!isWanted()) return undefined;

    // The words that stand nowhere have brought noise with them; without them the rest is searched again.
    const isPartly = known.length < words.length;
    const again = { ...understood, text: known.join(' '), words: known };
    const all = !isPartly ? first : known.length > 0 ? await searchLoosely(pagefind, again, isWanted) : [];
    if (!all) return undefined;
    const ranked = await ownQuestionFirst(all, understood.text);
    if (!isWanted()) return undefined;
    const hits = facts ? ranked.filter(({ id }) => facts.fits(id, filters)) : ranked;
    const read = readerOf(hits, known);
    return {
      kind: 'found',
      understood,
      results: await read(limit),
      total: hits.length,
      ...(isPartly && known.length > 0 && { showingFor: known }),
      isNearest: hits.length === 0 || (isPartly && known.length * 2 <= words.length),
      ...(withCounts && facts && { counts: facts.count(all, filters) }),
      read,
    };
  }

  #load(): Promise<Pagefind> {
    this.#pagefind ??= this.#start().catch((error: unknown) => {
      this.#pagefind = undefined;
      throw error;
    });
    return this.#pagefind;
  }

  async #start(): Promise<Pagefind> {
    // A browser remembers a module that it could not fetch; under another address it tries again.
    const again = this.#starts++ > 0 ? `?${this.#starts}` : '';
    const pagefind = (await import(
      /* @vite-ignore */ `${this.#base}pagefind/pagefind.js${again}`
    )) as Pagefind;
    await pagefind.options({
      baseUrl: this.#base,
      excerptLength: 24,
      excerptEllipsis: '…',
      ranking: { termSimilarity: 2, metaWeights: fieldWeights },
    });
    await pagefind.init();
    return pagefind;
  }

  #loadFacts(): Promise<Facts> {
    this.#facts ??= this.#load()
      .then(readFacts)
      .catch((error: unknown) => {
        this.#facts = undefined;
        throw error;
      });
    return this.#facts;
  }
}

/** Makes the query's searches level by level, and stops loosening when there is enough. */
async function searchLoosely(
  pagefind: Pagefind,
  understood: Understood,
  isWanted: () => boolean,
): Promise<Hit[] | undefined> {
  const steps = relaxations(understood);
  const scored = new Map<string, Hit>();
  for (const level of [0, 1, 2]) {
    const now = steps.filter((step) => step.level === level);
    // Asked together, so that the worker need not wait for each answer to be taken away.
    const answers = await Promise.all(now.map(({ query }) => pagefind.search(query)));
    if (!isWanted()) return undefined;
    for (const [index, { results }] of answers.entries()) {
      for (const hit of results) addScore(scored, hit, now[index]!.weight);
    }
    if (scored.size >= enough) break;
  }
  const hits = [...scored.values()].sort((a, b) => b.score - a.score);
  return withPhrases(pagefind, hits, understood.phrases);
}

function addScore(scored: Map<string, Hit>, hit: Hit, weight: number): void {
  const before = scored.get(hit.id);
  if (before) before.score += weight * hit.score;
  else scored.set(hit.id, { id: hit.id, score: weight * hit.score, data: readOnce(hit) });
}

/** Through the hit itself: Pagefind's worker forgets what it found once nobody holds the hit any more. */
function readOnce(hit: Hit): Hit['data'] {
  let page: Promise<PageData> | undefined;
  return () => (page ??= hit.data());
}

async function withPhrases(pagefind: Pagefind, hits: Hit[], phrases: string[]): Promise<Hit[]> {
  let held = hits;
  for (const phrase of phrases) {
    const { results } = await pagefind.search(`"${phrase}"`);
    const ids = new Set(results.map(({ id }) => id));
    held = held.filter(({ id }) => ids.has(id));
  }
  return held;
}

/** For an empty query with filters. Pages come in the order of the index, which is that of their addresses. */
async function everyPage(pagefind: Pagefind): Promise<Hit[]> {
  const { results } = await pagefind.search(null);
  return results.map((hit) => ({ id: hit.id, score: 0, data: readOnce(hit) }));
}

/** Among the best pages, those that name the query as one of their own questions come first; the others keep their order. */
async function ownQuestionFirst(hits: Hit[], query: string): Promise<Hit[]> {
  const best = await Promise.all(
    hits
      .slice(0, enough)
      .map(async (hit) => ({ hit, asked: askedFor(await hit.data(), query.toLowerCase()) })),
  );
  return [...best.sort((a, b) => b.asked - a.asked).map(({ hit }) => hit), ...hits.slice(enough)];
}

/** Which words the best pages really hold. */
async function knownWords(hits: Hit[], words: string[]): Promise<string[]> {
  const pages = await Promise.all(hits.map(async (hit) => wordsOfPage(await hit.data())));
  return words.filter((word) => pages.some((page) => holdsWord(page, word)));
}

function readerOf(hits: Hit[], words: string[]): Found['read'] {
  return (count) => Promise.all(hits.slice(0, count).map(async (hit) => makeResult(await hit.data(), words)));
}

/** Which ids of the facets each page has. */
class Facts {
  readonly #pages = new Map<string, Set<string>>();

  add(page: string, facet: Facet, id: string): void {
    const facts = this.#pages.get(page) ?? new Set();
    this.#pages.set(page, facts.add(`${facet}:${id}`));
  }

  fits(page: string, filters: Filters): boolean {
    const facts = this.#pages.get(page);
    return facets.every((facet) => !filters[facet] || facts?.has(`${facet}:${filters[facet]}`));
  }

  /** For each facet, among the hits that fit the filters of all other facets. */
  count(hits: Hit[], filters: Filters): Counts {
    const counts = Object.fromEntries(facets.map((facet) => [facet, new Map<string, number>()])) as Counts;
    for (const facet of facets) {
      const others = { ...filters, [facet]: undefined };
      for (const { id: page } of hits) {
        if (!this.fits(page, others)) continue;
        for (const fact of this.#pages.get(page) ?? []) {
          if (!fact.startsWith(`${facet}:`)) continue;
          const id = fact.slice(facet.length + 1);
          counts[facet].set(id, (counts[facet].get(id) ?? 0) + 1);
        }
      }
    }
    return counts;
  }
}

async function readFacts(pagefind: Pagefind): Promise<Facts> {
  const facts = new Facts();
  const known = await pagefind.filters();
  for (const facet of facets) {
    for (const id of Object.keys(known[facet] ?? {})) {
      const { results } = await pagefind.search(null, { filters: { [facet]: id } });
      for (const hit of results) facts.add(hit.id, facet, id);
    }
  }
  return facts;
}
