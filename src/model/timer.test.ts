import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  clockFace,
  durationOf,
  isOver,
  isRunning,
  isTimer,
  leftAt,
  newTimer,
  started,
  stopped,
} from './timer.ts';

const minute = 60_000;
const noon = Date.parse('2026-11-20T12:00:00Z');

test('a duration is read as the page writes it', () => {
  assert.equal(durationOf('PT30S'), 30_000);
  assert.equal(durationOf('PT5M'), 5 * minute);
  assert.equal(durationOf('PT2H'), 120 * minute);
  for (const other of ['', 'P1D', 'PT5', 'PT-5M', 'PT5M3S', '5 minutes'])
    assert.equal(durationOf(other), undefined);
});

test('a timer shows its whole time until it is started, and then what is left', () => {
  const timer = newTimer(5 * minute);
  assert.equal(leftAt(timer, noon), 5 * minute);
  assert.equal(isRunning(timer, noon), false);
  const running = started(timer, noon);
  assert.equal(leftAt(running, noon + 2 * minute), 3 * minute);
  assert.equal(isRunning(running, noon + 2 * minute), true);
});

test('a tab that slept past the end finds the time over', () => {
  const running = started(newTimer(5 * minute), noon);
  assert.equal(isOver(running, noon + 5 * minute), true);
  assert.equal(isOver(running, noon + 600 * minute), true);
  assert.equal(isRunning(running, noon + 600 * minute), false);
});

test('stopped, it keeps what is left however long it stands; started, it goes on from there', () => {
  const stood = stopped(started(newTimer(5 * minute), noon), noon + minute);
  assert.equal(leftAt(stood, noon + 100 * minute), 4 * minute);
  const again = started(stood, noon + 100 * minute);
  assert.equal(leftAt(again, noon + 101 * minute), 3 * minute);
});

test('a timer that is over begins anew', () => {
  const over = started(newTimer(minute), noon);
  assert.equal(leftAt(started(over, noon + 10 * minute), noon + 10 * minute), minute);
});

test('ten years ahead it is over; a clock that was set back makes nothing longer', () => {
  const running = started(newTimer(5 * minute), noon);
  assert.equal(leftAt(running, Date.parse('2036-11-20T12:00:00Z')), 0);
  assert.equal(leftAt(running, Date.parse('2016-11-20T12:00:00Z')), 5 * minute);
});

test('the night of summer time is as long as any other', () => {
  const before = Date.parse('2026-03-29T01:58:00+01:00');
  const after = Date.parse('2026-03-29T03:01:00+02:00');
  assert.equal(leftAt(started(newTimer(5 * minute), before), after), 2 * minute);
});

test('the face reads like a kitchen clock', () => {
  assert.equal(clockFace(5 * minute), '5:00');
  assert.equal(clockFace(5 * minute - 1), '5:00');
  assert.equal(clockFace(61_000), '1:01');
  assert.equal(clockFace(9_001), '0:10');
  assert.equal(clockFace(0), '0:00');
  assert.equal(clockFace(65 * minute), '1:05:00');
});

test('what is no timer is told apart', () => {
  assert.equal(isTimer(started(newTimer(minute), noon)), true);
  assert.equal(isTimer(newTimer(minute)), true);
  for (const other of [
    null,
    7,
    'x',
    [],
    {},
    { for: 1 },
    { for: -1, left: 0 },
    { for: 1, left: '1' },
    { for: 1, left: 1, since: 'x' },
  ])
    assert.equal(isTimer(other), false);
});
