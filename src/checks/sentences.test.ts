import assert from 'node:assert/strict';
import { test } from 'node:test';
import { withoutQuotations } from './quotation.ts';
import { countWords, sentencesOf } from './sentences.ts';

const parts = (text: string) => sentencesOf(text).map(({ text: sentence }) => sentence);

test('a text falls into its sentences', () => {
  assert.deepEqual(parts('Count. Then sum! Why? Because.'), ['Count.', 'Then sum!', 'Why?', 'Because.']);
  assert.deepEqual(parts('One\nline. Two\nlines.'), ['One\nline.', 'Two\nlines.']);
  assert.deepEqual(parts('Said “so.” Then he left.'), ['Said “so.”', 'Then he left.']);
  assert.deepEqual(parts('He found it. “Here,” he said.'), ['He found it.', '“Here,” he said.']);
});

test('initials, abbreviations, numbers and quoted sentences end none', () => {
  for (const whole of [
    'The word is from P. Senge and T. F. Gilbert.',
    'Take a tool, e.g. Excel, or two vs. Three.',
    'Count 3.5 of 10. cases.',
    'They say “Stop. Go home. Now” and mean it.',
    'See fig. 3 for more.',
  ]) {
    assert.deepEqual(parts(whole), [whole]);
  }
});

test('each sentence knows where it begins', () => {
  const text = 'Count.  Then sum.';
  assert.deepEqual(
    sentencesOf(text).map(({ at }) => text.slice(at, at + 4)),
    ['Coun', 'Then'],
  );
});

test('sources in brackets and quotations don’t make a sentence long', () => {
  assert.equal(countWords('Count the cases (Gilbert, 1978, page 3) – twice.'), 4);
  assert.equal(countWords(withoutQuotations('Write “all of this here” down.')), 2);
});
