import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { AnswerHit } from './answer.ts';
import { english } from './languages/english.ts';
import { afterHeading, makeResult, piecesOf, withSection, type PageData } from './result.ts';

const page: PageData = {
  url: '/kb/job-aids/plan/',
  content: 'Some first words. When to stop. A stop rule holds a number.',
  excerpt: '',
  meta: { title: 'Plan a trial', summary: 'One card.', asks: 'how do I pilot a tool' },
  sub_results: [
    { title: 'Plan a trial', url: '/kb/job-aids/plan/', excerpt: 'Some first words.', locations: [0] },
    {
      title: 'When to stop',
      url: '/kb/job-aids/plan/#when-to-stop',
      excerpt: 'When to <mark>stop.</mark> A <mark>stop</mark> <mark>rule</mark> holds a number.',
      anchor: { id: 'when-to-stop' },
      locations: [5, 7, 8],
    },
  ],
};

const hit: AnswerHit = {
  id: 'job-aids/plan',
  score: 0,
  why: [],
  document: {
    id: 'job-aids/plan',
    title: 'Plan a trial',
    summary: 'One card.',
    asks: [],
    names: [],
    type: 'job-aids',
    roles: [],
    stages: ['expert', 'novice'],
    topics: [],
    moments: [],
    owner: 'scouts',
    minutes: 45,
  },
};
const plain = makeResult(hit, '/kb/');

test('a result says what the page is, its stages in their order', () => {
  const { href, title, type, stages, minutes } = plain;
  assert.deepEqual(
    { href, title, type, stages, minutes },
    {
      href: '/kb/job-aids/plan/',
      title: 'Plan a trial',
      type: 'job-aids',
      stages: ['novice', 'expert'],
      minutes: 45,
    },
  );
});

test('a result that only the text gave leads to the section that is asked for, else to the page', () => {
  const openFor = (...words: string[]) => withSection(plain, page, words, english).open;
  assert.equal(openFor('stop'), '/kb/job-aids/plan/#when-to-stop');
  assert.equal(openFor('stop', 'rule'), '/kb/job-aids/plan/#when-to-stop');
  assert.equal(openFor('rule', 'trial'), '/kb/job-aids/plan/');
  assert.equal(openFor('pilot', 'tool'), '/kb/job-aids/plan/');
  assert.equal(openFor('stop', 'forklift'), '/kb/job-aids/plan/');
  assert.equal(withSection({ ...plain, score: 0.8 }, page, ['stop'], english).open, '/kb/job-aids/plan/');
});

test('a term is a result of its own, which keeps its place on the page that explains it', () => {
  const term = { id: 'stop-rule', term: 'stop rule', means: 'A number that ends it.', also: [] };
  const result = makeResult({ ...hit, term }, '/');
  assert.deepEqual(
    [result.title, result.summary, result.page, result.open],
    ['Stop rule', 'A number that ends it.', 'Plan a trial', '/job-aids/plan/#term-stop-rule'],
  );
  assert.equal(withSection(result, page, ['stop'], english).section, undefined);
});

test('an excerpt does not say its heading again', () => {
  const excerpt = withSection(plain, page, ['stop', 'rule'], english).section?.excerpt ?? [];
  assert.equal(excerpt.map(({ text }) => text).join(''), 'A stop rule holds a number.');
  const cut = afterHeading([{ text: '…to stop. A rule', marked: false }], 'When to stop');
  assert.deepEqual(cut, [{ text: 'A rule', marked: false }]);
  const other = [{ text: 'stopping is hard', marked: false }];
  assert.equal(afterHeading(other, 'When to stop'), other);
});

test('markup in an excerpt stays text, and only words of the query are marked', () => {
  const excerpt = 'Write &lt;b&gt; &lt;mark&gt; or <mark>notes</mark> and <mark>worked</mark>';
  const pieces = piecesOf(excerpt, ['work'], english);
  assert.deepEqual(pieces, [
    { text: 'Write <b> <mark> or ', marked: false },
    { text: 'notes', marked: false },
    { text: ' and ', marked: false },
    { text: 'worked', marked: true },
  ]);
});
