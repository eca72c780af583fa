import assert from 'node:assert/strict';
import { test } from 'node:test';
import { withReview } from './review.ts';

const review = { by: 'desk', on: '2026-11-23', every: '6 months', of: '0123456789abcdef' };
const line = "review: { by: desk, on: 2026-11-23, every: 6 months, of: '0123456789abcdef' }";

test('a first review becomes the last line of the frontmatter', () => {
  assert.equal(
    withReview('---\na: 1 # one\nb: two\n---\n\nText\n---\n', review),
    `---\na: 1 # one\nb: two\n${line}\n---\n\nText\n---\n`,
  );
});

test('a new review takes the place of the old one, wherever and however it was written', () => {
  const old = '---\na: 1\nreview:\n  by: other\n  on: 2025-01-01\nb: two\n---\nText\n';
  assert.equal(withReview(old, review), `---\na: 1\nb: two\n${line}\n---\nText\n`);
  assert.equal(withReview(withReview(old, review), review), withReview(old, review));
});

test('line ends stay as they are', () => {
  assert.equal(
    withReview('---\r\na: 1\r\n---\r\nText\r\n', review),
    `---\r\na: 1\r\n${line}\r\n---\r\nText\r\n`,
  );
});
