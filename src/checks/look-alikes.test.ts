import assert from 'node:assert/strict';
import { test } from 'node:test';
import { disguisesIn } from './look-alikes.ts';

test('a letter of another script in a Latin word is told with its place and its script', () => {
  assert.deepEqual(disguisesIn('One\n🙂 the c\u043eunt'), [
    { line: 2, column: 8, word: 'c\u043eunt', letter: '\u043e', script: 'Cyrillic', latin: 'count' },
  ]);
});

test('texts in other scripts, units and formulas stay as they are', () => {
  for (const text of ['Москва', 'ΑΘΗΝΑ', '5 μm, 3 kΩ, Δt, α-helix, πr', 'PDFы', 'Ελλάδα and Greece']) {
    assert.deepEqual(disguisesIn(text), [], text);
  }
});
