import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  addRuns,
  allRuns,
  answerRun,
  beginRun,
  finishRun,
  isOpenRun,
  isRun,
  soundRuns,
  takeUp,
  type OpenRun,
  type Run,
} from './run.ts';
import { newTimer, started } from './timer.ts';

const noon = new Date('2026-11-20T12:00:00Z');
const page = { version: '0123abcd', hashes: ['AAaa', 'BBbb', 'CCcc', 'DDdd'] };

function runAt(ended: string, more: Partial<Run> = {}): Run {
  const open = beginRun(page, noon);
  const steps = [{ text: 'Count.', is: 'done' as const }];
  return {
    ...finishRun(
      open,
      { id: 'job-aids/count', title: 'Count', version: page.version },
      steps,
      new Date(ended),
    ),
    ...more,
  };
}

test('a run on the same page goes on where it was', () => {
  const run: OpenRun = { ...beginRun(page, noon), at: 2, skipped: [[1, 'Not here']] };
  assert.deepEqual(takeUp(run, page), { run });
});

test('an edited step and one put before it: the place, the skips and the timers follow their steps, the edited step begins anew', () => {
  const timer = started(newTimer(1000), 5);
  const run: OpenRun = {
    ...beginRun(page, noon),
    at: 2,
    skipped: [
      [1, 'Not here'],
      [3, 'Later'],
    ],
    timers: [
      [1, 0, timer],
      [3, 0, timer],
    ],
  };
  const now = { version: 'ffff0000', hashes: ['AAaa', 'XXxx', 'BB__', 'CCcc', 'DDdd'] };
  const { run: later, change } = takeUp(run, now);
  assert.equal(later.at, 3);
  assert.deepEqual(later.skipped, [[4, 'Later']]);
  assert.deepEqual(later.timers, [[4, 0, timer]]);
  assert.deepEqual(change, { steps: [1, 2] });
  assert.equal(later.version, page.version, 'it says with which version it began');
  assert.equal(later.of, now.hashes.join(''));
  assert.deepEqual(takeUp(later, now).run, later);
});

test('a change outside the steps is told as well', () => {
  const { change, run } = takeUp({ ...beginRun(page, noon), at: 3 }, { ...page, version: 'ffff0000' });
  assert.deepEqual(change, { steps: [] });
  assert.equal(run.at, 3);
});

test('somebody at the end stays there, however many steps there are now', () => {
  const run = { ...beginRun(page, noon), at: 4 };
  assert.equal(takeUp(run, page).run.at, 4);
  assert.equal(takeUp(run, { version: 'ffff0000', hashes: [...page.hashes, 'EEee'] }).run.at, 5);
});

test('a step that is gone leads to the first; a place beyond the page too', () => {
  assert.equal(takeUp({ ...beginRun(page, noon), at: 3 }, { ...page, hashes: ['AAaa', 'BBbb'] }).run.at, 0);
  assert.equal(takeUp({ ...beginRun(page, noon), at: 99 }, page).run.at, 0);
});

test('a finished run says which version it began with, and which it ended with where they differ', () => {
  assert.equal(runAt('2026-11-20T13:00:00Z').later, undefined);
  const run = finishRun(
    beginRun(page, noon),
    { id: 'job-aids/count', title: 'Count', version: 'ffff0000' },
    [],
    noon,
  );
  assert.equal(run.version, '0123abcd');
  assert.equal(run.later, 'ffff0000');
});

test('finished runs stand by page, the latest first, each once', () => {
  const early = runAt('2026-11-20T13:00:00Z');
  const late = runAt('2026-11-21T13:00:00Z', { begun: '2026-11-21T12:00:00.000Z' });
  const other = runAt('2026-11-20T14:00:00Z', { page: 'job-aids/other' });
  const runs = addRuns(addRuns({}, [early, other]), [late, early]);
  assert.deepEqual(runs, { 'job-aids/count': [late, early], 'job-aids/other': [other] });
  assert.deepEqual(allRuns(runs), [late, other, early]);
});

