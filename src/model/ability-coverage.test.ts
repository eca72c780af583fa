import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readPage } from '../content/page.ts';
import { pageOptions } from '../content/settings.ts';
import { abilityCoverage, bareAbilities } from './ability-coverage.ts';
import { makeLibrary } from './library.ts';
import { pathPlacesOf } from './path-place.ts';
import { plainSettings, samplePage } from './sample-library.ts';

/** @param abilities id → its pages */
function pathway(id: string, role: string, abilities: Record<string, string[]>, more = '') {
  const list = Object.entries(abilities).map(
    ([ability, pages]) =>
      `      - { id: ${ability}, can: do ${ability}, pages: [${pages.join(', ')}], try: Try., with: somebody, evidence: A thing. }`,
  );
  const text = `---\ntitle: About ${id}\nsummary: One.\nroles: [${role}]\nstages: [novice]\ntopics: [write]\nmoments: [apply]\nasks: [a b, c d, e f]\nowner: writing-desk\nrole: ${role}\n${more}path:\n  - stage: novice\n    can: do it\n    abilities:\n${list.join('\n')}\n---\n\nWords.\n`;
  const { page, findings } = readPage(text, `content/pathways/${id}.mdx`, pageOptions(plainSettings));
  assert.ok(page, JSON.stringify(findings));
  return page;
}

const pages = [
  samplePage('references/a'),
  samplePage('references/b'),
  pathway('boss', 'manager', {
    one: ['references/a', 'references/b'],
    two: ['references/b'],
    three: ['references/gone'],
  }),
  pathway('all', 'everyone', { alone: ['references/b'] }, 'start: decision-tools/which\n'),
];
const settings = {
  ...plainSettings,
  retired: [{ id: 'references/gone', title: 'Gone', on: '2026-01-01', why: 'Old', instead: [], aliases: [] }],
};
const library = makeLibrary(pages, settings);

test('every role has a row, with its abilities and their pages by stage', () => {
  const rows = abilityCoverage(library);
  assert.deepEqual(
    rows.map(({ role }) => role),
    plainSettings.taxonomy.roles.map(({ id }) => id),
  );
  const manager = rows.find(({ role }) => role === 'manager')!;
  assert.deepEqual(manager.pathways, ['pathways/boss']);
  assert.deepEqual(manager.stages, [
    { stage: 'novice', abilities: 3, pages: 2 },
    { stage: 'practitioner', abilities: 0, pages: 0 },
    { stage: 'expert', abilities: 0, pages: 0 },
  ]);
  assert.deepEqual(rows.find(({ role }) => role === 'learning-leader')!.pathways, []);
});

test('an ability whose pages have all been withdrawn is named, one of a merged page is not', () => {
  assert.deepEqual(bareAbilities(library), [{ pathway: 'pathways/boss', ability: 'three' }]);
  const merged = { ...settings, retired: [{ ...settings.retired[0]!, to: 'references/a' }] };
  assert.deepEqual(bareAbilities(makeLibrary(pages, merged)), []);
});

test('a page in two pathways has a place on each, with what comes before and after it there', () => {
  const places = pathPlacesOf(library, 'references/b');
  assert.deepEqual(
    places.map(({ slug, at, previous, next }) => [slug, at?.ability, previous?.href, next?.href]),
    [
      ['all', 'alone', undefined, undefined],
      ['boss', 'one', '/references/a/?path=boss', '/references/gone/?path=boss'],
    ],
  );
  assert.deepEqual(pathPlacesOf(library, 'references/none'), []);
});

test('a tool that tells the stage has a place on the pathways that start with it', () => {
  const [place, ...others] = pathPlacesOf(library, 'decision-tools/which');
  assert.equal(place?.slug, 'all');
  assert.equal(place?.at, undefined);
  assert.deepEqual(others, []);
});
