import assert from 'node:assert/strict';
import { test } from 'node:test';
import { nodeIdOf, routeTaken } from './route-taken.ts';

const edges = [
  'children child',
  'child child.1.age',
  'child income',
  'child.1.age child.1.next',
  'child.1.age child.1.cost',
  'child.1.cost child.1.next',
  'child.1.next income',
  'income score',
  'score yes',
  'score no',
];
const between = new Set(['child', 'child.1.next', 'score']);
const taken = (...stops: string[]) => {
  const route = routeTaken(edges, stops, (id) => !between.has(id));
  return { edges: [...route.edges], nodes: [...route.nodes] };
};

test('a route goes through the beginning of a group and through scores to its outcome', () => {
  assert.deepEqual(taken('children', 'income', 'no').edges, [
    'children child',
    'child income',
    'income score',
    'score no',
  ]);
});

test('every repetition is marked on the one that is drawn, up to its end', () => {
  const { edges: marked, nodes } = taken('children', 'child.1.age', 'child.2.age', 'child.2.cost', 'income');
  assert.deepEqual(marked, [
    'children child',
    'child child.1.age',
    'child.1.age child.1.next',
    'child.1.age child.1.cost',
    'child.1.cost child.1.next',
    'child.1.next income',
  ]);
  assert.ok(nodes.includes('child.1.next'));
});

test('the second question of a later repetition is no new repetition', () => {
  assert.deepEqual(taken('child.2.age', 'child.2.cost').edges, ['child.1.age child.1.cost']);
});

test('where no line leads, nothing is marked but the two ends', () => {
  assert.deepEqual(taken('income', 'children'), { edges: [], nodes: ['income', 'children'] });
});

test('every repetition of a question has the place of the first', () => {
  assert.equal(nodeIdOf('child.12.age'), 'child.1.age');
  assert.equal(nodeIdOf('income'), 'income');
});
