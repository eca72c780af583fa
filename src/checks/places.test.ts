/** Findings point at the thing itself, and rules about English leave other languages alone. */
import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { readPage } from '../content/page.ts';
import { applyExample, validProject, type Files } from './example.ts';
import { inspectPage } from './inspect.ts';
import type { Example } from './rule.ts';

let valid: Files;
before(async () => {
  valid = await validProject();
});

function inspect(example: Example, language = 'en') {
  const { files, at } = applyExample(valid, example);
  const text = new TextDecoder().decode(files.get(at.file));
  const { page, parsed } = readPage(text, at.file, { base: '/', footnotes: { title: '', back: '' } });
  return { found: inspectPage(text, page!, language, parsed), lines: text.split('\n') };
}

/** Example → the words at the place of its finding. */
const pointedAt: [Example, string][] = [
  [{ body: 'Count again. Simply add up.' }, 'Simply'],
  [{ body: '- With 😀 add up the the marks.' }, 'the marks'],
  [{ body: '> Said.\n\nCount. Press the green button now.' }, 'the green button'],
  [{ body: 'Then **see** [here](decision-tools/card-or-list).' }, '[here]'],
  [{ body: '1. <Critical /> **The marks are added up.**' }, '**The'],
  [{ body: '| Day | | Sum |\n|---|---|---|\n| Monday | 1 | 2 |' }, '| | Sum'],
  [{ body: '| Day | Cases |\n|---|---|\n| Monday | 7 | two late |' }, '| two late'],
  [{ body: 'Count. <Timer for="5 minutes" />' }, '<Timer'],
  [{ body: 'A rule that is UNCONDITIONALLY true.' }, 'UNCONDITIONALLY'],
  [{ top: 'summary: "Take a card and, prior to Friday, add up."' }, 'prior'],
  [{ top: 'done_when: You understand the card.' }, 'You understand'],
  [{ top: 'title: How to count' }, 'How'],
];

test('a finding points at the words that it is about', () => {
  for (const [example, words] of pointedAt) {
    const { found, lines } = inspect(example);
    assert.equal(found.length, 1, JSON.stringify(found));
    const { line, column } = found[0]!;
    const there = [...lines[line - 1]!].slice(column - 1).join('');
    assert.ok(there.startsWith(words), `${words} ≠ ${there}`);
  }
});

test('rules about English words leave a site in another language alone', () => {
  for (const example of [
    { body: '1. **The marks are added up.**' },
    { body: 'Simply add up the the marks.' },
    { body: 'Press the green button. See below.' },
    { body: '[here](decision-tools/card-or-list)' },
    { top: 'title: Die Fälle einer Woche' },
    { top: 'done_when: You understand the card.' },
    { top: 'summary: Ohne Punkt' },
  ])
    assert.deepEqual(inspect(example, 'de').found, [], JSON.stringify(example));
});
