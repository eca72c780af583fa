import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readArguments } from './bench.ts';

test('without arguments everything is measured, at three sizes unless a measurement has its own', () => {
  const { chosen, wishFor } = readArguments([]);
  assert.deepEqual(
    chosen.map(({ name }) => name),
    ['check', 'build', 'tools', 'hostile', 'golden', 'find', 'search'],
  );
  const wishes = chosen.map(wishFor);
  const [check, search] = [wishes.at(0), wishes.at(-1)];
  assert.deepEqual(check!.pages, [100, 1000, 4000]);
  assert.deepEqual(check!.pages.map(check!.runs), [3, 3, 1]);
  assert.deepEqual(search!.pages, [150, 4000]);
  assert.deepEqual(search!.pages.map(search!.runs), [5, 5]);
});

test('one measurement, chosen sizes and runs', () => {
  for (const name of ['build', 'search']) {
    const { chosen, wishFor } = readArguments([name, '--pages', '1000,100', '--runs', '2']);
    assert.deepEqual(
      chosen.map((measurement) => measurement.name),
      [name],
    );
    const { pages, runs } = wishFor(chosen[0]!);
    assert.deepEqual([pages, runs(100)], [[100, 1000], 2]);
  }
});

test('a mistake is answered with how to call it', () => {
  for (const args of [['speed'], ['--pages', 'many'], ['--often']])
    assert.throws(() => readArguments(args), /npm run bench/);
});
