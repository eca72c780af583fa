/** What somebody waits for who searches: on a phone and a slow line for the first result, on a warm page after every key. */
import { readFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { chromium, type Browser } from 'playwright';
import { findChromium } from '../browser.ts';
import { serveFolder } from '../serve.ts';
import { generatePages, type GeneratedPage } from './corpus.ts';
import { median, type Line, type Measurement, type Wish } from './measurement.ts';
import { sidekickBox, starlightBox, vitepressBox, type Box } from './search/boxes.ts';
import type { Key } from './search/in-page.ts';
import { searchOnce, showOnce, typeAll, type First, type Place, type Shown } from './search/visit.ts';
import { builtOnce } from './sites/kept.ts';
import { installPeers } from './sites/peers.ts';
import { copySidekick } from './sites/sidekick.ts';
import type { Site } from './sites/site.ts';
import { starlightSite } from './sites/starlight.ts';
import { vitepressSite } from './sites/vitepress.ts';

export const searchMeasurement: Measurement = {
  name: 'search',
  about: `The same pages as a Sidekick, a Starlight (Pagefind) and a VitePress site (MiniSearch), served alike, visited in Chromium in turns.
First result: from opening the search to a painted result that leads to a page; the query is entered at once as soon as the field
takes it. Slow 4G (150 ms, 1.6 Mbit/s), a processor four times slower (workers, which Starlight uses, stay fast), nothing in
the cache; the page has loaded and stood idle for five seconds, or has just loaded. Key to results: typed at 60 ms a key, no
slowing, from a key to the painted results for it or for a longer text. Last key: the same after the last letter only, as
the peers wait for a pause in typing. First paint and bytes of a page: with the answer index, and with its addresses shut.`,
  pages: [150, 4000],
  runs: 5,
  measure,
};

/** A site in the race, and what was seen of it. */
interface Entrant {
  name: string;
  place: Place;
  seen: Seen;
  close(): Promise<void>;
}

interface Seen {
  idle: First[];
  atOnce: First[];
  typed: Key[][];
}

/** Milliseconds for which a page has stood there when somebody looks up from it. */
const idle = 5000;
/** As many known items are typed. */
const typedQueries = 20;

const budgets = { first: 0.5, key: 50, paint: 1.05, pageBytes: 1 };
/** Pages from which on a warm key has its budget. */
const manyPages = 4000;

async function measure(wish: Wish): Promise<Line[]> {
  const peers = await installPeers(wish.root, wish.scratch, wish.say);
  const sites: [Site, Box][] = [
    [await copySidekick(wish.root, wish.scratch), sidekickBox],
    [starlightSite(peers, 'md'), starlightBox],
    [vitepressSite(peers), vitepressBox],
  ];
  const versions = await readFile(path.join(peers, 'package.json'), 'utf8');
  const kept = path.join(wish.scratch, 'search');
  const executablePath = await findChromium();
  const lines: Line[] = [];
  for (const size of wish.pages) {
    const pages = generatePages(size);
    const entrants: Entrant[] = [];
    for (const [site, box] of sites) {
      wish.say(`  ${site.name}, ${size} pages: building, unless it stands …`);
      entrants.push(await enter(site, box, await builtOnce(site, pages, kept, versions), pages));
    }
    const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] });
    try {
      lines.push(...(await measureSize(browser, entrants, pages, wish)));
    } finally {
      await browser.close();
      for (const { close } of entrants) await close();
    }
  }
  return lines;
}

/** Serves a site; what is visited is its page in the middle. */
async function enter(site: Site, box: Box, folder: string, pages: GeneratedPage[]): Promise<Entrant> {
  const { address, close } = await serveFolder({ folder });
  const middle = pages[Math.floor(pages.length / 2)]!;
  return {
    name: site.name,
    seen: { idle: [], atOnce: [], typed: [] },
    place: { address, box, path: site.builtPage(middle).replace(/index\.html$/, '') },
    close,
  };
}

async function measureSize(
  browser: Browser,
  entrants: Entrant[],
  pages: GeneratedPage[],
  { runs, say }: Wish,
): Promise<Line[]> {
  const size = pages.length;
  const queries = knownItems(pages, typedQueries);
  const shown: { there: Shown[]; shut: Shown[] } = { there: [], shut: [] };
  const [ours, ...peers] = entrants;
  for (let round = 0; round < runs(size); round++) {
    // Each is typed once, some in every round.
    const toType = queries.filter((_, index) => index % runs(size) === round);
    // Every other round in the other order: what disturbs the machine for a while disturbs all of them.
    for (const entrant of round % 2 === 0 ? entrants : entrants.toReversed()) {
      const told = await measureRound(browser, entrant, queries[round % queries.length]!, toType);
      say(`  ${entrant.name}, ${size} pages: ${told} (load ${os.loadavg()[0]!.toFixed(1)})`);
    }
    shown.there.push(await showOnce(browser, ours!.place));
    shown.shut.push(await showOnce(browser, ours!.place, '*/answers/*'));
  }
  return [...peers.flatMap((peer) => linesOf(size, ours!.seen, peer)), ...linesOfPage(size, shown)];
}

