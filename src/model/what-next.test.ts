import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { ContentPage } from '../content/page.ts';
import { makeLibrary } from './library.ts';
import { plainSettings, samplePage } from './sample-library.ts';
import { abilitiesBehind, nextOf, reasonsOf } from './what-next.ts';

/** A job aid, and a pathway that leads over some pages, an ability each. */
function jobAid(
  id: string,
  fields: Record<string, string> = {},
  body = '1. **Count the cases.**',
): ContentPage {
  const only = {
    kind: 'steps',
    used: 'during',
    minutes: '5',
    use_when: 'There are cases.',
    done_when: 'They are counted.',
  };
  return samplePage(
    `job-aids/${id}`,
    { ...only, not_when: '[{ if: There are none, instead: Rest. }]', ...fields },
    body,
  );
}

function pathway(...pages: string[]): ContentPage {
  const abilities = pages.map(
    (ids, n) =>
      `{ id: a${n}, can: do thing ${n}, pages: [${ids}], try: Try., with: Somebody, evidence: A card. }`,
  );
  return samplePage('pathways/path', {
    role: 'manager',
    path: `[{ stage: novice, can: begin, abilities: [${abilities}] }]`,
  });
}

const library = (...pages: ContentPage[]) => makeLibrary(pages, plainSettings);
const ids = (links: { id: string }[]) => links.map(({ id }) => id);

test('what the author names comes next, and nothing else if a job aid is among it', () => {
  const a = samplePage('references/a', { next: '[references/b, job-aids/x]' }, '[Y](job-aids/y)');
  const all = library(a, samplePage('references/b'), jobAid('x'), jobAid('y'));
  assert.deepEqual(ids(nextOf(all, a)), ['references/b', 'job-aids/x']);
});

test('a page that names no job aid leads to one it speaks of', () => {
  const a = samplePage('references/a', { next: '[references/b]' }, '[Y](job-aids/y#step-1)');
  assert.deepEqual(ids(nextOf(library(a, samplePage('references/b'), jobAid('y'), jobAid('x')), a)), [
    'references/b',
    'job-aids/y',
  ]);
});

test('a page to use instead is not what comes next', () => {
  const a = jobAid('a', { not_when: '[{ if: There are none, go: job-aids/b }]' });
  const all = library(a, jobAid('b'), jobAid('c'), pathway('job-aids/a', 'job-aids/c'));
  assert.deepEqual(ids(nextOf(all, a)), ['job-aids/c']);
});

test('then the next ability’s job aid, one that leads here, one of the topic', () => {
  const a = samplePage('references/a');
  const topical = jobAid('topical');
  const other = jobAid('other', { topics: '[analyse]' });
  const linking = jobAid('linking', { topics: '[analyse]' }, '1. **Read [a](references/a).**');
  assert.deepEqual(
    ids(nextOf(library(a, topical, other, linking, pathway('references/a', 'job-aids/other')), a)),
    ['job-aids/other'],
  );
  assert.deepEqual(ids(nextOf(library(a, topical, other, linking), a)), ['job-aids/linking']);
  assert.deepEqual(ids(nextOf(library(a, topical, other), a)), ['job-aids/topical']);
  assert.deepEqual(
    ids(nextOf(library(a, other), a)),
    [],
    'a page that has nothing to do with it is no answer',
  );
});

test('the reasons are the references that a page names, or that name it', () => {
  const a = jobAid('a', {}, '1. **Count.** See [why](references/why).');
  const why = samplePage('references/why');
  const about = samplePage('references/about', { topics: '[analyse]' }, '[A](job-aids/a)');
  const topical = samplePage('references/topical');
  const { links, isNear } = reasonsOf(library(a, topical, about, why), a);
  assert.deepEqual(ids(links), ['references/why', 'references/about']);
  assert.ok(isNear);
});

test('a reference for the same ability is a reason too', () => {
  const a = jobAid('a');
  const why = samplePage('references/why', { topics: '[analyse]', roles: '[everyone]' });
  const { links, isNear } = reasonsOf(library(a, why, pathway('job-aids/a, references/why')), a);
  assert.deepEqual(ids(links), ['references/why']);
  assert.ok(isNear);
});

test('without one, a reference of the topic is background, and said to be no more', () => {
  const a = jobAid('a');
  const all = library(
    a,
    samplePage('references/other', { topics: '[analyse]' }),
    samplePage('references/topical'),
  );
  const { links, isNear } = reasonsOf(all, a);
  assert.deepEqual(ids(links), ['references/topical']);
  assert.ok(!isNear);
});

test('a glossary is no reason, nor is the page itself', () => {
  const a = samplePage('references/a', {}, '[G](references/glossary)');
  const glossary = samplePage('references/glossary', {
    terms: '[{ id: gap, term: gap, means: A difference. }]',
  });
  assert.deepEqual(reasonsOf(library(a, glossary), a).links, []);
});

test('a page that serves no ability names those of the page that comes next; a pathway is its own answer', () => {
  const a = samplePage('references/a', { next: '[references/b, job-aids/x]' });
  const path = pathway('job-aids/x', 'job-aids/x');
  const all = library(a, samplePage('references/b'), jobAid('x'), path);
  assert.deepEqual(
    abilitiesBehind(all, a).map(({ ability }) => ability),
    ['a0', 'a1'],
  );
  assert.deepEqual(abilitiesBehind(all, all.byId.get('job-aids/x')!), []);
  assert.deepEqual(abilitiesBehind(all, path), []);
});
