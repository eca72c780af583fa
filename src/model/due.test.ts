import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { ContentPage } from '../content/page.ts';
import { duePages } from './due.ts';

const page = (id: string, on?: string, of = 'aaaaaaaaaaaaaaaa') =>
  ({
    id,
    version: 'aaaaaaaaaaaaaaaa',
    data: { ...(on && { review: { by: 'desk', on, every: '1 month', of } }) },
  }) as unknown as ContentPage;

const ids = (list: { page: ContentPage }[]) => list.map((one) => one.page.id);

test('a page is overdue the day after its day, the longest first', () => {
  const { overdue, soon } = duePages(
    [page('b', '2026-10-22'), page('a', '2026-09-01'), page('c', '2026-10-23')],
    '2026-11-23',
    30,
  );
  assert.deepEqual(ids(overdue), ['a', 'b']);
  assert.deepEqual(ids(soon), ['c']);
});

test('a page is due soon up to the last day asked for', () => {
  const { soon } = duePages([page('in', '2026-11-22'), page('out', '2026-11-23')], '2026-11-22', 30);
  assert.deepEqual(
    soon.map((one) => [one.page.id, one.on]),
    [['in', '2026-12-22']],
  );
});

test('an edited page is voided, however new its review', () => {
  const { voided, overdue, soon } = duePages([page('a', '2026-11-23', 'b')], '2026-11-23', 30);
  assert.deepEqual([ids(voided), ids(overdue), ids(soon)], [['a'], [], []]);
});

test('a page without a review is told apart from one whose review is past', () => {
  assert.deepEqual(
    duePages([page('b'), page('a')], '2026-11-23', 30).unreviewed.map(({ id }) => id),
    ['a', 'b'],
  );
});
