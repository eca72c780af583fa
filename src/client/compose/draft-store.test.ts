import assert from 'node:assert/strict';
import { test } from 'node:test';
import { changesOf, withChanges } from './draft-store.ts';

const began = { values: { title: 'Old', needs: ['a'], summary: 'S' }, body: '\nText\n' };

test('a draft is kept as what was changed, and comes back whole', () => {
  const now = { values: { title: 'New', summary: 'S', asks: ['b'] }, body: '\nOther\n' };
  const changes = changesOf(began, now);
  assert.deepEqual(changes, { values: { title: 'New', needs: null, asks: ['b'] }, body: '\nOther\n' });
  const kept = JSON.parse(JSON.stringify({ type: 'job-aids', of: '', ...changes }));
  assert.deepEqual(changesOf(withChanges(began, kept), now), { values: {} });
});

test('a field that nobody touched follows the page when it changes meanwhile', () => {
  const kept = {
    type: 'job-aids' as const,
    of: '',
    ...changesOf(began, { ...began, values: { ...began.values, title: 'New' } }),
  };
  const later = { values: { ...began.values, summary: 'Better' }, body: '\nLater\n' };
  assert.deepEqual(withChanges(later, kept), {
    values: { title: 'New', needs: ['a'], summary: 'Better' },
    body: '\nLater\n',
  });
});

test('a draft that is shown can be changed without changing where it began', () => {
  const draft = withChanges(began, undefined);
  (draft.values.needs as string[]).push('b');
  assert.deepEqual(began.values.needs, ['a']);
});
