import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readPage } from '../content/page.ts';
import { hush } from './quotation.ts';
import { passagesOf, type Passage } from './passages.ts';

const front = [
  'title: Words for counting',
  'summary: "He said: count."',
  'roles: [counter]',
  'stages: [novice]',
  'topics: [counting]',
  'moments: [apply]',
  'asks: [what is a case, tally, rate]',
  'owner: counting-desk',
  'changes:',
  '  - on: 2026-11-02',
  '    what: >-',
  '      New page, with',
  '      a table of sums.',
];

function passages(body: string): { all: Passage[]; text: string } {
  const text = ['---', ...front, '---', '', body].join('\n');
  const file = 'content/references/words.mdx';
  const { page, parsed, findings } = readPage(text, file, { base: '/', footnotes: { title: '', back: '' } });
  assert.deepEqual(findings, []);
  return { all: passagesOf({ ...parsed!, text, page: page!, language: 'en' }), text };
}

/** What stands in the file where the passage says that the word is. */
function sourceOf(word: string, body: string): string {
  const { all, text } = passages(body);
  const passage = all.find((one) => one.text.includes(word))!;
  const { line, column } = passage.placeAt(passage.text.indexOf(word));
  return [...text.split('\n')[line - 1]!].slice(column - 1, column - 1 + word.length).join('');
}

test('the place of a word is the place where its author typed it', () => {
  for (const body of [
    'First target.',
    'Wrapped\ntarget here.',
    '- In a list\n  whose second line is indented: target.',
    '1. **Bold** and *more* and\n\n   - deep\n     and target',
    'Escaped \\{ and \\[ then target.',
    'Named &lt; &amp; &#x41; then target.',
    '😀 😀 target',
    '| Day | Cases |\n|---|---|\n| a\\|b and | the target |',
    'After `code` and a [link](references/words) comes target.',
    '<Stage for="novice">In one line: target.</Stage>',
  ]) {
    assert.equal(sourceOf('target', body), 'target', body);
  }
});

test('so it is in frontmatter, whether plain, quoted or folded', () => {
  assert.equal(sourceOf('counting', 'x'), 'counting');
  assert.equal(sourceOf('count.', 'x'), 'count.');
  assert.equal(sourceOf('sums', 'x'), 'sums');
});

test('templates, quotations and asks are not the page’s own words', () => {
  const { all } = passages(
    '<Template name="A">\n\nCopied.\n\n</Template>\n\n> Quoted.\n\nShe says “come now”, `go`, *stay* or [leave](references/words).',
  );
  const said = all.map(({ text }) => text);
  assert.ok(!said.some((text) => /Copied|Quoted|tally/.test(text)));
  const own = all.at(-1)!.own;
  assert.equal(own.length, all.at(-1)!.text.length);
  assert.equal(own.replaceAll(hush, ''), 'She says “ ”, ,  or .');
});

test('help, reasons and passages of a tool are read as Markdown: links are not its own words, values are no words', () => {
  const tool = [
    '---',
    'title: Card or list?',
    'summary: One question.',
    'roles: [counter]',
    'stages: [novice]',
    'topics: [counting]',
    'moments: [apply]',
    'asks: [card, list, count]',
    'owner: counting-desk',
    'minutes: 1',
    'questions:',
    '  - { id: n, ask: How many?, help: "See **all** of [the words](references/words).", type: integer, min: 1, max: 9, go: card }',
    'outcomes:',
    '  - { id: card, verdict: Take a card., because: So., next: [job-aids/x], passages: [{ say: "First {n + 1} target." }] }',
    '  - { id: list, verdict: Take a list., because: So., next: [job-aids/x] }',
    '---',
    '',
    'Text.',
  ]
    .join('\n')
    .replace('go: card }', 'routes: [{ if: n > 3, go: list }, { go: card }] }');
  const file = 'content/decision-tools/card-or-list.mdx';
  const { page, parsed, findings } = readPage(tool, file, { base: '/', footnotes: { title: '', back: '' } });
  assert.deepEqual(findings, []);
  const all = passagesOf({ ...parsed!, text: tool, page: page!, language: 'en' });
  const help = all.find(({ text }) => text.startsWith('See'))!;
  assert.equal(help.text, 'See all of the words.');
  assert.equal(help.own.replaceAll(hush, ''), 'See all of  .');
  const said = all.find(({ text }) => text.includes('target'))!;
  assert.equal(said.field, 'outcomes');
  const { line, column } = said.placeAt(said.text.indexOf('target'));
  const source = tool.split('\n').at(line - 1) ?? '';
  assert.equal(source.slice(column - 1, column + 5), 'target');
});
