import assert from 'node:assert/strict';
import { test } from 'node:test';
import { putIn, putWords, type Edited } from './passages.ts';

const at = (text: string): Edited => {
  const offset = text.indexOf('|');
  return { text: text.replace('|', ''), from: offset, to: offset };
};
const selected = ({ text, from, to }: Edited) => text.slice(from, to);

test('steps are numbered on, and their words are selected to be typed over', () => {
  const first = putIn(at('|'), 'step', '**Go.**');
  assert.equal(first.text, '1. **Go.**\n');
  assert.equal(selected(first), '**Go.**');
  const second = putIn({ ...first, to: first.text.length }, 'step', '**Stop.**');
  assert.equal(second.text, '1. **Go.**\n\n2. **Stop.**\n');
  assert.equal(selected(second), '**Stop.**');
});

test('a trap stands inside the step that is being written, and alone elsewhere', () => {
  assert.equal(
    putIn(at('1. **Go.**\n\n   You see it.|\n\n2. **Stop.**\n'), 'trap', 'Ice.').text,
    '1. **Go.**\n\n   You see it.\n\n   <Note kind="trap">Ice.</Note>\n\n2. **Stop.**\n',
  );
  assert.equal(
    putIn(at('1. **Go.**\n\n## After\n\nText|'), 'trap', 'Ice.').text,
    '1. **Go.**\n\n## After\n\nText\n\n<Note kind="trap">Ice.</Note>\n',
  );
});

test('checks follow each other without a gap, and don’t run into a list', () => {
  assert.equal(putIn(at('- [ ] One|'), 'check', 'Two').text, '- [ ] One\n- [ ] Two\n');
  assert.equal(putIn(at('- [ ] One|'), 'list', 'Two').text, '- [ ] One\n\n- Two\n');
  assert.equal(putIn(at('Text|'), 'check', 'One').text, 'Text\n\n- [ ] One\n');
});

test('a critical step is marked once, at its beginning', () => {
  const once = putIn(at('1. **Go.**\n\n2. **St|op.**'), 'critical', '');
  assert.equal(once.text, '1. **Go.**\n\n2. <Critical /> **Stop.**');
  assert.equal(putIn(once, 'critical', '').text, once.text);
});

test('an example and a heading stand in paragraphs of their own', () => {
  assert.equal(
    putIn(at('Te|xt\n\nMore'), 'example', 'So.').text,
    'Text\n\n<Example>\n\nSo.\n\n</Example>\n\nMore',
  );
  assert.equal(putIn(at('Text|'), 'heading', 'Head').text, 'Text\n\n## Head\n');
});

test('a link stands where the cursor is', () => {
  assert.equal(putWords(at('See | for it'), '[x](job-aids/x)').text, 'See [x](job-aids/x) for it');
});
