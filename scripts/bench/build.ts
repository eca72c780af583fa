/** How long a whole build and a rebuild after one edit take, and how much memory: ours beside Astro with MDX and Starlight. */
import { generatePages, type GeneratedPage } from './corpus.ts';
import { growthOf, type Point } from './growth.ts';
import { median, type Line, type Measurement, type Wish } from './measurement.ts';
import type { Cost, Usage } from './program.ts';
import { astroMdxSite } from './sites/astro-mdx.ts';
import { installPeers } from './sites/peers.ts';
import { copySidekick } from './sites/sidekick.ts';
import { build, edit, fill, forget, weigh, weighPage, type Site, type Weight } from './sites/site.ts';
import { starlightSite } from './sites/starlight.ts';

export const buildMeasurement: Measurement = {
  name: 'build',
  about: `The same pages as a Sidekick, a plain Astro + @astrojs/mdx and a Starlight site (once from .mdx, once from .md
files), each with its Pagefind index, in turns. Ours checks the content, renders, writes the extras and the index.
Cold: without any cache. Rebuild: one sentence of one page edited, caches warm. Memory: the most that all processes
of a build hold at once. Processor: the seconds that cores worked for it, steadier than wall time on a busy machine.`,
  measure,
};

/** What was seen of one site at one size. */
interface Seen {
  site: Site;
  cold: Cost[];
  rebuild: Cost[];
  weight?: Weight;
  /** Bytes of the first page, which is the same at every size. */
  pageBytes: number;
}

async function measure(wish: Wish): Promise<Line[]> {
  const peers = await installPeers(wish.root, wish.scratch, wish.say);
  const ours = await copySidekick(wish.root, wish.scratch);
  const sites = [ours, astroMdxSite(peers), starlightSite(peers, 'mdx'), starlightSite(peers, 'md')];
  const bySize = new Map<number, Seen[]>();
  for (const size of wish.pages) bySize.set(size, await measureSize(sites, size, wish));
  const [compared, largest] = [linesOf, largestOf].map((of) =>
    [...bySize].flatMap(([size, seen]) => of(size, seen)),
  );
  return [...compared!, ...largest!, ...growthOf(pointsOf(bySize))];
}

function pointsOf(bySize: Map<number, Seen[]>): Point[] {
  return [...bySize].map(([pages, [ours]]) => ({
    pages,
    seconds: median(ours!.cold.map(({ seconds }) => seconds)),
    pageBytes: ours!.pageBytes,
  }));
}

async function measureSize(sites: Site[], size: number, wish: Wish): Promise<Seen[]> {
  const pages = generatePages(size);
  const seen = sites.map((site): Seen => ({ site, cold: [], rebuild: [], pageBytes: 0 }));
  for (const { site } of seen) await fill(site, pages);
  for (let round = 1; round <= wish.runs(size); round++) {
    // Every other round in the other order: what disturbs the machine for a while disturbs all of them.
    for (const one of round % 2 === 1 ? seen : seen.toReversed()) await measureRound(one, pages, round, wish);
  }
  return seen;
}

async function measureRound(seen: Seen, pages: GeneratedPage[], round: number, { say }: Wish): Promise<void> {
  const { site } = seen;
  const page = pages[Math.floor(pages.length / 2)]!;
  await forget(site);
  const cold = await build(site, pages);
  Object.assign(seen, { weight: await weigh(site), pageBytes: await weighPage(site, pages[0]!) });
  await edit(site, page, round);
  const rebuild = await build(site, pages, { page, version: round });
  seen.cold.push(cold);
  seen.rebuild.push(rebuild);
  say(`  ${site.name}, ${pages.length} pages: ${describe(cold)}; rebuild ${describe(rebuild)}`);
}

function describe({ seconds, usage }: Cost): string {
  const used = usage ? ` (processor ${usage.processor.toFixed(1)} s), ${Math.round(usage.megabytes)} MB` : '';
  return `${seconds.toFixed(1)} s${used}`;
}

/** The budgets of the design stand at this size, against Starlight. */
const budgeted = { pages: 4000, peer: /^Starlight/, cold: 0.35, memory: 0.5, rebuild: 0.2 };

/** KB of 1,024 bytes before a page shows; its styles are not even counted here. */
const firstPaint = 14;

function linesOf(pages: number, [ours, ...peers]: Seen[]): Line[] {
  return peers.flatMap((peer) => {
    const budget = (most: number) =>
      pages === budgeted.pages && budgeted.peer.test(peer.site.name)
        ? { budget: { of: 'ratio' as const, most } }
        : {};
    const line = (
      what: string,
      unit: 's' | 'MB',
      figures: (seen: Seen) => number[],
      most?: number,
    ): Line[] => {
      const runs = { ours: figures(ours!), peer: figures(peer) };
      if (runs.ours.length === 0 || runs.peer.length === 0) return [];
      const value = { name: peer.site.name, value: median(runs.peer) };
      return [{ what, pages, unit, ours: median(runs.ours), peer: value, runs, ...(most && budget(most)) }];
    };
    return [
      ...line('cold build', 's', ({ cold }) => cold.map(({ seconds }) => seconds), budgeted.cold),
      ...line('cold build, processor', 's', ({ cold }) => usages(cold, 'processor')),
      ...line('cold build, memory', 'MB', ({ cold }) => usages(cold, 'megabytes'), budgeted.memory),
      ...line(
        'rebuild after one edit',
        's',
        ({ rebuild }) => rebuild.map(({ seconds }) => seconds),
        budgeted.rebuild,
      ),
      ...line('rebuild, processor', 's', ({ rebuild }) => usages(rebuild, 'processor')),
      ...line('rebuild, memory', 'MB', ({ rebuild }) => usages(rebuild, 'megabytes')),
      ...line('bytes of the site', 'MB', ({ weight }) => [weight!.bytes / 1e6]),
    ];
  });
}

/** Long lists have to be split: no page of ours may need more than one round trip before it shows. */
function largestOf(pages: number, [ours]: Seen[]): Line[] {
  const { name, compressed } = ours!.weight!.largest;
  const what = `largest HTML, gzip -9: ${name.replace(/index\.html$/, '')}`;
  return [{ what, pages, unit: 'KB', ours: compressed / 1024, budget: { of: 'ours', most: firstPaint } }];
}

function usages(costs: Cost[], what: keyof Usage): number[] {
  return costs.flatMap(({ usage }) => usage?.[what] ?? []);
}