test('a run that is kept is never replaced by another of the same moment', () => {
  const kept = runAt('2026-11-20T13:00:00Z');
  const forged = { ...kept, title: 'Forged' };
  assert.deepEqual(addRuns({ [kept.page]: [kept] }, [forged]), { [kept.page]: [kept] });
});

test('a run takes its answer afterwards, the last one holds, and no file takes it away', () => {
  const run = runAt('2026-11-20T13:00:00Z');
  const other = runAt('2026-11-21T13:00:00Z', { begun: '2026-11-21T12:00:00.000Z' });
  const kept = addRuns({}, [run, other]);
  const answered = answerRun(answerRun(kept, run, 'yes'), run, 'no');
  assert.deepEqual(answered, { [run.page]: [other, { ...run, worked: 'no' }] });
  assert.deepEqual(addRuns(answered, [run, { ...run, worked: 'yes' }]), answered);
  assert.deepEqual(addRuns(kept, [{ ...run, title: 'Forged', worked: 'no' }]), answered);
  assert.ok(isRun({ ...run, worked: 'yes' }));
  for (const worked of ['maybe', '', true, null, {}]) assert.equal(isRun({ ...run, worked }), false);
});

test('of too many the oldest go, on one page and in all', () => {
  const moment = (n: number) => new Date(noon.getTime() + n * 1000).toISOString();
  const many = Array.from({ length: 700 }, (_, n) =>
    runAt(moment(n), { begun: moment(n), page: `job-aids/p${n % 2 === 0 ? 0 : n % 14}` }),
  );
  const runs = addRuns({}, many);
  assert.equal(runs['job-aids/p0']!.length, 100);
  assert.equal(runs['job-aids/p0']![0]!.begun, moment(698));
  assert.equal(allRuns(runs).length, 450);
  const more = Array.from({ length: 700 }, (_, n) =>
    runAt(moment(n), { begun: moment(n), page: `job-aids/q${n % 10}` }),
  );
  assert.equal(allRuns(addRuns({}, more)).length, 500);
  assert.equal(allRuns(addRuns({}, more)).at(-1)!.begun, moment(200));
});

test('a clock that was set back by ten years spoils nothing', () => {
  const run = runAt('2016-11-20T13:00:00Z');
  assert.ok(run.ended < run.begun);
  assert.ok(isRun(run));
});

test('storage that holds rubbish holds the runs that are sound', () => {
  const run = runAt('2026-11-20T13:00:00Z');
  for (const rubbish of [
    undefined,
    null,
    7,
    '',
    [],
    [run],
    { a: 7 },
    { a: [1, null, {}] },
    JSON.parse('{"__proto__":{"x":1}}'),
  ])
    assert.deepEqual(soundRuns(rubbish), {});
  assert.deepEqual(soundRuns({ [run.page]: [7, run, { ...run, steps: 'x' }] }), { [run.page]: [run] });
  assert.deepEqual(soundRuns({ 'job-aids/elsewhere': [run] }), { [run.page]: [run] }, 'a run knows its page');
});

test('a run under way that is rubbish is none', () => {
  const run = beginRun(page, noon);
  assert.ok(isOpenRun(run));
  assert.ok(isOpenRun({ ...run, skipped: [[0, 'Later']], timers: [[0, 0, newTimer(5)]] }));
  const wrong = [
    { at: -1 }, { at: 1.5 }, { at: '1' }, { at: 1e9 }, { version: 'x' }, { of: 'abc' }, { of: 7 }, { begun: 'yesterday' },
    { begun: '2026-99-99T00:00:00.000Z' }, { skipped: {} }, { skipped: [[0]] }, { skipped: [['0', 'x']] }, { timers: [[0, 0, {}]] },
    { skipped: [[0, 'x'.repeat(501)]] },
  ]; // prettier-ignore
  for (const part of wrong)
    assert.equal(isOpenRun({ ...run, ...part }), false, JSON.stringify(part).slice(0, 80));
});
