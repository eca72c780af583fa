import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readArguments } from './bench.ts';

test('without arguments everything is measured at three sizes', () => {
  const { chosen, pages, runs } = readArguments([]);
  assert.deepEqual(
    chosen.map(({ name }) => name),
    ['check', 'build', 'tools', 'hostile'],
  );
  assert.deepEqual(pages, [100, 1000, 4000]);
  assert.deepEqual(pages.map(runs), [3, 3, 1]);
});

test('one measurement, chosen sizes and runs', () => {
  const { chosen, pages, runs } = readArguments(['build', '--pages', '1000,100', '--runs', '2']);
  assert.deepEqual(
    chosen.map(({ name }) => name),
    ['build'],
  );
  assert.deepEqual([pages, runs(100)], [[100, 1000], 2]);
});

test('a mistake is answered with how to call it', () => {
  for (const args of [['speed'], ['--pages', 'many'], ['--often']])
    assert.throws(() => readArguments(args), /npm run bench/);
});
