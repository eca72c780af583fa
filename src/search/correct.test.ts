import assert from 'node:assert/strict';
import { test } from 'node:test';
import { makeCorrector } from './correct.ts';

const words = [
  'troubleshooting',
  'trouble',
  'shop',
  'adopt',
  'gpt',
  'wiki',
  'checklist',
  'aid',
  'job',
  'job',
];
const corrector = makeCorrector(new Map(words.map((word) => [word, 1])));
const meant = (word: string, around = {}) => corrector.correct(word, around)[0]?.words.join(' ');

test('a letter twice, missing, changed over or next to the right one is read as the word', () => {
  assert.equal(meant('wikki'), 'wiki');
  assert.equal(meant('cheklist'), 'checklist');
  assert.equal(meant('chekclist'), 'checklist');
  assert.equal(meant('adobt'), 'adopt');
});

test('three letters are mended only where two of them changed places', () => {
  assert.equal(meant('gtp'), 'gpt');
  assert.equal(meant('gtr'), undefined);
  assert.equal(meant('ad'), undefined);
});

test('a blank too few or too many is seen, also where a letter is wrong as well', () => {
  assert.equal(meant('jobaid'), 'job aid');
  assert.equal(meant('shooting', { before: 'trouble' }), 'troubleshooting');
  assert.equal(meant('shoting', { before: 'trouble' }), 'troubleshooting');
});

test('a word like no other stays what it is', () => {
  assert.equal(meant('zarquon'), undefined);
  assert.equal(meant('m12345'), undefined);
});
