import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Graph } from './graph.ts';
import { randomFrom, randomGraph } from './random-graph.ts';
import { routesThrough } from './routes.ts';

test('each answer that leads on makes a route of its own, and each outcome has its share', () => {
  const graph: Graph = {
    questions: [
      {
        id: 'rain',
        ask: 'Does it rain?',
        options: [
          { id: 'yes', say: 'Yes', go: 'coat' },
          { id: 'a-little', say: 'A little', go: 'coat' },
          { id: 'no', say: 'No', go: 'go' },
        ],
      },
      {
        id: 'coat',
        ask: 'Is there a coat?',
        options: [
          { id: 'yes', say: 'Yes', go: 'go' },
          { id: 'no', say: 'No', go: 'stay' },
        ],
      },
    ],
    outcomes: [
      { id: 'stay', verdict: 'Stay.' },
      { id: 'go', verdict: 'Go.' },
    ],
  };
  const { all, to, longest } = routesThrough(graph);
  assert.equal(all, 5n);
  assert.deepEqual(
    [...to],
    [
      ['stay', 2n],
      ['go', 3n],
    ],
  );
  assert.equal(longest, 2);
});

test('the count is that of the routes walked one by one, in any sound tool', () => {
  for (let seed = 0; seed < 200; seed++) {
    const graph = randomGraph(randomFrom(seed));
    const walked = walk(graph);
    const { all, to, longest } = routesThrough(graph);
    assert.equal(all, BigInt(walked.length), `seed ${seed}`);
    assert.equal(longest, Math.max(...walked.map(({ questions }) => questions)), `seed ${seed}`);
    for (const [id, routes] of to)
      assert.equal(routes, BigInt(walked.filter(({ end }) => end === id).length), `seed ${seed}, ${id}`);
  }
});

test('a tool with more routes than a number holds is counted to the last one', () => {
  const questions = Array.from({ length: 80 }, (_, i) => ({
    id: `ask-${i}`,
    ask: `And ${i}?`,
    options: ['a', 'b', 'c'].map((id) => ({ id, say: id, go: i < 79 ? `ask-${i + 1}` : `end-${id}` })),
  }));
  const outcomes = ['a', 'b', 'c'].map((id) => ({ id: `end-${id}`, verdict: id }));
  const { all, to } = routesThrough({ questions, outcomes });
  assert.equal(all, 3n ** 80n);
  assert.equal(to.get('end-b'), 3n ** 79n);
});

/** Every route of a graph, one by one. */
function walk(graph: Graph): { questions: number; end: string }[] {
  const from = (id: string, questions: number): { questions: number; end: string }[] => {
    const question = graph.questions.find((one) => one.id === id);
    return question
      ? question.options.flatMap(({ go }) => from(go, questions + 1))
      : [{ questions, end: id }];
  };
  return from(graph.questions[0]!.id, 0);
}
