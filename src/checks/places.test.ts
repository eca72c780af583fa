/** Findings point at the thing itself, and rules about English leave other languages alone. */
import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { readPage } from '../content/page.ts';
import { applyExample, checkFiles, validProject, type Files } from './example.ts';
import { inspectPage } from './inspect.ts';
import type { Example } from './rule.ts';
import { howMany, lines } from './tool-example.ts';

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
    const { found, lines: ofFile } = inspect(example);
    assert.equal(found.length, 1, JSON.stringify(found));
    const { line, column } = found[0]!;
    const there = [...ofFile[line - 1]!].slice(column - 1).join('');
    assert.ok(there.startsWith(words), `${words} ≠ ${there}`);
  }
});

/** Parts of a tool, each with a slip in a formula → the formula from the slip on, as it is written. */
const slips: [string, string][] = [
  [howMany('routes: [{ if: people > 5 and persons > 1, go: list }]', 'go: card'), 'persons > 1'],
  [howMany(`routes: [{ if: "people > 5 and persons > 1", go: list }]`, 'go: card'), 'persons > 1'],
  [howMany(`routes: [{ if: "people > 5 \\u0061nd \\"x\\" = persons", go: list }]`, 'go: card'), 'persons'],
  [howMany(`routes: [{ if: 'people > 5 and ''x'' = persons', go: list }]`, 'go: card'), 'persons'],
  [
    howMany('routes:', '  - if: >-', '      people > 5', '      and persons > 1', '    go: list', 'go: card'),
    'persons > 1',
  ],
  [
    howMany('routes:', '  - if: people > 5', '      and persons > 1', '    go: list', 'go: card'),
    'persons > 1',
  ],
  [howMany('max: 100 + persons', 'go: card').replace('    max: 100\n', ''), 'persons'],
  [
    lines(
      howMany('go: card'),
      'outcomes:',
      '  - { id: card, verdict: "😀 Take {people} of {persons} cards.", because: So., next: [job-aids/count-the-cases] }',
      '  - { id: list, verdict: No., because: So., next: [job-aids/count-the-cases] }',
    ),
    'persons} cards',
  ],
  [
    lines(
      howMany('go: card'),
      'outcomes:',
      '  - id: card',
      '    verdict: Yes.',
      '    because: |',
      '      - {people} of them',
      '        and {persons} more',
      '    next: [job-aids/count-the-cases]',
      '  - { id: list, verdict: No., because: So., next: [job-aids/count-the-cases] }',
    ),
    'persons} more',
  ],
];

test('a finding about a formula points at its very sign, however the text is quoted or broken', async () => {
  for (const [top, words] of slips) {
    const { files, at } = applyExample(valid, { type: 'decision-tools', top });
    const [finding] = await checkFiles(files);
    assert.equal(finding?.rule, 'tool-formula', `${top}\n${finding?.found}`);
    const there = new TextDecoder().decode(files.get(at.file)).split('\n')[finding!.line - 1]!;
    const text = [...there].slice(finding!.column - 1).join('');
    assert.ok(text.startsWith(words), `${words} ≠ ${text}`);
  }
});

test('a finding about Markdown in the frontmatter points at the words, values before them or not', async () => {
  const top = lines(
    howMany('routes: [{ if: people > 5, go: list }]', 'go: card'),
    'outcomes:',
    '  - id: card',
    '    verdict: Yes.',
    '    because: |',
    '      For {people} people and {people * 2} hands.',
    '',
    '      Then, for {people}, look at [nothing](job-aids/nothing).',
    '    next: [job-aids/count-the-cases]',
    '  - { id: list, verdict: No., because: "{people} <b>cards</b>", next: [job-aids/count-the-cases] }',
  );
  const { files, at } = applyExample(valid, { type: 'decision-tools', top });
  const rows = new TextDecoder().decode(files.get(at.file)).split('\n');
  const places = (await checkFiles(files)).map(({ line, column }) => rows[line - 1]!.slice(column - 1));
  assert.deepEqual(
    places.map((text) => text.slice(0, 10)),
    ['[nothing](', '<b>cards</'],
  );
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
