import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { fromExitCode, fromPlaywright, fromTap } from './tally.ts';

const fine = { code: 0, output: '' };

describe('the count of tests', () => {
  it('takes a tool as one test', () => {
    assert.deepEqual(count(fromExitCode(fine)), [1, 0]);
    assert.deepEqual(count(fromExitCode({ code: 2, output: '' })), [0, 1]);
  });

  it('takes the totals at the end of a TAP report, whatever tests wrote before', () => {
    assert.deepEqual(count(fromTap(`# pass 99\n${tap({ tests: 5, pass: 5 })}`, fine)), [5, 0]);
    assert.deepEqual(count(fromTap(tap({ tests: 5, pass: 3, fail: 2 }), { code: 1, output: '' })), [3, 2]);
  });

  it('counts skipped, unfinished and cancelled unit tests as failed', () => {
    assert.deepEqual(
      count(fromTap(tap({ tests: 6, pass: 3, skipped: 1, todo: 1, cancelled: 1 }), fine)),
      [3, 3],
    );
  });

  it('counts skipped, flaky and unrun browser tests as failed', () => {
    assert.deepEqual(
      count(fromPlaywright(json({ expected: 4, flaky: 1, skipped: 2, unexpected: 1 }), fine)),
      [4, 4],
    );
  });

  it('fails when nothing was tested', () => {
    assert.deepEqual(count(fromTap(tap({ tests: 0, pass: 0 }), fine)), [0, 1]);
    assert.deepEqual(count(fromTap(undefined, fine)), [0, 1]);
    assert.deepEqual(count(fromPlaywright(json({}), fine)), [0, 1]);
    assert.deepEqual(count(fromPlaywright(undefined, fine)), [0, 1]);
  });

  it('fails when all tests passed and their program did not', () => {
    assert.deepEqual(count(fromTap(tap({ tests: 2, pass: 2 }), { code: 1, output: '' })), [2, 1]);
    assert.deepEqual(count(fromPlaywright(json({ expected: 2 }), { code: 1, output: '' })), [2, 1]);
  });
});

function count({ passed, failed }: { passed: number; failed: number }): number[] {
  return [passed, failed];
}

function tap(totals: Record<string, number>): string {
  return Object.entries(totals)
    .map(([name, total]) => `# ${name} ${total}\n`)
    .join('');
}

function json(stats: Record<string, number>): string {
  return JSON.stringify({
    stats: { expected: 0, skipped: 0, unexpected: 0, flaky: 0, ...stats },
    errors: [],
  });
}
