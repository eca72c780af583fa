import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import type { Run } from '../model/run.ts';
import { keepRuns, keptRuns, removeRun, runsOf } from './runs.ts';

/** What a browser has, as far as it is used here. */
class Store {
  #entries = new Map<string, string>();
  isFull = false;
  getItem = (name: string) => this.#entries.get(name) ?? null;
  removeItem = (name: string) => void this.#entries.delete(name);
  setItem(name: string, value: string): void {
    if (this.isFull) throw new DOMException('No room', 'QuotaExceededError');
    this.#entries.set(name, value);
  }
}

let store: Store;
beforeEach(() => {
  store = new Store();
  Object.defineProperty(globalThis, 'localStorage', { value: store, configurable: true });
});

const runOf = (page: string, minute: number): Run => ({
  page: `job-aids/${page}`,
  title: 'Count',
  version: '0123abcd',
  of: 'AAaa',
  begun: new Date(minute * 60_000).toISOString(),
  ended: new Date((minute + 1) * 60_000).toISOString(),
  steps: [{ text: 'Count.', is: 'done' }],
});

test('a page was used as often as it has finished runs', () => {
  keepRuns([runOf('a', 1)]);
  keepRuns([runOf('a', 2), runOf('b', 3)]);
  assert.deepEqual(runsOf('job-aids/a'), [runOf('a', 2), runOf('a', 1)]);
  assert.equal(runsOf('job-aids/b').length, 1);
  assert.deepEqual(runsOf('job-aids/never'), []);
  for (const name of ['__proto__', 'constructor', 'toString']) assert.deepEqual(runsOf(name), []);
});

test('a run that another tab has kept meanwhile is not lost', () => {
  keepRuns([runOf('a', 1)]);
  const other = JSON.parse(store.getItem('sidekick:runs')!) as Record<string, Run[]>;
  store.setItem('sidekick:runs', JSON.stringify({ ...other, 'job-aids/b': [runOf('b', 2)] }));
  assert.ok(keepRuns([runOf('a', 3)]));
  assert.deepEqual(Object.values(keptRuns()).flat().length, 3);
});

test('one run is removed, the others stay; the last leaves nothing behind', () => {
  keepRuns([runOf('a', 1), runOf('a', 2), runOf('b', 1)]);
  assert.ok(removeRun(runOf('a', 1)));
  assert.deepEqual(keptRuns(), { 'job-aids/a': [runOf('a', 2)], 'job-aids/b': [runOf('b', 1)] });
  removeRun(runOf('a', 2));
  removeRun(runOf('b', 1));
  assert.equal(store.getItem('sidekick:runs'), null);
});

test('storage that is full or off says so, and what was kept stays', () => {
  keepRuns([runOf('a', 1)]);
  store.isFull = true;
  assert.equal(keepRuns([runOf('a', 2)]), false);
  assert.deepEqual(runsOf('job-aids/a'), [runOf('a', 1)]);
  Object.defineProperty(globalThis, 'localStorage', {
    get: () => {
      throw new DOMException('Insecure', 'SecurityError');
    },
    configurable: true,
  });
  assert.equal(keepRuns([runOf('a', 3)]), false);
  assert.deepEqual(keptRuns(), {});
});

test('rubbish counts as nothing, and is gone with the next run', () => {
  for (const text of ['', '{"a', 'null', '7', '[1]', '{"__proto__":{"x":1}}', '{"job-aids/a":"toString"}']) {
    store.setItem('sidekick:runs', text);
    assert.deepEqual(keptRuns(), {}, text);
    assert.ok(keepRuns([runOf('a', 1)]));
    assert.deepEqual(keptRuns(), { 'job-aids/a': [runOf('a', 1)] }, text);
  }
});
