import assert from 'node:assert/strict';
import { test } from 'node:test';
import { addressFromState, stateFromAddress } from './state.ts';

const isKnown = (facet: string, id: string) => facet === 'type' && id === 'job-aids';

test('a search can be kept as an address and comes back from it', () => {
  const state = { query: 'a & b "c"', filters: { type: 'job-aids' } };
  const address = addressFromState(state);
  assert.equal(address, '?q=a+%26+b+%22c%22&type=job-aids');
  assert.deepEqual(stateFromAddress(address, isKnown), state);
  assert.equal(addressFromState({ query: '', filters: {} }), '');
});

test('ids that nobody knows and characters that nobody types are left out', () => {
  const state = stateFromAddress('?q=%00%0Ahi&type=__proto__&role=x&stage=%3Cb%3E&type=job-aids', isKnown);
  assert.deepEqual(state, { query: 'hi', filters: {} });
  assert.equal(stateFromAddress(`?q=${'x'.repeat(5000)}`, isKnown).query.length, 200);
});
