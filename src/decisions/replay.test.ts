import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, test } from 'node:test';
import { readPage } from '../content/page.ts';
import type { DecisionTool } from '../schema/decision-tool.ts';
import { proveTool } from './analysis.ts';
import { readDay } from './calendar.ts';
import { compileTool } from './compile.ts';
import { optionId, type Answers, type Graph } from './graph.ts';
import { choiceTool, randomAnswers, randomFrom, randomRoutes, randomTool } from './random-tool.ts';
import { remainingQuestions } from './remaining.ts';
import { answersFromFragment, answersOf, fragmentFromAnswers, replay, type State } from './replay.ts';

function graphOf(...[questions, outcomes]: Parameters<typeof choiceTool>): Graph {
  return compileTool(choiceTool(questions, outcomes)).graph;
}

const today = { today: readDay('2026-11-25')! };

const lunch = graphOf(
  [
    {
      id: 'hungry',
      ask: 'Are you hungry?',
      options: [
        { id: 'yes', say: 'Yes', go: 'time' },
        { id: 'a-little', say: 'A little', go: 'fruit' },
        { id: 'no', say: 'No', go: 'wait' },
      ],
    },
    {
      id: 'time',
      ask: 'Is there time to cook?',
      options: [
        { id: 'yes', say: 'Yes', go: 'guests' },
        { id: 'no', say: 'No', go: 'sandwich' },
      ],
    },
    {
      id: 'fruit',
      ask: 'Is there fruit?',
      options: [
        { id: 'yes', say: 'Yes', go: 'apple' },
        { id: 'no', say: 'No', go: 'guests' },
      ],
    },
    {
      id: 'guests',
      ask: 'Do others eat with you?',
      options: [
        { id: 'yes', say: 'Yes', go: 'soup' },
        { id: 'no', say: 'No', go: 'sandwich' },
      ],
    },
  ],
  [
    { id: 'wait', verdict: 'Wait.' },
    { id: 'apple', verdict: 'Eat an apple.' },
    { id: 'sandwich', verdict: 'Make a sandwich.' },
    { id: 'soup', verdict: 'Cook soup.' },
  ],
);

/** Where the answers of an address lead: the id of a question or of an outcome. */
function nodeAt(graph: Graph, answers: Answers): string {
  const { at } = replay(graph, answers, today);
  return 'question' in at ? at.question.id : at.outcome.id;
}

describe('A reader who answers', () => {
  test('meets the first question before any answer', () => {
    assert.equal(nodeAt(lunch, {}), 'hungry');
  });
  test('meets the question that an answer leads to', () => {
    assert.equal(nodeAt(lunch, { hungry: 'yes' }), 'time');
  });
  test('comes to an outcome, and sees the answers in the order of the questions', () => {
    const state = replay(lunch, { guests: 'yes', time: 'yes', hungry: 'yes' }, today);
    assert.deepEqual(state.at, { outcome: lunch.outcomes[3] });
    assert.deepEqual(
      state.given.map(({ question }) => question.id),
      ['hungry', 'time', 'guests'],
    );
  });
  test('who changes an answer keeps the later ones that still hold', () => {
    const changed = replay(lunch, { hungry: 'a-little', time: 'yes', guests: 'yes' }, today);
    assert.deepEqual(changed.at, { question: lunch.questions[2] });
    assert.deepEqual(changed.unused, ['time', 'guests']);
    assert.equal(nodeAt(lunch, { hungry: 'a-little', time: 'yes', guests: 'yes', fruit: 'no' }), 'soup');
  });
});

describe('An old link', () => {
  test('whose answer is gone opens at that question', () => {
    assert.equal(nodeAt(lunch, { hungry: 'yes', time: 'perhaps', guests: 'yes' }), 'time');
  });
  test('with an answer to a question that is gone still opens', () => {
    assert.equal(nodeAt(lunch, { thirsty: 'yes', hungry: 'no' }), 'wait');
  });
  test('can’t pass off a property of every object as an answer', () => {
    const graph: Graph = {
      ...lunch,
      questions: [{ ...lunch.questions[0]!, id: 'constructor' }, ...lunch.questions.slice(1)],
    };
    assert.equal(nodeAt(graph, {}), 'constructor');
    assert.equal(nodeAt(graph, answersFromFragment('#__proto__=yes&toString=yes')), 'constructor');
  });
});

describe('The address', () => {
  test('says the answers by name, and gives them back', () => {
    const { given } = replay(lunch, { hungry: 'yes', time: 'no' }, today);
    assert.equal(fragmentFromAnswers(answersOf(given)), 'hungry=yes&time=no');
    assert.deepEqual({ ...answersFromFragment('#hungry=yes&time=no') }, { hungry: 'yes', time: 'no' });
  });
  test('may hold anything, and what is no answer is left aside', () => {
    for (const fragment of [
      '',
      '#',
      '#content',
      '#%E0%A4%A',
      '#a=<script>',
      '#A=b',
      '#=',
      '#&&==',
      '#hungry',
      '#a=b%00',
    ]) {
      assert.deepEqual({ ...answersFromFragment(fragment) }, {}, fragment);
    }
  });
  test('gives back an answer with a long name', () => {
    const long = optionId(
      'Arbeitsunfähigkeitsbescheinigungen Rechtsschutzversicherungsgesellschaften Donaudampfschifffahrt ja',
    );
    assert.ok(long.length > 80);
    assert.equal(answersFromFragment(`q=${long}`).q, long);
  });
});

