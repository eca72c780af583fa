import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { readPages, readSettings } from '../content/read.ts';
import { pageOptions, type Settings } from '../content/settings.ts';
import type { RetiredPage } from '../schema/retired.ts';
import { linkTo, makeLibrary } from './library.ts';
import { stopOf, withdrawnPages } from './stop.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
const settings = (await readSettings(root)).settings as Settings;
const { pages } = await readPages(root, pageOptions(settings));

const gone: RetiredPage = {
  id: 'job-aids/reset-the-press',
  title: 'Reset the press',
  on: '2026-11-21',
  why: 'The new guard makes it dangerous.',
  instead: ['references/glossary'],
  aliases: [],
};
const merged: RetiredPage = { ...gone, id: 'job-aids/old-words', to: 'references/glossary', instead: [] };
const site = { ...settings.site, base: '/kb/' };
const library = makeLibrary(pages, { ...settings, site, retired: [gone, merged] });

test('a link to a merged page shows and leads to the page that took its place', () => {
  assert.deepEqual(linkTo(library, merged.id), linkTo(library, 'references/glossary'));
});

test('a link to a withdrawn page says beforehand that it stops', () => {
  const { href, title, summary, stages } = linkTo(library, gone.id);
  assert.deepEqual([href, title, stages], ['/kb/job-aids/reset-the-press/', 'Reset the press', []]);
  assert.equal(summary, 'Don’t use this page any more. The new guard makes it dangerous.');
});

test('a link to a page that never was is still refused', () => {
  assert.throws(() => linkTo(library, 'job-aids/never-was'), /No page has the id/);
});

test('only a withdrawn page has a stop page, whose question names the page and its day', () => {
  assert.deepEqual(withdrawnPages(library), [gone]);
  const stop = stopOf(library, gone);
  assert.deepEqual(
    stop.instead.map(({ id }) => id),
    ['references/glossary'],
  );
  const asked = decodeURIComponent('href' in stop.ask ? (stop.ask.href ?? '') : '');
  assert.match(asked, /About “Reset the press”.*job-aids\/reset-the-press, withdrawn on 2026-11-21/s);
});
