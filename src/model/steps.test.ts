import assert from 'node:assert/strict';
import { test } from 'node:test';
import { alignSteps, splitSequence } from './steps.ts';

test('an unchanged page keeps every tick', () => {
  assert.deepEqual(alignSteps(['AAaa', 'BBbb'], ['AAaa', 'BBbb']), [
    { is: 'same', was: 0 },
    { is: 'same', was: 1 },
  ]);
});

test('an edited step between two unchanged ones has changed, whatever its new words', () => {
  assert.deepEqual(alignSteps(['AAaa', 'BBbb', 'CCcc'], ['AAaa', 'XXxx', 'CCcc']), [
    { is: 'same', was: 0 },
    { is: 'changed', was: 1 },
    { is: 'same', was: 2 },
  ]);
});

test('a step inserted before an edited one is new, and the edited one has changed', () => {
  assert.deepEqual(alignSteps(['AAaa', 'BBbb', 'CCcc'], ['AAaa', 'NNnn', 'BBzz', 'CCcc']), [
    { is: 'same', was: 0 },
    { is: 'new' },
    { is: 'changed', was: 1 },
    { is: 'same', was: 2 },
  ]);
});

test('moving a step keeps the others', () => {
  const fates = alignSteps(['AAaa', 'BBbb', 'CCcc', 'DDdd'], ['BBbb', 'CCcc', 'DDdd', 'AAaa']);
  assert.deepEqual(
    fates.slice(0, 3).map(({ is }) => is),
    ['same', 'same', 'same'],
  );
});

test('a removed step leaves no trace in the others', () => {
  assert.deepEqual(alignSteps(['AAaa', 'BBbb', 'CCcc'], ['AAaa', 'CCcc']), [
    { is: 'same', was: 0 },
    { is: 'same', was: 2 },
  ]);
});

test('a page ticked for the first time, or kept by something else, starts empty', () => {
  assert.deepEqual(alignSteps([], ['AAaa']), [{ is: 'new' }]);
  assert.deepEqual(splitSequence('AAa'), []);
  assert.deepEqual(splitSequence('<scr'), []);
  assert.deepEqual(splitSequence('AA_-bb01'), ['AA_-', 'bb01']);
});

test('every fate points to a different step of then, for random edits', () => {
  let seed = 7;
  const random = (n: number) => (seed = (seed * 1103515245 + 12345) % 2147483648) % n;
  const hash = () => `${'ABCD'[random(4)]}${'ABCD'[random(4)]}${'ab'[random(2)]}${'ab'[random(2)]}`;
  for (let round = 0; round < 500; round++) {
    const before = Array.from({ length: random(8) }, hash);
    const now = before.flatMap((step) =>
      random(5) === 0 ? [] : random(4) === 0 ? [hash(), step] : [random(4) === 0 ? hash() : step],
    );
    const fates = alignSteps(before, now);
    const used = fates.flatMap((fate) => (fate.is === 'new' ? [] : [fate.was]));
    assert.equal(fates.length, now.length);
    assert.equal(new Set(used).size, used.length);
    for (const [index, fate] of fates.entries())
      if (fate.is === 'same') assert.equal(before[fate.was], now[index]);
  }
});
