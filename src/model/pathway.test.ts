import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { randomFrom, type Random } from '../decisions/random-tool.ts';
import type { Ability, Pathway } from '../schema/pathway.ts';
import {
  abilitiesOf,
  faultsOf,
  pagesOf,
  pictureOf,
  whatComesNext,
  type Node,
  type Standing,
} from './pathway.ts';

type Rough = { id: string } & Partial<Ability>;

const ability = (rough: Rough): Ability => ({
  can: `do ${rough.id}`,
  pages: ['job-aids/x'],
  try: 'Try.',
  with: 'somebody',
  evidence: 'A thing.',
  opens: [],
  or: [],
  ...rough,
});

function pathway(stages: Record<string, Rough[]>): Pick<Pathway, 'path'> {
  const path = Object.entries(stages).map(([stage, rough]) => ({
    stage,
    can: 'do it',
    abilities: rough.map(ability),
  }));
  return { path };
}

const nodes = (...rough: Rough[]): Node[] => rough.map(ability);
const standing = (states: Record<string, Standing>) => (id: string) => states[id] ?? 'open';

describe('what comes next', () => {
  const list = nodes({ id: 'a' }, { id: 'b' }, { id: 'c' });

  test('is the first of the list that is not done, where nothing is said of ways', () => {
    assert.deepEqual(whatComesNext(list, standing({})), { next: 'a', also: [] });
    assert.deepEqual(whatComesNext(list, standing({ a: 'done' })), { next: 'b', also: [] });
    assert.deepEqual(whatComesNext(list, standing({ b: 'done' })), { next: 'a', also: [] });
    assert.deepEqual(whatComesNext(list, standing({ a: 'done', b: 'done', c: 'done' })), { also: [] });
  });

  test('is what follows what was skipped', () => {
    assert.equal(whatComesNext(list, standing({ a: 'skipped' })).next, 'b');
  });

  test('waits for what opens it', () => {
    const back = nodes({ id: 'later' }, { id: 'first', opens: ['later'] });
    assert.equal(whatComesNext(back, standing({})).next, 'first');
    assert.equal(whatComesNext(back, standing({ first: 'done' })).next, 'later');
  });

  test('is every branch that is open, the first in the list before the others', () => {
    const branches = nodes({ id: 'a', opens: ['b', 'c'] }, { id: 'b' }, { id: 'c' }, { id: 'd' });
    assert.deepEqual(whatComesNext(branches, standing({ a: 'done' })), { next: 'b', also: ['c'] });
    assert.deepEqual(whatComesNext(branches, standing({})), { next: 'a', also: [] });
  });

  test('needs one of several that open it, not all', () => {
    const meeting = nodes({ id: 'a', opens: ['c'] }, { id: 'b', opens: ['c'] }, { id: 'c' });
    assert.deepEqual(whatComesNext(meeting, standing({ b: 'done' })), { next: 'a', also: ['c'] });
  });

  test('is no ability that another one serves as well as, whichever names the other', () => {
    for (const either of [
      nodes({ id: 'a', or: ['b'] }, { id: 'b' }),
      nodes({ id: 'a' }, { id: 'b', or: ['a'] }),
    ]) {
      assert.equal(whatComesNext(either, standing({ b: 'done' })).next, undefined);
      assert.equal(whatComesNext(either, standing({ a: 'done' })).next, undefined);
      assert.equal(whatComesNext(either, standing({ a: 'skipped' })).next, 'b');
    }
  });

  test('begins where the reader begins, and comes back to what stands before it', () => {
    const ways = nodes({ id: 'a', opens: ['b'] }, { id: 'b' }, { id: 'c' });
    assert.equal(whatComesNext(ways, standing({}), 'b').next, 'b');
    assert.equal(whatComesNext(ways, standing({ b: 'done', c: 'done' }), 'b').next, 'a');
    assert.equal(whatComesNext(ways, standing({}), 'nowhere').next, 'a');
  });

  for (let seed = 0; seed < 200; seed++) {
    test(`leads through any pathway to its end (${seed})`, () => {
      const random = randomFrom(seed);
      const any = randomNodes(random);
      const states: Record<string, Standing> = {};
      for (let step = 0; step <= any.length; step++) {
        const { next } = whatComesNext(any, standing(states));
        if (next === undefined) break;
        assert.notEqual(states[next] ?? 'open', 'done');
        states[next] = random(4) === 0 ? 'skipped' : 'done';
      }
      assert.equal(whatComesNext(any, standing(states)).next, undefined);
      const left = any.filter(({ id }) => !states[id]);
      for (const { id, or } of left) {
        const others = any.filter((node) => or.includes(node.id) || node.or.includes(id));
        assert.ok(
          others.some((node) => states[node.id] === 'done'),
          `${id} was left out for nothing`,
        );
      }
    });
  }
});

/** Abilities in any order, of which some open others without coming back, and some serve as well as others. */
function randomNodes(random: Random): Node[] {
  const ids = Array.from({ length: 1 + random(9) }, (_, i) => `n${i}`);
  const some = (from: string[], odds: number) => from.filter(() => random(odds) === 0);
  const inOrder = ids.map((id, i) => ({
    id,
    opens: some(ids.slice(i + 1), 3),
    or: some(
      ids.filter((one) => one !== id),
      9,
    ),
  }));
  return inOrder.toSorted((a, b) => (a.id + random(2) < b.id + random(2) ? -1 : 1)).toReversed();
}

