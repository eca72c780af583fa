import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { randomFrom } from '../decisions/random-tool.ts';
import { isAnswer } from './progress-file.ts';
import { accept, logOf, merge, nothing } from './progress.ts';
import { goOn } from './random-progress.ts';
import {
  answerLink,
  longestFragment,
  readAnswerLink,
  readShareLink,
  shareLink,
  type SharedItem,
} from './shared-work.ts';

const on = '2026-11-20';
const item: SharedItem = {
  id: 'x-1',
  ability: 'pathways/a/one',
  says: 'alone',
  on,
  note: 'Ünïcode 😀',
  who: 'Somebody',
};

for (let seed = 0; seed < 100; seed++) {
  test(`a link carries what was chosen, and nothing else (${seed})`, () => {
    const items = logOf(goOn(randomFrom(seed), nothing, 'a', 6), 'pathways/a/one', on).map(
      ({ id, ability, says, on: day, note, who }): SharedItem => ({
        id,
        ability,
        says,
        on: day,
        ...(note && { note }),
        ...(who && { who }),
      }),
    );
    if (items.length === 0) return assert.equal(readShareLink(shareLink({ on, items })!), undefined);
    const link = shareLink({ from: 'Me', on, items })!;
    assert.match(link, /^work=[\w-]+$/);
    assert.deepEqual(readShareLink(`#${link}`), { from: 'Me', on, items });
  });
}

test('a link that would be cut off on the way is not made', () => {
  const items = Array.from({ length: 90 }, (_, i) => ({ ...item, id: `x-${i}`, note: 'x'.repeat(2000) }));
  assert.equal(shareLink({ on, items }), undefined);
  assert.ok(shareLink({ on, items: items.slice(0, 1) })!.length < longestFragment);
});

test('what is no link of ours is nothing', () => {
  const link = shareLink({ on, items: [item] })!;
  const as = (value: unknown) => `work=${btoa(JSON.stringify(value))}`;
  const row = ['x-1', 'a/one', 2, on, '', ''];
  assert.ok(readShareLink(as([1, '', on, [row]])));
  for (const wrong of [
    '', '#', 'work=', 'work=%', 'work=AAAA', `answer=${link.slice(5)}`, `${link}x`.repeat(999),
    as([2, '', on, [row]]), as([1, '', on, []]), as([1, '', 'today', [row]]), as([1, {}, on, [row]]), as({}), as([1, '', on, [row], 7]),
    as([1, '', on, [['__proto__', ...row.slice(1)]]]), as([1, '', on, [['x-1', '../one', 2, on, '', '']]]),
    as([1, '', on, [['x-1', 'a/one', 99, on, '', '']]]), as([1, '', on, [['x-1', 'a/one', 'toString', on, '', '']]]),
    as([1, '', on, [['x-1', 'a/one', 2, '2026-02-30', '', '']]]), as([1, '', on, [['x-1', 'a/one', 2, on, ['a'], '']]]),
    as([1, '', on, Array.from({ length: 101 }, () => row)]),
  ]) assert.equal(readShareLink(wrong), undefined, wrong.slice(0, 80)); // prettier-ignore
});

describe('an answer', () => {
  const link = answerLink('The boss', on, [
    { item, is: 'confirmed', task: 'The Lisbon case' },
    { item: { ...item, id: 'x-2' }, is: 'missing', missing: 'The second number' },
  ])!;

  test('comes back with what was confirmed, what is missing, and the next task', () => {
    const read = readAnswerLink(link)!;
    assert.deepEqual(
      read.answers.map(({ id: _id, ...answer }) => answer),
      [
        {
          entry: 'x-1',
          ability: item.ability,
          is: 'confirmed',
          task: 'The Lisbon case',
          by: 'The boss',
          on,
          v: 1,
        },
        {
          entry: 'x-2',
          ability: item.ability,
          is: 'missing',
          missing: 'The second number',
          by: 'The boss',
          on,
          v: 1,
        },
      ],
    );
    assert.ok(read.answers.every(isAnswer));
  });

  test('that is opened twice is kept once', () => {
    const once = accept(nothing, readAnswerLink(link)!.answers);
    assert.deepEqual(accept(once, readAnswerLink(link)!.answers), once);
    assert.deepEqual(merge(once, once), once);
    assert.equal(once.answers.length, 2);
  });

  test('that is no link of ours is nothing', () => {
    for (const wrong of [
      '',
      'answer=',
      shareLink({ on, items: [item] })!,
      `answer=${btoa('[1,"","2026-11-20",[["x","a/one",2,"",""]]]')}`,
    ])
      assert.equal(readAnswerLink(wrong), undefined);
  });
});
