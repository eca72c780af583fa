import assert from 'node:assert/strict';
import { test } from 'node:test';
import { exampleText, explainRule } from './explain.ts';
import { rules } from './rules/index.ts';

test('every rule can be read at a terminal: no sign that nobody sees, no endless line', () => {
  for (const { id } of rules) {
    const text = explainRule(id)!;
    assert.doesNotMatch(text, /[\u200B\u202A-\u202E\u2060-\u2069\u0000-\u0008]/u, id);
    assert.ok(Math.max(...text.split('\n').map((line) => line.length)) < 400, id);
  }
});

test('what nobody could see in an example is written as its code', () => {
  assert.equal(exampleText({ note: 'Turned', body: 'a\u202Eb' }), 'Turned\na⟦U+202E⟧b');
});
