import assert from 'node:assert/strict';
import { test } from 'node:test';
import { coverageOf, isHole, type Cell } from './coverage.ts';
import { makeLibrary } from './library.ts';
import { plainSettings, samplePage } from './sample-library.ts';

const pages = [
  samplePage('references/b', { roles: '[manager]', stages: '[novice, expert]', moments: '[apply, solve]' }),
  samplePage('references/a', { roles: '[manager, subject-expert]' }),
  samplePage('references/all', { roles: '[everyone]', stages: '[novice]', moments: '[apply, change]' }),
  samplePage('references/both', { roles: '[manager, everyone]', stages: '[expert]', moments: '[more]' }),
];
const cells = coverageOf(makeLibrary(pages, plainSettings));
const cell = (role: string, stage: string, moment: string): Cell =>
  cells.find((one) => one.role === role && one.stage === stage && one.moment === moment)!;

test('there is a cell for every role, stage and moment of the taxonomy, in its order', () => {
  const { roles, stages, moments } = plainSettings.taxonomy;
  assert.equal(cells.length, roles.length * stages.length * moments.length);
  assert.deepEqual(cells.map(({ role }) => role).filter((role, i, all) => role !== all[i - 1]), roles.map(({ id }) => id)); // prettier-ignore
  assert.deepEqual(
    cells.slice(0, moments.length).map(({ moment }) => moment),
    moments.map(({ id }) => id),
  );
});

test('a cell names the pages that say all three of it, and no others', () => {
  assert.deepEqual(cell('manager', 'novice', 'apply').pages, ['references/a', 'references/b']);
  assert.deepEqual(cell('manager', 'expert', 'solve').pages, ['references/b']);
  assert.deepEqual(cell('subject-expert', 'novice', 'apply').pages, ['references/a']);
  assert.deepEqual(cell('subject-expert', 'novice', 'solve').pages, []);
});

test('a page for everyone hides no hole of another role, which says that it helps', () => {
  const change = cell('manager', 'novice', 'change');
  assert.ok(isHole(change));
  assert.deepEqual(change.forEveryone, ['references/all']);
  assert.ok(!isHole(cell('everyone', 'novice', 'change')));
  assert.deepEqual(cell('everyone', 'novice', 'change').forEveryone, []);
});

test('a page for a role and for everyone counts once for that role', () => {
  assert.deepEqual(cell('manager', 'expert', 'more'), {
    role: 'manager',
    stage: 'expert',
    moment: 'more',
    pages: ['references/both'],
    forEveryone: [],
  });
  assert.deepEqual(cell('subject-expert', 'expert', 'more').forEveryone, ['references/both']);
});

test('without a page every cell is a hole', () => {
  assert.ok(coverageOf(makeLibrary([], plainSettings)).every(isHole));
});
