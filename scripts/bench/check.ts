/** How long a contributor waits for `npm run check`. */
import { generatePages } from './corpus.ts';
import { median, type Line, type Measurement, type Wish } from './measurement.ts';
import { costOf } from './program.ts';
import { copySidekick } from './sites/sidekick.ts';
import { edit, fill, forget, type Site } from './sites/site.ts';

export const checkMeasurement: Measurement = {
  name: 'check',
  about: `The check as a program, from start to end, without anything that an earlier check or build has kept; then
after one edit.`,
  measure,
};

/** Size → most seconds without anything kept. */
const budgets = new Map([
  [1, 1],
  [1000, 10],
]);
/** A contributor checks one page, among however many. */
const editBudget = 1;

async function measure(wish: Wish): Promise<Line[]> {
  const site = await copySidekick(wish.root, wish.scratch);
  const sizes = [1, ...wish.pages.filter((size) => size <= 1000)];
  const lines: Line[] = [];
  for (const size of new Set(sizes)) lines.push(...(await measureSize(site, size, wish)));
  return lines;
}

async function measureSize(site: Site, size: number, wish: Wish): Promise<Line[]> {
  const pages = generatePages(size);
  await fill(site, pages);
  const cold: number[] = [];
  const edited: number[] = [];
  for (let round = 1; round <= wish.runs(size); round++) {
    await forget(site);
    cold.push(await secondsOf(site));
    await edit(site, pages[Math.floor(size / 2)]!, round);
    edited.push(await secondsOf(site));
  }
  wish.say(
    `  check of ${size} ${size === 1 ? 'page' : 'pages'}: ${median(cold).toFixed(2)} s; after one edit ${median(edited).toFixed(2)} s`,
  );
  const most = budgets.get(size);
  return [
    {
      what: 'check',
      pages: size,
      unit: 's',
      ours: median(cold),
      runs: { ours: cold },
      ...(most && { budget: { of: 'ours', most } }),
    },
    ...(size > 1 ? [perPage(size, median(cold))] : []),
    {
      what: 'check after one edit',
      pages: size,
      unit: 's',
      ours: median(edited),
      runs: { ours: edited },
      budget: { of: 'ours', most: editBudget },
    },
  ];
}

function perPage(size: number, seconds: number): Line {
  return { what: 'check, a page', pages: size, unit: 'ms', ours: (seconds / size) * 1000 };
}

async function secondsOf(site: Site): Promise<number> {
  return (await costOf([['scripts/check.ts']], site.folder)).seconds;
}
