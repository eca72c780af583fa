import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { ContentPage } from '../content/page.ts';
import type { Settings } from '../content/settings.ts';
import { healthOf, reviewCommand, type Health } from './health.ts';
import { makeLibrary } from './library.ts';
import { plainSettings, reviewedPage, samplePage } from './sample-library.ts';

const day = '2026-11-23';
const health = (pages: ContentPage[], settings: Partial<Settings> = {}): Health =>
  healthOf(makeLibrary(pages, { ...plainSettings, ...settings }), day);

test('a page is overdue from the day after its review ends, the longest overdue first', () => {
  const { overdue, pages } = health([
    reviewedPage('references/on-the-day', { on: '2026-05-23' }),
    reviewedPage('references/a-day-late', { on: '2026-05-22' }),
    reviewedPage('references/a-year-late', { on: '2025-11-22', every: '1 week' }),
  ]);
  assert.deepEqual(overdue, ['references/a-year-late', 'references/a-day-late']);
  const late = pages.find(({ id }) => id === 'references/a-day-late');
  assert.deepEqual(late?.review, { is: 'overdue', on: '2026-05-22', by: 'writing-desk', due: '2026-11-22' });
});

test('an edit voids a review, and a voided page is not called overdue as well', () => {
  const { overdue, voided, unreviewed } = health([
    reviewedPage('references/edited', { on: '2020-01-01', of: '0123456789abcdef' }),
    reviewedPage('references/edited-before', { on: '2019-01-01', of: '0123456789abcdef' }),
    reviewedPage('references/sound', { on: '2026-11-01' }),
    samplePage('references/new'),
  ]);
  assert.deepEqual(voided, ['references/edited-before', 'references/edited']);
  assert.deepEqual(overdue, []);
  assert.deepEqual(unreviewed, ['references/new']);
});

test('a page is orphaned when no page, no explained word and no group of tasks leads to it', () => {
  const pages = [
    samplePage('references/start', { next: '[references/next]' }, 'See [this](references/linked).'),
    samplePage('references/next'),
    samplePage('references/linked'),
    samplePage('references/on-home'),
    samplePage('references/alone', {}, 'See [above](references/alone#top).\n\n## Top'),
    samplePage('references/words', { terms: '[{ id: a-word, term: a word, means: This. }]' }),
    samplePage('references/unused-words', { terms: '[{ id: other, term: other, means: That. }]' }),
    samplePage('references/reader', {}, 'It has <Term id="a-word">a word</Term>.'),
  ];
  const home = { tasks: [{ topic: 'write', pages: ['references/on-home', 'references/start'] }] };
  const { orphaned } = health(pages, { site: { ...plainSettings.site, home } });
  assert.deepEqual(orphaned, ['references/alone', 'references/reader', 'references/unused-words']);
});

test('a glossary that explains only its own words is led to by nobody', () => {
  const fields = { terms: '[{ id: a-word, term: a word, means: This. }]' };
  const { orphaned } = health([samplePage('references/words', fields, '<Term id="a-word">A word</Term>.')]);
  assert.deepEqual(orphaned, ['references/words']);
});

test('an owner whom nobody knows is found, and so is one with nothing to own', () => {
  const { unowned, idle, owners } = health([
    samplePage('references/lost', { owner: 'somebody-gone' }),
    samplePage('references/kept'),
  ]);
  assert.deepEqual(unowned, ['references/lost']);
  assert.ok(idle.includes('managers-circle') && !idle.includes('writing-desk'));
  assert.deepEqual(
    owners.map(({ id, pages }) => [id, pages]),
    [
      ['writing-desk', ['references/kept']],
      ['somebody-gone', ['references/lost']],
    ],
  );
});

test('an owner sees the pages, how many were never reviewed, and the oldest review', () => {
  const [owner] = health([
    reviewedPage('references/b', { on: '2026-03-01' }),
    reviewedPage('references/a', { on: '2026-10-01' }),
    reviewedPage('references/c', { on: '2024-02-29', of: '0123456789abcdef' }),
    samplePage('references/d'),
  ]).owners;
  assert.deepEqual(owner, {
    id: 'writing-desk',
    name: 'Writing desk',
    pages: ['references/a', 'references/b', 'references/c', 'references/d'],
    unreviewed: 1,
    oldest: { page: 'references/c', on: '2024-02-29' },
  });
});

test('retired pages are merged or withdrawn, the latest first', () => {
  const retired = (id: string, on: string, to?: string) => ({
    id,
    title: id,
    on,
    why: 'It was wrong.',
    instead: [],
    aliases: [],
    ...(to && { to }),
  });
  const { merged, withdrawn } = health([samplePage('references/a')], {
    retired: [
      retired('references/old', '2026-01-01', 'references/a'),
      retired('references/stop', '2026-02-01'),
      retired('references/older', '2026-03-01', 'references/a'),
    ],
  });
  assert.deepEqual(
    merged.map(({ id, to }) => [id, to]),
    [
      ['references/older', 'references/a'],
      ['references/old', 'references/a'],
    ],
  );
  assert.deepEqual(
    withdrawn.map(({ id }) => id),
    ['references/stop'],
  );
});

test('a decision tool says how many routes were proven, how long the longest is, and what its tests reach', () => {
  const tool = samplePage('decision-tools/coat', {
    minutes: '1',
    questions:
      '[{ id: rain, ask: Rain?, options: [{ say: Yes, go: coat }, { say: No, go: out }] }, { id: coat, ask: Coat?, options: [{ say: Yes, go: out }, { say: No, go: in }] }]',
    outcomes:
      '[{ id: out, verdict: Go., because: Dry., next: [decision-tools/coat] }, { id: in, verdict: Stay., because: Wet., next: [decision-tools/coat] }]',
    tests: '[{ given: { rain: "no" }, outcome: out }]',
  });
  assert.deepEqual(health([tool]).tools, [
    {
      id: 'decision-tools/coat',
      questions: 2,
      routes: '3',
      longest: 2,
      outcomes: [
        { id: 'out', routes: '2', tested: true },
        { id: 'in', routes: '1', tested: false },
      ],
      complete: true,
      faults: [],
    },
  ]);
});

test('the command to review keeps the period that the page had', () => {
  assert.equal(
    reviewCommand(samplePage('references/a')),
    'npm run review -- content/references/a.mdx --by writing-desk',
  );
  assert.equal(
    reviewCommand(reviewedPage('references/a', { on: '2026-01-01', every: '3 weeks' })),
    'npm run review -- content/references/a.mdx --by writing-desk --every "3 weeks"',
  );
});
