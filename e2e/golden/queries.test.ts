/** The queries themselves: enough of them, in nobody's words but the readers', and fair. */
import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import type { Library } from '../../src/model/library.ts';
import { projectRoot } from '../../scripts/command.ts';
import { readShippedLibrary } from './documents.ts';
import { kinds, readQueries, sameWords, type Queries } from './queries.ts';

const fewest = 6;

describe('the golden queries', () => {
  let library: Library;
  let queries: Queries;

  before(async () => {
    [library, queries] = await Promise.all([readShippedLibrary(projectRoot), readQueries()]);
  });

  it(`ask at least ${fewest} times for each page that is there`, () => {
    const asked = Map.groupBy(queries.asked, ({ pages }) => pages[0]!);
    const few = [...library.byId.keys()].filter((id) => (asked.get(id)?.length ?? 0) < fewest).sort();
    assert.deepEqual(few, [], 'Write down how people would ask for these (e2e/golden/README.md tells how).');
  });

  it('lead to pages that are there or planned', () => {
    const known = new Set([...library.byId.keys(), ...queries.planned]);
    const lost = queries.asked.flatMap(({ text, pages }) =>
      pages.filter((id) => !known.has(id)).map((id) => `${text}: ${id}`),
    );
    assert.deepEqual(lost, []);
  });

  it('are nobody’s ask, title or short address', () => {
    const own = new Set(
      library.pages.flatMap(({ data }) => [data.title, ...data.asks, ...data.aliases]).map(sameWords),
    );
    const taken = queries.asked.map(({ text }) => text).filter((text) => own.has(sameWords(text)));
    assert.deepEqual(taken, [], 'A query that is copied from a page, or into one, measures nothing.');
  });

  it('are each asked once', () => {
    const all = [...queries.asked.map(({ text }) => text), ...queries.nothing, ...queries.elsewhere];
    const twice = [...Map.groupBy(all, (text) => sameWords(text) || text)].filter(
      ([, same]) => same.length > 1,
    );
    assert.deepEqual(twice, []);
  });

  it('come in every kind, in both sets', () => {
    for (const set of ['tuning', 'test'] as const) {
      const there = new Set(queries.asked.filter((query) => query.set === set).map(({ kind }) => kind));
      assert.deepEqual(
        kinds.filter((kind) => !there.has(kind)),
        [],
        set,
      );
    }
  });

  it('stand apart for a test by about a third', () => {
    const share = queries.asked.filter(({ set }) => set === 'test').length / queries.asked.length;
    assert.ok(share > 0.28 && share < 0.38, `${share}`);
  });

  it('hold thirty that nothing here answers', () => {
    assert.equal(queries.nothing.length, 30);
  });
});