describe('An answer without a name of its own', () => {
  const names = {
    'Yes, they can': 'yes-they-can',
    'I don’t know; I have not': 'i-dont-know-i',
    'Für alle Fälle': 'fur-alle-falle',
    '…': 'answer',
  };
  for (const [say, name] of Object.entries(names)) {
    test(`is called ${name} where it says “${say}”`, () => assert.equal(optionId(say), name));
  }
});

describe('“At most N questions left”', () => {
  test('counts the longest way, the question asked now included', () => {
    const left = remainingQuestions(lunch);
    assert.equal(left.get('hungry'), 3);
    assert.equal(left.get('guests'), 1);
    assert.equal(left.has('soup'), false);
  });
  test('is known at once where the ways are more than could be walked', () => {
    const length = 60;
    const questions = Array.from({ length }, (_, i) => ({
      id: `q${i}`,
      ask: '?',
      options: ['a', 'b', 'c'].map((id) => ({ id, say: id, go: i + 1 < length ? `q${i + 1}` : 'end' })),
    }));
    assert.equal(remainingQuestions(graphOf(questions, [{ id: 'end', verdict: '.' }])).get('q0'), length);
  });
  test('ends in a loop too', () => {
    const [first, second, ...others] = lunch.questions;
    const back = { ...second!, options: [{ id: 'back', say: 'Back', go: 'hungry' }] };
    assert.ok(remainingQuestions({ ...lunch, questions: [first!, back, ...others] }).get('hungry')! > 0);
  });
});

/** What a reader can tell of a state. */
function seen({ given, at, unused, fired, score }: State): object {
  return { given, at, unused, fired, score };
}

describe('Whatever the tool and the answers', () => {
  const cases = Array.from({ length: 300 }, (_, seed) => {
    const random = randomFrom(seed);
    const tool = randomTool(random);
    const { graph } = compileTool(tool);
    return { seed, tool, graph, answers: Array.from({ length: 20 }, () => randomAnswers(random, graph)) };
  });
  const each = (claim: (graph: Graph, answers: Answers, seed: string) => void) => () => {
    for (const { seed, graph, answers } of cases)
      for (const one of answers) claim(graph, one, `seed ${seed}, ${JSON.stringify(one)}`);
  };

  test('the random tools are sound, so that the claims below mean something', () => {
    for (const { seed, tool } of cases) assert.deepEqual(proveTool(tool).faults, [], `seed ${seed}`);
  });
  test(
    'the same answers lead to the same place, in whatever order they come',
    each((graph, answers, seed) => {
      const turned = Object.fromEntries(Object.entries(answers).reverse());
      const once = replay(graph, answers, today);
      assert.deepEqual(seen(replay(graph, answers, today)), seen(once), seed);
      const other = replay(graph, turned, today);
      assert.deepEqual({ given: other.given, at: other.at }, { given: once.given, at: once.at }, seed);
    }),
  );
  test(
    'the answers that count are a walk from the first question to where the reader stands',
    each((graph, answers, seed) => {
      const { given, at } = replay(graph, answers, today);
      const stops = [
        ...given.map(({ question }) => question.id),
        'question' in at ? at.question.id : at.outcome.id,
      ];
      assert.equal(stops[0], graph.questions[0]!.id, seed);
      for (const [i, { option }] of given.entries()) assert.equal(option?.go, stops[i + 1], seed);
    }),
  );
  test(
    'the address restores the same place',
    each((graph, answers, seed) => {
      const { given, at } = replay(graph, answers, today);
      const again = replay(graph, answersFromFragment(`#${fragmentFromAnswers(answersOf(given))}`), today);
      assert.deepEqual(
        { given: again.given, unused: again.unused, at: again.at },
        // An answer that did not do is no part of the address.
        { given, unused: [], at: 'question' in at ? { question: at.question } : at },
        seed,
      );
    }),
  );
  test(
    'never more questions come than were announced',
    each((graph, answers, seed) => {
      const { given, at } = replay(graph, answers, today);
      const left = remainingQuestions(graph);
      const now = 'question' in at ? left.get(at.question.id)! : 0;
      assert.ok(given.length + now <= left.get(graph.questions[0]!.id)!, seed);
    }),
  );
});

const folder = path.join(import.meta.dirname, '../../content/decision-tools');
for (const name of readdirSync(folder).filter((file) => file.endsWith('.mdx'))) {
  describe(`The shipped tool ${name}`, () => {
    const { page, findings } = readPage(
      readFileSync(path.join(folder, name), 'utf8'),
      `content/decision-tools/${name}`,
      {
        base: '/',
        footnotes: { title: 'Footnotes', back: 'Back' },
      },
    );
    const tool = page?.data as DecisionTool;

    test('is read without a finding', () => assert.deepEqual(findings, []));
    test('has each of its outcomes reached by some answers', () => {
      const { walk } = proveTool(tool);
      assert.equal(walk?.complete, true);
      for (const [id, routes] of walk!.to) assert.ok(routes > 0n, id);
    });
    test('announces no fewer questions than its longest way has', () => {
      const { walk, compiled } = proveTool(tool);
      assert.ok(remainingQuestions(compiled.graph).get(tool.questions[0]!.id)! >= walk!.longest);
    });
    test('has ways whose addresses all restore them', () => {
      const { graph } = proveTool(tool).compiled;
      const random = randomFrom(1);
      const route = randomRoutes(graph, today.today);
      for (let i = 0; i < 200; i++) {
        const answers = route(random);
        const { given, at } = replay(graph, answersFromFragment(`#${fragmentFromAnswers(answers)}`), today);
        assert.deepEqual(answersOf(given), answers);
        assert.ok('outcome' in at, JSON.stringify(answers));
      }
    });
  });
}
