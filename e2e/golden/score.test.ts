import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Engine } from './engine.ts';
import { answerable, type Query } from './queries.ts';
import { changesOf, falseFinds, figuresOf, rank } from './score.ts';

const ask = (text: string, ...pages: string[]): Query => ({ text, kind: 'slang', pages, set: 'test' });
const found: Record<string, string[]> = {
  one: ['a', 'b'],
  four: ['x', 'y', 'z', 'a'],
  none: ['x'],
  eleven: [...'0123456789', 'a'],
};
const engine: Engine = { name: 'made up', find: (query) => found[query] ?? [] };

describe('the figures of a search', () => {
  it('count the first right page of several', async () => {
    const ranked = await rank(engine, [ask('one', 'b', 'a'), ask('four', 'a'), ask('none', 'a')]);
    assert.deepEqual(
      ranked.map(({ place }) => place),
      [1, 4, 0],
    );
    assert.deepEqual(figuresOf(ranked), {
      queries: 3,
      first: 1 / 3,
      firstThree: 1 / 3,
      firstFive: 2 / 3,
      mrr: (1 + 1 / 4) / 3,
    });
  });

  it('end after ten results, which is where readers end', async () => {
    const [ranked] = await rank(engine, [ask('eleven', 'a')]);
    assert.equal(ranked!.place, 0);
  });

  it('name what is found and should not be', async () => {
    assert.deepEqual(await falseFinds(engine, ['one', 'qwertz']), ['one']);
  });

  it('name a query that drops out of the first three, and one that is on the list of misses and is found', async () => {
    const ranked = await rank(engine, [ask('one', 'a'), ask('four', 'a'), ask('none', 'a')]);
    const { dropped, mended } = changesOf(ranked, ['one', 'none', 'gone']);
    assert.deepEqual(
      dropped.map(({ text }) => text),
      ['four'],
    );
    assert.deepEqual(mended, ['one', 'gone']);
  });
});

describe('a query', () => {
  it('waits for its page, unless another one helps today', () => {
    const queries = [ask('for both', 'planned', 'here'), ask('for one', 'planned')];
    assert.deepEqual(answerable(queries, new Set(['here'])), [ask('for both', 'here')]);
  });
});
