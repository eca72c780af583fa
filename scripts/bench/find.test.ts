import assert from 'node:assert/strict';
import { test } from 'node:test';
import { makeAnswers } from '../../e2e/golden/sidekick.ts';
import { projectRoot } from '../command.ts';
import { generatePages } from './corpus.ts';
import { libraryOf, missedShare, remember } from './find.ts';

test('what people remember of a page is not its title', () => {
  const pages = generatePages(100);
  assert.deepEqual(pages.map(remember), generatePages(4000).slice(0, 100).map(remember));
  assert.ok(pages.every((page) => remember(page) !== page.title));
});

test('a page that somebody knows is the first result, also among three hundred that are like it', async () => {
  const pages = generatePages(300);
  const engine = makeAnswers(await libraryOf(projectRoot, pages));
  const missed = await missedShare(engine, pages);
  assert.ok(missed <= 0.03, `${missed}`);
});

test('a search that always finds the same page misses all the others', async () => {
  const pages = generatePages(10);
  const engine = { name: 'stubborn', find: () => [`job-aids/${pages[0]!.slug}`] };
  assert.equal(await missedShare(engine, pages), 0.9);
});
