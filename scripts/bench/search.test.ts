import assert from 'node:assert/strict';
import { test } from 'node:test';
import { makeAnswers } from '../../e2e/golden/sidekick.ts';
import { projectRoot } from '../command.ts';
import { generatePages } from './corpus.ts';
import { libraryOf } from './find.ts';
import { knownItems, percentile95 } from './search.ts';

test('every query that is typed is of another page, and finds something', async () => {
  const pages = generatePages(150);
  const queries = knownItems(pages, 20);
  assert.equal(new Set(queries).size, 20);
  const engine = makeAnswers(await libraryOf(projectRoot, pages));
  for (const query of queries) assert.notDeepEqual(await engine.find(query), [], query);
});

test('of twenty figures, one may be worse than the 95th percentile', () => {
  const figures = Array.from({ length: 20 }, (_, index) => index + 1);
  assert.equal(percentile95(figures.toReversed()), 19);
});
