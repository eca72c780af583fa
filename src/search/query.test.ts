import assert from 'node:assert/strict';
import { test } from 'node:test';
import { languageOf } from './languages/language.ts';
import { cleanQuery, holderOf, understand, wordSet, wordsOf } from './query.ts';

const wordsIn = (query: string) => understand(query, 'en').words;

test('a question leaves the words that it is about', () => {
  assert.deepEqual(wordsIn('How do I write a checklist?'), ['write', 'checklist']);
  assert.deepEqual(wordsIn('What’s the best way to give feedback'), ['give', 'feedback']);
  assert.deepEqual(wordsIn('hello, can you help me show a colleague how to do it'), ['show', 'colleague']);
  assert.deepEqual(wordsIn('the training did not work'), ['training', 'work']);
});

test('what was left out is said', () => {
  assert.deepEqual(understand('how do I say no', 'en').dropped, ['how', 'do', 'i', 'no']);
  assert.deepEqual(understand('checklist', 'en').dropped, []);
});

test('a query of nothing but words of asking keeps them all', () => {
  assert.deepEqual(wordsIn('how to do it'), ['how', 'to', 'do', 'it']);
  assert.deepEqual(understand('what is this', 'en').dropped, []);
});

test('a language without a list of such words loses none', () => {
  assert.deepEqual(understand('wie schreibe ich das', 'de').words, ['wie', 'schreibe', 'ich', 'das']);
});

test('each word counts once, and ten words are enough', () => {
  assert.deepEqual(wordsIn('course course Course'), ['course']);
  assert.equal(wordsIn(Array.from({ length: 40 }, (_, n) => `word${n}`).join(' ')).length, 10);
});

test('text in quotation marks is kept as a phrase, its small words too', () => {
  const { phrases, words } = understand('rules for “the same mistake”', 'en');
  assert.deepEqual(phrases, ['the same mistake']);
  assert.deepEqual(words, ['rules', 'the', 'same', 'mistake']);
  assert.deepEqual(understand('"" stop', 'en').phrases, []);
  assert.deepEqual(understand('"unclosed', 'en').phrases, []);
});

test('whatever an address holds becomes one short line', () => {
  assert.equal(cleanQuery('  two\n\tlines\u0000\u202Ereversed '), 'two lines reversed');
  assert.equal([...cleanQuery('🙂'.repeat(900))].length, 200);
  assert.equal(cleanQuery('\uD800half'), 'half');
  assert.deepEqual(wordsIn('<img src=x onerror=alert(1)>'), ['img', 'src', 'x', 'onerror', 'alert', '1']);
  assert.deepEqual(understand('???', 'en').words, []);
});

test('apostrophes and hyphens are read as the index has them', () => {
  assert.deepEqual(wordsOf('Don’t re-read the job-aid, e-learning’s self-check'), [
    'dont',
    'reread',
    'the',
    'job',
    'aid',
    'elearnings',
    'self',
    'check',
  ]);
});

test('a page holds a word whatever its ending, and not what merely begins alike', () => {
  const page = wordSet('Our policy: training works. A self-check, an e-learning, as it were. Reciting.');
  const holds = holderOf(page, languageOf('en'));
  for (const word of [
    'policies',
    'train',
    'trainings',
    'work',
    'check',
    'selfcheck',
    'elearning',
    'learning',
  ]) {
    assert.ok(holds(word), word);
  }
  for (const word of ['asdfgh', 'recipe', 'wert', 'checklist', 'trainng', 'its'])
    assert.ok(!holds(word), word);
});
