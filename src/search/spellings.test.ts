import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Spellings } from './spellings.ts';

const texts = ['write checklist', 'check list', 'banana', 'anana', '', 'ab', 'überblick 検索'];
const spellings = new Spellings();
const places = texts.map((text) => spellings.add(text));

/** Dice's coefficient, worked out text by text. */
function dice(left: string, right: string): number {
  const [a, b] = [left, right].map((text) => {
    const padded = ` ${text} `;
    return new Set(Array.from({ length: padded.length - 2 }, (_, at) => padded.slice(at, at + 3)));
  }) as [Set<string>, Set<string>];
  return (2 * a.intersection(b).size) / (a.size + b.size);
}

test('texts that share runs of letters are alike, by as much as they share', () => {
  for (const query of ['checklist', 'ananas', 'überblick', 'ab', 'xyz']) {
    const alike = spellings.likenessTo(query);
    for (const [index, text] of texts.entries())
      if (text !== '')
        assert.ok(Math.abs(alike[places[index]!]! - dice(query, text)) < 1e-6, `${query}, ${text}`);
  }
});

test('a text without a run of three is like nothing', () => {
  const alike = spellings.likenessTo('checklist');
  assert.equal(alike[places[texts.indexOf('')]!], 0);
});
