/** The table of figures: us and the peers, by set and by kind. `npm run bench -- golden` prints it. */
import { projectRoot } from '../../scripts/command.ts';
import { makeLibrary } from '../../src/model/library.ts';
import { indexSize } from '../../src/search/write-answers.ts';
import { documentsOf, readShippedLibrary } from './documents.ts';
import type { Engine } from './engine.ts';
import { makeFuse, makeFuseByWords } from './peers/fuse.ts';
import { makeLunr } from './peers/lunr.ts';
import { makeMiniSearch } from './peers/minisearch.ts';
import { makePagefind } from './peers/pagefind.ts';
import { answerable, kinds, readQueries } from './queries.ts';
import { falseFinds, figuresOf, rank, type Ranked } from './score.ts';
import { makeAnswers, makeSidekick } from './sidekick.ts';

/** What one engine reached. */
export interface Outcome {
  name: string;
  ranked: Ranked[];
  /** Of the queries that nothing answers, how many found something, and which share that is. */
  false: number;
  falseShare: number;
  /** The same share of the queries that belong elsewhere. */
  elsewhereShare: number;
}

/** Ours first. @param say hears when an engine is done */
export async function compare(
  root = projectRoot,
  say: (text: string) => void = () => {},
): Promise<Outcome[]> {
  const library = await readShippedLibrary(root);
  const documents = documentsOf(library);
  const { asked, nothing, elsewhere } = await readQueries();
  const queries = answerable(asked, new Set(library.byId.keys()));
  const outcomes: Outcome[] = [];
  const engines: (() => Engine | Promise<Engine>)[] = [
    () => makeSidekick(library),
    () => makeMiniSearch(documents),
    () => makeLunr(documents),
    () => makePagefind(library),
    () => makeFuse(documents),
    () => makeFuseByWords(documents),
  ];
  for (const make of engines) {
    const engine = await make();
    const ranked = await rank(engine, queries);
    const found = (await falseFinds(engine, nothing)).length;
    const others = (await falseFinds(engine, elsewhere)).length;
    outcomes.push({
      name: engine.name,
      ranked,
      false: found,
      falseShare: found / nothing.length,
      elsewhereShare: others / elsewhere.length,
    });
    await engine.close?.();
    say(`  ${engine.name}: ${queries.length} queries asked`);
  }
  return outcomes;
}

/** What asks are worth: the figures of both sets, and the bytes of the index a page, if pages had only their first few. */
export async function asksTable(root = projectRoot): Promise<string> {
  const library = await readShippedLibrary(root);
  const { asked } = await readQueries();
  const queries = answerable(asked, new Set(library.byId.keys()));
  const rows = [row('asks a page', 'queries', 'first', 'first 3', 'first 5', 'MRR', 'bytes a page')];
  for (const most of [4, 8, 16, 32, Infinity]) {
    const pages = library.pages.map((page) => ({
      ...page,
      data: { ...page.data, asks: page.data.asks.slice(0, most) },
    })) as typeof library.pages;
    const fewer = makeLibrary(pages, library);
    const ranked = await rank(makeAnswers(fewer), queries);
    const size = Math.round(indexSize(fewer) / pages.length);
    rows.push(row(most === Infinity ? 'all' : String(most), ...cellsOf(ranked), String(size)));
  }
  return ['what asks are worth, first tier, both sets', ...rows].join('\n');
}

export function tableOf(outcomes: Outcome[]): string {
  const parts = (['test', 'tuning'] as const).map((set) =>
    [
      `${set} set`,
      row('', 'queries', 'first', 'first 3', 'first 5', 'MRR', 'found wrongly', 'elsewhere'),
      ...outcomes.map(({ name, ranked, false: wrong, elsewhereShare }) =>
        row(
          name,
          ...cellsOf(ranked.filter((query) => query.set === set)),
          String(wrong),
          percent(elsewhereShare),
        ),
      ),
    ].join('\n'),
  );
  const [ours] = outcomes;
  const byKind = kinds.map((kind) =>
    row(kind, ...cellsOf(ours!.ranked.filter((query) => query.kind === kind))),
  );
  return [
    ...parts,
    ['ours by kind, both sets', row('', 'queries', 'first', 'first 3', 'first 5', 'MRR'), ...byKind].join(
      '\n',
    ),
  ].join('\n\n');
}

function cellsOf(ranked: Ranked[]): string[] {
  const { queries, first, firstThree, firstFive, mrr } = figuresOf(ranked);
  return [String(queries), percent(first), percent(firstThree), percent(firstFive), mrr.toFixed(3)];
}

function percent(share: number): string {
  return `${(share * 100).toFixed(1)} %`;
}

function row(name: string, ...cells: string[]): string {
  return `${name.padEnd(18)}${cells.map((cell) => cell.padStart(15)).join('')}`.trimEnd();
}
