/** How often somebody who knows a page, and types what they remember of it, gets it first among thousands. */
import { documentsOf } from '../../e2e/golden/documents.ts';
import type { Engine } from '../../e2e/golden/engine.ts';
import { makeLunr } from '../../e2e/golden/peers/lunr.ts';
import { makeMiniSearch } from '../../e2e/golden/peers/minisearch.ts';
import { makePagefind } from '../../e2e/golden/peers/pagefind.ts';
import { makeAnswers } from '../../e2e/golden/sidekick.ts';
import { readPage } from '../../src/content/page.ts';
import { readSettings } from '../../src/content/read.ts';
import { pageOptions } from '../../src/content/settings.ts';
import { makeLibrary, type Library } from '../../src/model/library.ts';
import { generatePages, type GeneratedPage } from './corpus.ts';
import type { Line, Measurement, Wish } from './measurement.ts';
import { diceFor, type Dice } from './random.ts';
import { sidekickSite } from './sites/sidekick.ts';

export const findMeasurement: Measurement = {
  name: 'find',
  about: `One query for each generated page, of what somebody remembers of it: its words in another order, a whole sentence, half the
last word, or a typing error. How often the page is not the first result.`,
  measure,
};

/** Per cent of the queries. */
const budget = 3;
/** As few pages as that are no haystack. */
const fewest = 1000;

async function measure({ root, pages: sizes, say }: Wish): Promise<Line[]> {
  const lines: Line[] = [];
  for (const size of sizes) {
    const pages = generatePages(size);
    const library = await libraryOf(root, pages);
    const ours = await missedShare(makeAnswers(library), pages);
    const documents = documentsOf(library);
    for (const make of [
      () => makePagefind(library),
      () => makeLunr(documents),
      () => makeMiniSearch(documents),
    ]) {
      const peer = await make();
      const value = 100 * (await missedShare(peer, pages));
      await peer.close?.();
      say(`  ${size} pages: ${(100 * ours).toFixed(1)} % not first, with ${peer.name} ${value.toFixed(1)} %`);
      const line: Line = {
        what: 'known page not first',
        pages: size,
        unit: '%',
        ours: 100 * ours,
        peer: { name: peer.name, value },
      };
      lines.push(size < fewest ? line : { ...line, budget: { of: 'ours', most: budget } });
    }
  }
  return lines;
}

/** Generated pages as the site has them. */
export async function libraryOf(root: string, pages: GeneratedPage[]): Promise<Library> {
  const { settings } = await readSettings(root);
  if (!settings) throw new Error('The settings have findings: run the check.');
  const site = sidekickSite(root, '');
  const read = pages.map((page) => {
    const result = readPage(
      site.pageText(page),
      `${site.pagesFolder}/${site.pageFile(page)}`,
      pageOptions(settings),
    );
    if (!result.page) throw new Error(`The check refuses ${page.slug}.`);
    return result.page;
  });
  return makeLibrary(read, settings);
}

/** The share of the pages that are not the first result of their query, from 0 to 1. */
export async function missedShare(engine: Engine, pages: GeneratedPage[]): Promise<number> {
  let missed = 0;
  for (const page of pages) {
    const [first] = await engine.find(remember(page));
    if (first !== `job-aids/${page.slug}`) missed++;
  }
  return missed / pages.length;
}

/** What somebody types who has seen the page before. */
export function remember(page: GeneratedPage): string {
  const dice = diceFor(`query for ${page.slug}`);
  const words = page.title
    .toLowerCase()
    .split(' ')
    .filter((word) => !small.has(word));
  const ways = [
    () => shuffled(words, dice).join(' '),
    () => `how do I ${page.title.toLowerCase()}?`,
    () => words.join(' ').slice(0, -2),
    () => withTypo(words, dice).join(' '),
  ];
  return dice.pick(ways)();
}

const small = new Set(['a', 'an', 'the', 'at', 'in', 'of', 'on', 'for', 'from', 'with', 'is', 'by']);

function shuffled(words: string[], dice: Dice): string[] {
  return words
    .map((word) => ({ word, place: dice.number(0, 1_000_000) }))
    .sort((a, b) => a.place - b.place)
    .map(({ word }) => word);
}

/** Two letters change places in the longest word. */
function withTypo(words: string[], dice: Dice): string[] {
  const longest = words.toSorted((a, b) => b.length - a.length)[0]!;
  const at = dice.number(1, longest.length - 3);
  const typed = longest.slice(0, at) + longest[at + 1] + longest[at] + longest.slice(at + 2);
  return words.map((word) => (word === longest ? typed : word));
}
