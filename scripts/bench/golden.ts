/** How often people find the right page: the golden queries, against four other searches over the same pages. */
import { asksTable, compare, tableOf, type Outcome } from '../../e2e/golden/report.ts';
import { figuresOf } from '../../e2e/golden/score.ts';
import type { Line, Measurement, Wish } from './measurement.ts';

export const goldenMeasurement: Measurement = {
  name: 'golden',
  about: `What people type at work, over the shipped pages, and how often the right one is not there. The figures are of the
test set, which no tuning has seen; the peer is the best of the others.`,
  measure,
};

async function measure({ root, say }: Wish): Promise<Line[]> {
  const outcomes = await compare(root, say);
  say(`\n${tableOf(outcomes)}\n\n${await asksTable(root)}\n`);
  const pages = new Set(outcomes[0]!.ranked.flatMap((query) => query.pages)).size;
  return [
    lineOf('right page not first', pages, 15, outcomes, (outcome) => 1 - testFigures(outcome).first),
    lineOf('not in the first three', pages, 5, outcomes, (outcome) => 1 - testFigures(outcome).firstThree),
    lineOf('nonsense that finds something', pages, 0, outcomes, (outcome) => outcome.falseShare),
  ];
}

function testFigures({ ranked }: Outcome) {
  return figuresOf(ranked.filter(({ set }) => set === 'test'));
}

function lineOf(
  what: string,
  pages: number,
  most: number,
  [ours, ...peers]: Outcome[],
  shareOf: (outcome: Outcome) => number,
): Line {
  const best = peers
    .map((peer) => ({ name: peer.name, value: shareOf(peer) * 100 }))
    .sort((a, b) => a.value - b.value)[0]!;
  return { what, pages, unit: '%', ours: shareOf(ours!) * 100, peer: best, budget: { of: 'ours', most } };
}
