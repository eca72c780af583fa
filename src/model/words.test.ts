import assert from 'node:assert/strict';
import { test } from 'node:test';
import { count, fill, readableDay, readableList } from './words.ts';

test('places are filled, unknown ones stay to be seen', () => {
  assert.equal(fill('{n} of {title}, {gone}', { n: 2, title: '$& {n}' }), '2 of $& {n}, {gone}');
});

test('numbers take the plural form of the language', () => {
  const text = { one: '{n} strona', few: '{n} strony', many: '{n} stron', other: '{n} strony' };
  assert.deepEqual(
    [1, 3, 5].map((n) => count(text, n, 'pl')),
    ['1 strona', '3 strony', '5 stron'],
  );
});

test('a day reads as people say it, wherever the build runs', () => {
  assert.equal(readableDay('2026-11-20', 'en'), '20 November 2026');
});

test('names are listed as people say them', () => {
  assert.equal(readableList(['Ada', 'Ben', 'Cleo'], 'en'), 'Ada, Ben and Cleo');
});
