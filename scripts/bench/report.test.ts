import assert from 'node:assert/strict';
import { test } from 'node:test';
import { median, type Line, type Measurement } from './measurement.ts';
import { describeMachine, judge, tableOf, verdictOf, type Machine } from './report.ts';

const measurement: Measurement = {
  name: 'build',
  about: 'How long it takes.',
  measure: () => Promise.resolve([]),
};
const machine: Machine = { cores: 2, memoryGb: 25, system: 'linux x64', node: '24.21.0', load: 0 };
const line: Line = {
  what: 'cold build',
  pages: 4000,
  unit: 's',
  ours: 20,
  peer: { name: 'Starlight', value: 80 },
};

test('a figure is the one in the middle, so that one slow run changes nothing', () => {
  assert.equal(median([3, 90, 2]), 3);
  assert.equal(median([4, 2]), 3);
});

test('a ratio is held against its budget', () => {
  const { lines } = judge(measurement, [
    { ...line, budget: { of: 'ratio', most: 0.35 } },
    { ...line, budget: { of: 'ratio', most: 0.2 } },
  ]);
  assert.deepEqual(
    lines.map(({ ratio, met }) => ({ ratio, met })),
    [
      { ratio: 0.25, met: true },
      { ratio: 0.25, met: false },
    ],
  );
});

test('a line without a budget is neither met nor missed', () => {
  const [judged] = judge(measurement, [line]).lines;
  assert.equal(judged!.met, undefined);
});

test('the table says which figure belongs to whom', () => {
  const table = tableOf(judge(measurement, [{ ...line, budget: { of: 'ratio', most: 0.35 } }]).lines);
  assert.match(table, /cold build +4,000 +20\.0 s +80\.0 s +Starlight +0\.25 × +≤ 0\.35 × +met/);
});

test('the verdict names every budget that is missed', () => {
  const result = judge(measurement, [
    { ...line, budget: { of: 'ours', most: 10 } },
    { ...line, budget: { of: 'ours', most: 30 } },
  ]);
  assert.match(
    verdictOf([result], machine),
    /^1 of 2 budgets met\.\nNot met:\n {2}cold build, 4,000 pages, against Starlight$/,
  );
});

test('a busy machine is said to be busy', () => {
  assert.equal(describeMachine(machine), '2 cores, 25 GB, linux x64, Node 24.21.0');
  assert.match(describeMachine({ ...machine, load: 3 }), /read the ratios/);
});
