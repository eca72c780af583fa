import assert from 'node:assert/strict';
import path from 'node:path';
import { test } from 'node:test';
import { previewOf } from './preview.ts';
import { readLibrary } from './write-index.ts';

const { library } = await readLibrary(path.resolve(import.meta.dirname, '../..'));
assert.ok(library, 'the pages are readable');

test('every page has something to show beside a result, in plain text', () => {
  for (const page of library.pages) {
    const { items, ask = '', when = '' } = previewOf(page);
    assert.ok(items.length > 0 || ask !== '', page.id);
    for (const text of [...items, ask, when]) assert.doesNotMatch(text, /<\w|\*\*|\]\(/, page.id);
  }
});

test('at most five things are listed, and the rest is counted', () => {
  for (const page of library.pages) {
    const { items, more } = previewOf(page);
    assert.ok(items.length <= 5 && more >= 0 && (more === 0 || items.length === 5), page.id);
  }
});

test('a tool shows its first question, a job aid when it is the right page', () => {
  const tool = library.pages.find(({ type }) => type === 'decision-tools')!;
  assert.equal(previewOf(tool).kind, 'options');
  assert.ok(previewOf(tool).ask);
  const jobAid = library.pages.find(({ type }) => type === 'job-aids')!;
  assert.ok(previewOf(jobAid).when);
});
