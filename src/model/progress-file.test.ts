import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { randomFrom } from '../decisions/random-tool.ts';
import { longestFile, readFile, readKept, readRuns, toFile, toKept, uniteRuns } from './progress-file.ts';
import { currentOf, merge, nothing, say, type Progress } from './progress.ts';
import { goOn, randomAnswers } from './random-progress.ts';

const today = '2026-11-20';
const ability = 'pathways/a/one';
const run = {
  page: 'job-aids/x',
  begun: '2026-11-20T09:30:00.000Z',
  ended: '2026-11-20T10:02:11.000Z',
  steps: [{ text: 'a', is: 'done' }],
};

for (let seed = 0; seed < 200; seed++) {
  test(`what is saved opens again as it was, and changes nothing where it came from (${seed})`, () => {
    const random = randomFrom(seed);
    const progress: Progress = merge(
      { ...goOn(random, nothing, 'a', 30), answers: randomAnswers(random) },
      nothing,
    );
    const read = readFile(toFile({ ...progress, runs: [run] }, today));
    assert.ok('saved' in read, JSON.stringify(read));
    const { runs, ...again } = read.saved;
    assert.deepEqual(again, progress);
    assert.deepEqual(merge(progress, again), progress);
    assert.deepEqual(runs, [run]);
    assert.deepEqual(readKept(toKept(progress)), { progress, is: 'sound' });
  });
}

describe('a file is refused, whole, when it is', () => {
  const sound = JSON.parse(
    toFile({ ...say(nothing, { ability, says: 'seen', on: today }, 'x'), runs: [] }, today),
  ) as Record<string, unknown>;
  const entry = (sound.entries as object[])[0]!;
  const changed = (change: object) => JSON.stringify({ ...sound, entries: [{ ...entry, ...change }] });
  const refused = (text: string) => {
    const read = readFile(text);
    return 'refused' in read ? read.refused : 'taken';
  };

  test('nothing of the sort', () => assert.equal(refused(JSON.stringify(sound)), 'taken'));

  const wrong: Record<string, string> = {
    'an entry with __proto__': JSON.stringify(sound).replace('"id":', '"__proto__":{"v":9},"id":'),
    'a file with __proto__': JSON.stringify(sound).replace('{', '{"__proto__":{"gone":true},'),
    'a key that means something to the language': changed({ id: '__proto__' }),
    'an ability that is none': changed({ ability: 'pathways/../../x' }),
    'a day that does not exist': changed({ on: '2026-02-30' }),
    'a number for a text': changed({ note: 7 }),
    'a list for a text': changed({ who: ['x'] }),
    'a state that there is not': changed({ says: 'perfect' }),
    'a number that is none': changed({ n: 1e300 }),
    'a text of a thousand pages': changed({ note: 'x'.repeat(3_000_000) }),
    'a run with constructor': JSON.stringify({ ...sound, runs: [{ ...run, constructor: { prototype: 1 } }] }),
    'a run that is too deep': JSON.stringify({ ...sound, runs: [{ ...run, a: [[[[[[[1]]]]]]] }] }),
    'one entry too many': JSON.stringify({ ...sound, entries: Array.from({ length: 5001 }, () => entry) }),
    'no list': JSON.stringify({ ...sound, answers: {} }),
  };
  for (const [name, text] of Object.entries(wrong)) test(name, () => assert.equal(refused(text), 'wrong'));

  test('no file of ours', () => {
    for (const text of ['', 'x', '[]', 'null', '7', '{}', '{"sidekick":"runs"}', '<html>'])
      assert.equal(refused(text), 'foreign', text);
  });
  test('deeper than anything can read', () => assert.equal(refused('['.repeat(1e6)), 'foreign'));
  test('longer than anything we save', () => assert.equal(refused(' '.repeat(longestFile + 1)), 'long'));
  test('of a later edition', () => assert.equal(refused(JSON.stringify({ ...sound, version: 3 })), 'newer'));
  test('and the language itself stays as it is', () => {
    assert.equal(({} as { v?: number }).v, undefined);
    assert.equal(({} as { gone?: boolean }).gone, undefined);
  });
});

describe('what a device holds', () => {
  test('is nothing at first', () => assert.deepEqual(readKept(null), { progress: nothing, is: 'sound' }));

  test('in the first shape becomes one entry for each ability, the same in every tab', () => {
    const text = JSON.stringify({
      [ability]: { state: 'alone', on: '2026-03-01' },
      'pathways/b/two': { state: 'seen', on: today },
    });
    const { progress, is } = readKept(text);
    assert.equal(is, 'sound');
    assert.equal(currentOf(progress, ability, today)?.says, 'alone');
    assert.equal(currentOf(progress, ability, today)?.on, '2026-03-01');
    assert.deepEqual(merge(progress, readKept(text).progress), progress);
    assert.deepEqual(readKept(toKept(progress)).progress, progress);
  });

  test('of a later edition is left alone', () => {
    assert.deepEqual(readKept('{"version":3,"entries":{}}'), { progress: nothing, is: 'newer' });
  });

  test('is read as far as it can be', () => {
    for (const text of ['{', '[]', '7', '{"version":2}', '{"version":"2"}', '{"pathways/a/one":7}'])
      assert.deepEqual(readKept(text), { progress: nothing, is: 'damaged' }, text);
    const sound = say(nothing, { ability, says: 'seen', on: today }, 'x');
    const half = JSON.stringify({
      ...(JSON.parse(toKept(sound)) as object),
      entries: [...sound.entries, { id: 'y' }],
    });
    assert.deepEqual(readKept(half), { progress: sound, is: 'damaged' });
  });
});

describe('finished runs', () => {
  const later = { ...run, begun: '2026-11-21T09:30:00.000Z', ended: '2026-11-21T10:00:00.000Z' };

  test('are read from a list or by page, the latest first, without what is no run', () => {
    assert.deepEqual(readRuns([run, later, 7, { page: 'x' }]), [later, run]);
    assert.deepEqual(readRuns({ 'job-aids/x': [run, later], other: 'x' }), [later, run]);
    for (const rubbish of [undefined, null, 7, 'x', [[]], { a: { b: 1 } }])
      assert.deepEqual(readRuns(rubbish), []);
  });

  test('are united by page, each once', () => {
    assert.deepEqual(uniteRuns([run], [later, run]), { 'job-aids/x': [later, run] });
  });
});