describe('a pathway is refused', () => {
  const kinds = (path: Pick<Pathway, 'path'>) => faultsOf(path).map(({ is, id }) => `${is} ${id}`);

  test('for an ability that is not there, for itself, and for a second one of its name', () => {
    assert.deepEqual(
      kinds(
        pathway({
          novice: [
            { id: 'a', opens: ['x', 'a'] },
            { id: 'a', or: ['y'] },
          ],
          expert: [{ id: 'novice' }],
        }),
      ),
      ['twice a', 'twice novice', 'unknown x', 'itself a', 'unknown y'],
    );
  });

  test('for a way that comes back, told once and with all that stands on it', () => {
    const path = pathway({
      novice: [
        { id: 'a', opens: ['b'] },
        { id: 'b', opens: ['c', 'd'] },
      ],
      expert: [{ id: 'c', opens: ['a'] }, { id: 'd' }],
    });
    assert.deepEqual(faultsOf(path), [
      { is: 'loop', path: ['path', 1, 'abilities', 0, 'opens', 0], id: 'a', loop: ['a', 'b', 'c', 'a'] },
    ]);
  });

  test('for nothing else: branches that meet again are fine', () => {
    assert.deepEqual(
      kinds(
        pathway({
          novice: [
            { id: 'a', opens: ['b', 'c'] },
            { id: 'b', opens: ['d'] },
            { id: 'c', opens: ['d'] },
            { id: 'd' },
          ],
        }),
      ),
      [],
    );
  });
});

test('the pages of a pathway stand in the order in which they are first needed, each once', () => {
  const path = pathway({
    novice: [{ id: 'a', pages: ['job-aids/x', 'job-aids/y'] }],
    expert: [{ id: 'b', pages: ['job-aids/y', 'job-aids/z', 'job-aids/x'] }],
  });
  assert.deepEqual(pagesOf(path), ['job-aids/x', 'job-aids/y', 'job-aids/z']);
  assert.deepEqual(
    abilitiesOf(path).map(({ stage, ability: { id } }) => [stage, id]),
    [
      ['novice', 'a'],
      ['expert', 'b'],
    ],
  );
});

describe('the picture of a pathway', () => {
  test('is one line where nothing is said of ways', () => {
    const { bands, rows, lines } = pictureOf(
      pathway({ novice: [{ id: 'a' }, { id: 'b' }], expert: [{ id: 'c' }] }),
    );
    assert.deepEqual(lines, [
      ['a', 'b'],
      ['b', 'c'],
    ]);
    assert.equal(rows, 1);
    assert.deepEqual(
      bands.map(({ columns, spots }) => [columns, spots.map(({ column, row }) => [column, row])]),
      [
        [
          2,
          [
            [0, 0],
            [1, 0],
          ],
        ],
        [1, [[0, 0]]],
      ],
    );
  });

  test('stacks branches, and leads on from both', () => {
    const { bands, rows, lines } = pictureOf(
      pathway({
        novice: [
          { id: 'a', opens: ['b', 'c'] },
          { id: 'b', opens: ['d'] },
          { id: 'c', opens: ['d'] },
          { id: 'd' },
        ],
      }),
    );
    assert.deepEqual(lines, [
      ['a', 'b'],
      ['a', 'c'],
      ['b', 'd'],
      ['c', 'd'],
    ]);
    assert.deepEqual(
      bands[0]!.spots.map(({ id, column, row }) => `${id} ${column} ${row}`),
      ['a 0 0', 'b 1 0', 'c 1 1', 'd 2 0'],
    );
    assert.equal(rows, 2);
  });

  test('stacks what serves as well', () => {
    const { lines } = pictureOf(pathway({ novice: [{ id: 'a' }, { id: 'b' }, { id: 'c', or: ['b'] }] }));
    assert.deepEqual(lines, [
      ['a', 'b'],
      ['a', 'c'],
    ]);
  });

  for (let seed = 0; seed < 200; seed++) {
    test(`has a place of its own for each ability, and only lines that lead on (${seed})`, () => {
      const any = randomNodes(randomFrom(seed));
      const cut = Math.ceil(any.length / 2);
      const path = pathway({
        novice: any.slice(0, cut),
        ...(cut < any.length && { expert: any.slice(cut) }),
      });
      const { bands, lines } = pictureOf(path);
      const spots = bands.flatMap(({ stage, spots: some }) =>
        some.map(({ id, column, row }) => ({ id, at: `${stage} ${column} ${row}`, stage, column })),
      );
      assert.equal(new Set(spots.map(({ at }) => at)).size, any.length);
      for (const [from, to] of lines) {
        const [start, end] = [from, to].map((id) => spots.find((spot) => spot.id === id)!) as [
          (typeof spots)[0],
          (typeof spots)[0],
        ];
        if (start.stage === end.stage) assert.ok(start.column < end.column, `${from} stands before ${to}`);
      }
      const reached = new Set(lines.map(([, to]) => to));
      assert.ok(any.filter(({ id }) => !reached.has(id)).length >= 1, 'something begins');
    });
  }
});
