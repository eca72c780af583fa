import assert from 'node:assert/strict';
import { test } from 'node:test';
import { afterHeading, askedFor, makeResult, piecesOf, type PageData } from './result.ts';

const page: PageData = {
  url: '/kb/job-aids/plan/',
  content: 'Some first words. When to stop. A stop rule holds a number.',
  excerpt: '',
  meta: { title: 'Plan a trial', summary: 'One card.', asks: 'how do I pilot a tool' },
  filters: { type: ['job-aids'], stage: ['expert', 'novice'], minutes: ['45'], owner: ['scouts'] },
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

test('a result says what the page is, its stages in their order', () => {
  const { title, type, stages, minutes, kind } = makeResult(page, ['pilot']);
  assert.deepEqual(
    { title, type, stages, minutes, kind },
    { title: 'Plan a trial', type: 'job-aids', stages: ['novice', 'expert'], minutes: 45, kind: undefined },
  );
});

test('a result leads to the section that is asked for, else to the page', () => {
  assert.equal(makeResult(page, ['stop']).open, '/kb/job-aids/plan/#when-to-stop');
  assert.equal(makeResult(page, ['stop', 'rule']).open, '/kb/job-aids/plan/#when-to-stop');
  assert.equal(makeResult(page, ['rule', 'trial']).open, '/kb/job-aids/plan/');
  assert.equal(makeResult(page, ['pilot', 'tool']).open, '/kb/job-aids/plan/');
  assert.equal(makeResult(page, ['stop', 'forklift']).open, '/kb/job-aids/plan/');
});

test('a page is asked for by its title or by one of its own questions, not by words from several', () => {
  const asked = {
    ...page,
    meta: { title: 'Plan a trial', asks: 'how do I pilot a tool | is it worth buying' },
  };
  assert.equal(askedFor(asked, 'how do i pilot a tool'), 1);
  assert.equal(askedFor(asked, 'plan a trial'), 1);
  assert.ok(askedFor(asked, 'how do i pilot tools') >= 0.75);
  assert.equal(askedFor(asked, 'is the tool worth a trial'), 0);
  assert.equal(askedFor({ ...page, meta: {} }, 'anything'), 0);
});

test('an excerpt does not say its heading again', () => {
  const excerpt = makeResult(page, ['stop', 'rule']).section?.excerpt ?? [];
  assert.equal(excerpt.map(({ text }) => text).join(''), 'A stop rule holds a number.');
  const cut = afterHeading([{ text: '…to stop. A rule', marked: false }], 'When to stop');
  assert.deepEqual(cut, [{ text: 'A rule', marked: false }]);
  const other = [{ text: 'stopping is hard', marked: false }];
  assert.equal(afterHeading(other, 'When to stop'), other);
});

test('markup in an excerpt stays text, and only words of the query are marked', () => {
  const pieces = piecesOf('Write &lt;b&gt; &lt;mark&gt; or <mark>notes</mark> and <mark>worked</mark>', [
    'work',
  ]);
  assert.deepEqual(pieces, [
    { text: 'Write <b> <mark> or ', marked: false },
    { text: 'notes', marked: false },
    { text: ' and ', marked: false },
    { text: 'worked', marked: true },
  ]);
});
