import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { ContentPage } from '../content/page.ts';
import { addPeriod, freshness } from './freshness.ts';

const page = (of: string) =>
  ({
    version: 'aaaaaaaaaaaaaaaa',
    data: { review: { by: 'desk', on: '2026-01-31', every: '1 month', of } },
  }) as unknown as ContentPage;

test('a review holds until its day', () => {
  assert.equal(freshness(page('aaaaaaaaaaaaaaaa'), '2026-02-28').is, 'reviewed');
  assert.equal(freshness(page('aaaaaaaaaaaaaaaa'), '2026-03-01').is, 'overdue');
});

test('an edit voids the review', () => {
  assert.deepEqual(freshness(page('bbbbbbbbbbbbbbbb'), '2026-02-01'), {
    is: 'voided',
    on: '2026-01-31',
    by: 'desk',
  });
});

test('periods end on a day that exists', () => {
  assert.equal(addPeriod('2026-01-31', '1 month'), '2026-02-28');
  assert.equal(addPeriod('2024-02-29', '1 year'), '2025-02-28');
  assert.equal(addPeriod('2026-12-30', '3 days'), '2027-01-02');
  assert.equal(addPeriod('2026-11-23', '6 weeks'), '2027-01-04');
});
