import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { ContentPage } from '../content/page.ts';
import { healthFile, type HealthFile } from './health-file.ts';
import { healthOf } from './health.ts';
import { makeLibrary } from './library.ts';
import { plainSettings, reviewedPage, samplePage } from './sample-library.ts';

const day = '2026-11-23';
const textOf = (pages: ContentPage[]) => healthFile(healthOf(makeLibrary(pages, plainSettings), day));
const fileOf = (pages: ContentPage[]) => JSON.parse(textOf(pages)) as HealthFile;
const { roles, stages, moments } = plainSettings.taxonomy;
const cellOf = (table: number[][][], role: string, stage: string, moment: string) =>
  table[roles.findIndex(({ id }) => id === role)]?.[stages.findIndex(({ id }) => id === stage)]?.[
    moments.findIndex(({ id }) => id === moment)
  ];

test('the file says the same whatever the order in which the pages were read', () => {
  const pages = ['b', 'a', 'c'].map((name) => samplePage(`references/${name}`, { title: 'The same title' }));
  assert.equal(textOf(pages), textOf(pages.toReversed()));
});

test('a page is told once, and lists name it by its position', () => {
  const { pages, owners, unreviewed, overdue, reviews } = fileOf([
    reviewedPage('references/c', { on: '2024-01-01' }),
    samplePage('references/b', { owner: 'somebody-gone', stages: '[expert, novice]' }),
    samplePage('references/a'),
  ]);
  assert.deepEqual(
    pages.map(([id, title, owner, , stage]) => [
      id,
      title,
      owners[owner]?.id,
      stage.map((at) => stages[at]?.id),
    ]),
    [
      ['references/a', 'About references a', 'writing-desk', ['novice']],
      ['references/b', 'About references b', 'somebody-gone', ['novice', 'expert']],
      ['references/c', 'About references c', 'writing-desk', ['novice']],
    ],
  );
  assert.deepEqual(unreviewed, [0, 1]);
  assert.deepEqual(overdue, [2]);
  assert.deepEqual(reviews, [
    { page: 2, is: 'overdue', on: '2024-01-01', by: 'writing-desk', due: '2024-07-01' },
  ]);
  assert.deepEqual(owners[0], {
    id: 'writing-desk',
    name: 'Writing desk',
    pages: 2,
    unreviewed: 1,
    oldest: 2,
  });
});

test('the coverage counts what the rows of the pages say, and pages for everyone apart', () => {
  const { coverage, forEveryone, ...file } = fileOf([
    samplePage('references/b', { roles: '[everyone]' }),
    samplePage('references/a', { stages: '[novice, expert]', moments: '[apply, solve]' }),
  ]);
  assert.equal(cellOf(coverage, 'manager', 'novice', 'apply'), 1);
  assert.equal(cellOf(forEveryone, 'manager', 'novice', 'apply'), 1);
  assert.equal(cellOf(coverage, 'manager', 'practitioner', 'apply'), 0);
  assert.equal(cellOf(coverage, 'everyone', 'novice', 'apply'), 1);
  for (const [role] of file.roles.entries())
    for (const [stage] of file.stages.entries())
      for (const [moment] of file.moments.entries()) {
        const named = file.pages.filter(
          ([, , , own, at, inMoment]) =>
            own.includes(role) && at.includes(stage) && inMoment.includes(moment),
        );
        assert.equal(coverage[role]?.[stage]?.[moment], named.length);
      }
});

test('a hundred pages more cost what their ids and titles take, and little else', () => {
  const pages = (from: number, n: number) =>
    Array.from({ length: n }, (_, i) =>
      samplePage(`references/page-${from + i}`, { roles: '[manager, everyone]' }),
    );
  const few = pages(100, 10);
  const more = [...few, ...pages(200, 100)];
  const words = (list: ContentPage[]) =>
    list.reduce((sum, { id, data }) => sum + id.length + data.title.length, 0);
  const growth = textOf(more).length - textOf(few).length - (words(more) - words(few));
  assert.ok(growth <= 100 * 50, `${growth} characters beside ids and titles`);
});