/** Returns what somebody who waits may like to read. */
async function measureRound(browser: Browser, { place, seen }: Entrant, query: string, toType: string[]) {
  const waited = await searchOnce(browser, place, query, idle);
  const hurried = await searchOnce(browser, place, query, 0);
  const typed = await typeAll(browser, place, toType);
  seen.idle.push(waited);
  seen.atOnce.push(hurried);
  seen.typed.push(...typed);
  const ms = (figure: number) => `${Math.round(figure)} ms`;
  const last = typed.length > 0 ? `, last key ${ms(median(lastKeys(typed)))}` : '';
  return `first result ${ms(waited.took)}, without idle time ${ms(hurried.took)}${last}`;
}

/** Words that somebody remembers of pages all over the corpus, in the order of their titles, so that every search finds them. */
export function knownItems(pages: GeneratedPage[], count: number): string[] {
  return Array.from({ length: count }, (_, index) => {
    const { title } = pages[Math.floor(((index + 0.5) * pages.length) / count)]!;
    const words = title.toLowerCase().split(' ');
    return words.filter((word) => word.length > 3).join(' ');
  });
}

function linesOf(pages: number, ours: Seen, { name, seen }: Entrant): Line[] {
  const line = (
    what: string,
    unit: 'ms' | 'KB',
    figures: (seen: Seen) => number[],
    rest: { of?: typeof median; budget?: Line['budget'] } = {},
  ): Line => {
    const { of = median, budget } = rest;
    const runs = { ours: figures(ours), peer: figures(seen) };
    const peer = { name, value: of(runs.peer) };
    return { what, pages, unit, ours: of(runs.ours), peer, runs, ...(budget && { budget }) };
  };
  const took = (firsts: First[]) => firsts.map((first) => first.took);
  return [
    line('first result', 'ms', ({ idle: waited }) => took(waited), {
      budget: { of: 'ratio', most: budgets.first },
    }),
    line('first result, no idle time', 'ms', ({ atOnce }) => took(atOnce)),
    line('bytes to the first result', 'KB', ({ idle: waited }) => waited.map(({ bytes }) => bytes / 1024)),
    line('… and those at idle', 'KB', ({ idle: waited }) =>
      waited.map(({ bytesWithIdle }) => bytesWithIdle / 1024),
    ),
    line('key to results, p95', 'ms', ({ typed }) => everyKey(typed), {
      of: percentile95,
      ...(pages >= manyPages && { budget: { of: 'ours', most: budgets.key } }),
    }),
    line('last key to results, p95', 'ms', ({ typed }) => lastKeys(typed), { of: percentile95 }),
    line('last key to results', 'ms', ({ typed }) => lastKeys(typed)),
  ];
}

function linesOfPage(pages: number, { there, shut }: { there: Shown[]; shut: Shown[] }): Line[] {
  const line = (what: string, unit: 'ms' | 'KB', most: number, figure: (shown: Shown) => number): Line => {
    const runs = { ours: there.map(figure), peer: shut.map(figure) };
    const peer = { name: 'without answer index', value: median(runs.peer) };
    return { what, pages, unit, ours: median(runs.ours), peer, runs, budget: { of: 'ratio', most } };
  };
  return [
    line('first paint of a page', 'ms', budgets.paint, ({ firstPaint }) => firstPaint),
    line('bytes of a page', 'KB', budgets.pageBytes, ({ bytes }) => bytes / 1024),
  ];
}

/** From the second letter on: one letter asks for nothing. */
function everyKey(typed: Key[][]): number[] {
  return typed.flatMap((keys) => keys.slice(1).map(answered));
}

function lastKeys(typed: Key[][]): number[] {
  return typed.map((keys) => answered(keys.at(-1)!));
}

/** @throws when nothing came of a key: a site that does not answer has no figure */
function answered({ text, took }: Key): number {
  if (took === undefined) throw new Error(`No results came for “${text}”.`);
  return took;
}

/** The figure that 95 % stay at or below. */
export function percentile95(figures: number[]): number {
  return figures.toSorted((a, b) => a - b)[Math.ceil(figures.length * 0.95) - 1]!;
}
