import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { readPort, Refusal } from './command.ts';

describe('the port', () => {
  it('is 4321 when nobody says otherwise', () => {
    assert.equal(readPort([]), 4321);
  });

  it('is the one that is asked for', () => {
    assert.equal(readPort(['--port', '8080']), 8080);
    assert.equal(readPort(['--port=8080']), 8080);
  });

  it('is refused in words when it is none', () => {
    for (const args of [
      ['--port', 'x'],
      ['--port', '70000'],
      ['--port', '-1'],
      ['--port'],
      ['--prot', '1'],
      ['8080'],
    ]) {
      assert.throws(() => readPort(args), Refusal, args.join(' '));
    }
  });
});
