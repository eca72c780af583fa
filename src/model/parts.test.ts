import assert from 'node:assert/strict';
import { test } from 'node:test';
import { partPath, partsOf } from './parts.ts';

test('a long list comes in parts that leave nothing out', () => {
  const items = Array.from({ length: 125 }, (_, i) => i);
  const parts = partsOf(items, 60);
  assert.deepEqual(
    parts.map(({ number, of, items: some }) => [number, of, some.length]),
    [
      [1, 3, 60],
      [2, 3, 60],
      [3, 3, 5],
    ],
  );
  assert.deepEqual(
    parts.flatMap((part) => part.items),
    items,
  );
});

test('a short or empty list is one part, at the address of the list', () => {
  assert.deepEqual(partsOf([], 60), [{ number: 1, of: 1, items: [] }]);
  assert.equal(partsOf([1], 60).length, 1);
  assert.equal(partPath('stages/novice', 1), 'stages/novice');
  assert.equal(partPath('stages/novice', 2), 'stages/novice/2');
});
