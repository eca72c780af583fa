import assert from 'node:assert/strict';
import { test } from 'node:test';
import { growthOf } from './growth.ts';

const point = (pages: number, seconds: number, pageBytes = 8000) => ({ pages, seconds, pageBytes });

test('a build whose time follows its pages grows by one, whatever it costs to start', () => {
  const [time, weight] = growthOf([point(100, 6), point(1000, 15), point(4000, 45)]);
  assert.equal(time!.ours, 1);
  assert.equal(weight!.ours, 1);
});

test('a build that compares every page with every other is found out', () => {
  const [time] = growthOf([100, 1000, 4000].map((pages) => point(pages, pages ** 2)));
  assert.ok(time!.ours > time!.budget!.most);
});

test('a page that grows with the corpus is found out', () => {
  const weight = growthOf([point(100, 6, 8000), point(1000, 15, 9000)]).at(-1)!;
  assert.ok(weight.ours > weight.budget!.most);
});

test('one size says nothing about growth', () => {
  assert.deepEqual(growthOf([point(100, 6)]), []);
});
