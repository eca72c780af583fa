import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { offsetOf, placeOf } from './finding.ts';
import { readPage } from './page.ts';

const valid = readFileSync(
  new URL('../checks/fixtures/project/content/job-aids/count-the-cases.mdx', import.meta.url),
  'utf8',
);
const options = { base: '/', footnotes: { title: '', back: '' } };
const passage = 'This passage is there to be replaced.';
const firstLine = valid.split('\n').indexOf(passage) + 1;

/** `rule line:column found`, lines counted from the passage. */
const findingsIn = (body: string) =>
  readPage(valid.replace(passage, () => body), 'content/job-aids/x.mdx', options).findings.map(
    ({ rule, line, column, found }) => `${rule} ${line - firstLine + 1}:${column} ${found}`,
  );

const inTop = (top: string) =>
  readPage(valid.replace(/^title: .*$/m, () => top), 'content/job-aids/x.mdx', options).findings.map(
    ({ rule, line, column, mend }) => `${rule} ${line}:${column} ${mend ?? ''}`,
  );

test('the place of a finding is the thing itself, in characters', () => {
  const places: [body: string, expected: string[]][] = [
    ['🙂 The sum is {1 + 1}.', ['no-code 1:14 an expression in braces']],
    ['é **a** <Stage for="novice" client:load>a</Stage>', ['component 1:9 <Stage> inside a line of text', 'component 1:29 the prop "client:load" on <Stage>']],
    ['<Note\n  kind={kind}\n>\n\nA\n\n</Note>', ['no-code 2:3 kind={…} on <Note>']],
    ['See [it](javascript:a) and [that](job-aids/x).', ['address 1:5 the address "javascript:a"']],
    ['One <br> two', ['no-html 1:5 the HTML element <br>']],
    ['> - a\n>   <u>b</u>', ['no-html 2:5 the HTML element <u>']],
    ['A\n\n<Example>\n\nB\n\n</Exampel>', ['mdx 7:1 `</Exampel>`, which closes nothing']],
  ];
  for (const [body, expected] of places) assert.deepEqual(findingsIn(body), expected, body);
});

test('one mistake is told once, and five mistakes are told in one run', () => {
  assert.equal(findingsIn('<Stage for=novice>\n\nA\n\n</Stage>').length, 1);
  assert.equal(findingsIn('<Stage level="novice">\n\nA\n\n</Stage>').length, 1);
  const five = '<br>\n\n{x\n\n[a](javascript:b)\n\n# C\n\n<Stagee />';
  assert.deepEqual(
    findingsIn(five).map((finding) => finding.split(' ').slice(0, 2).join(' ')),
    ['no-html 1:1', 'mdx 3:1', 'address 5:1', 'heading 7:1', 'component 9:1'],
  );
});

test('a value that does not fit is answered with the one that was meant', () => {
  const remedies: [top: string, expected: string][] = [
    ['title: 2026', 'frontmatter 2:8 Write "2026".'],
    ['title: [Count]', 'frontmatter 2:8 Write Count.'],
    ['title: T\nreview: { by: Counting desk, on: 2.11.2026, every: a year, of: 0123456789abcdef }', 'frontmatter 3:15 Write counting-desk.|frontmatter 3:34 Write 2026-11-02.|frontmatter 3:52 Write 1 year.'],
    ['title: T\ncontexts: till/close', 'frontmatter 3:11 Write [till/close].'],
    ['titel: T', 'frontmatter 2:1 Did you mean "title"?'],
    ['title: T\nlayout: wide', 'frontmatter 3:1 Delete it: the folder of a page decides how it looks.'],
    ['title: T\ndraft: true', 'frontmatter 3:1 Delete it: whatever lies in content/ is published. A draft waits in its pull request.'],
  ];
  for (const [top, expected] of remedies) assert.equal(inTop(top).join('|'), expected, top);
});

test('what an escape hides is found in addresses, titles, props and YAML', () => {
  for (const body of ['[a](https://a.org/&#x202E;)', '[a](https://a.org/ "&#xE000;")', '![a&#8203;b](./c.png)', '<Template name="&#x2066;">\n\nA\n\n</Template>']) {
    assert.match(findingsIn(body).join(), /^characters 1:1 an escape for /, body);
  }
  assert.match(inTop('title: "a\\uE000b"').join(), /^characters 2:8/);
});

test('places and offsets say the same, whatever stands before', () => {
  const text = 'a🙂b\r\n\n\u{1F3F4}é\nlast';
  for (let offset = 0; offset <= text.length; offset++) {
    if (/[\uDC00-\uDFFF]/.test(text[offset] ?? '')) continue;
    assert.equal(offsetOf(text, placeOf(text, offset)), offset, `${offset}`);
  }
  assert.deepEqual(placeOf(text, text.length), { line: 4, column: 5 });
});
