import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { randomFrom } from '../decisions/random-tool.ts';
import {
  abilitiesSpokenOf,
  change,
  currentOf,
  logOf,
  merge,
  nothing,
  say,
  standingOf,
  takeBack,
  type Progress,
  type Says,
} from './progress.ts';
import { goOn, randomAnswers } from './random-progress.ts';

const ability = 'pathways/a/one';
const today = '2026-11-20';

function said(...all: [says: Says, on: string][]): Progress {
  return all.reduce((progress, [says, on], i) => say(progress, { ability, says, on }, `id-${i}`), nothing);
}
const current = (progress: Progress, on = today) => currentOf(progress, ability, on)?.says;

describe('how far a reader is', () => {
  test('is what was said last, and everything before it is kept', () => {
    const progress = said(['seen', '2026-03-01'], ['helped', '2026-06-01'], ['alone', '2026-09-01']);
    assert.equal(current(progress), 'alone');
    assert.deepEqual(
      logOf(progress, ability, today).map((entry) => `${entry.on} ${entry.says}`),
      ['2026-09-01 alone', '2026-06-01 helped', '2026-03-01 seen'],
    );
  });

  test('is not changed by what is remembered of earlier days', () => {
    assert.equal(current(said(['alone', '2026-09-01'], ['seen', '2026-03-01'])), 'alone');
  });

  test('on one day is what was said last', () => {
    assert.equal(current(said(['alone', today], ['helped', today])), 'helped');
  });

  test('can be said again after a clock was ten years ahead, or is ten years behind', () => {
    assert.equal(current(said(['seen', '2036-11-20'], ['alone', today])), 'alone');
    assert.equal(current(said(['seen', today], ['alone', '2016-11-20']), '2016-11-20'), 'alone');
    assert.equal(current(said(['seen', today]), '2036-11-20'), 'seen');
  });

  test('means for the way: done when alone or further, left out when skipped, else open', () => {
    const means = (says: Says) => standingOf(currentOf(said([says, today]), ability, today));
    assert.deepEqual(
      (['seen', 'helped', 'alone', 'unusual', 'taught', 'skipped', 'notYet'] as const).map(means),
      ['open', 'open', 'done', 'done', 'done', 'skipped', 'open'],
    );
    assert.equal(standingOf(undefined), 'open');
  });
});

test('what is taken back leaves what was said before, and none of its words', () => {
  let progress = say(
    said(['seen', '2026-03-01']),
    { ability, says: 'alone', on: today, note: 'secret', who: 'Somebody' },
    'x',
  );
  progress = takeBack(progress, 'x');
  assert.equal(current(progress), 'seen');
  assert.doesNotMatch(JSON.stringify(progress), /secret|Somebody/);
  assert.deepEqual(change(progress, 'x', { note: 'again' }), progress);
  assert.deepEqual(abilitiesSpokenOf(takeBack(progress, 'id-0')), []);
});

test('a note is trimmed, cut at its longest, and gone when it is emptied', () => {
  let progress = change(said(['seen', today]), 'id-0', { note: `  ${'x'.repeat(5000)}` });
  assert.equal(progress.entries[0]!.note?.length, 2000);
  progress = change(progress, 'id-0', { note: '  ' });
  assert.ok(!('note' in progress.entries[0]!));
});

describe('two logs become one', () => {
  for (let seed = 0; seed < 150; seed++) {
    const random = randomFrom(seed);
    const common = goOn(random, nothing, 'common');
    const [a, b, c] = ['a', 'b', 'c'].map((device) => ({
      ...goOn(random, common, device),
      answers: randomAnswers(random),
    })) as [Progress, Progress, Progress];

    test(`in any order, any number of times (${seed})`, () => {
      assert.deepEqual(merge(a, b), merge(b, a));
      assert.deepEqual(merge(merge(a, b), c), merge(a, merge(b, c)));
      assert.deepEqual(merge(merge(a, b), b), merge(a, b));
      assert.deepEqual(merge(a, a), merge(a, nothing));
    });

    test(`and no entry is lost (${seed})`, () => {
      const ids = new Set(merge(a, b).entries.map(({ id }) => id));
      for (const { id } of [...a.entries, ...b.entries]) assert.ok(ids.has(id), id);
    });
  }

  test('what one changed and the other did not is as changed', () => {
    const before = said(['seen', today], ['helped', today]);
    const a = change(before, 'id-0', { note: 'with a note' });
    const b = takeBack(before, 'id-1');
    const both = merge(a, b);
    assert.equal(both.entries[0]!.note, 'with a note');
    assert.equal(both.entries[1]!.gone, true);
  });

  test('of two changes made at the same time, what stands wins over what was taken back', () => {
    const before = said(['seen', today]);
    const both = merge(takeBack(before, 'id-0'), change(before, 'id-0', { note: 'kept' }));
    assert.equal(both.entries[0]!.note, 'kept');
  });
});
