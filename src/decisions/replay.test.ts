import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, test } from 'node:test';
import { readPage } from '../content/page.ts';
import type { DecisionTool } from '../schema/decision-tool.ts';
import { findFaults } from './analysis.ts';
import { optionId, outcomeOf, questionOf, type Answers, type Graph } from './graph.ts';
import { randomAnswers, randomFrom, randomGraph } from './random-tool.ts';
import { answersFromFragment, fragmentFromAnswers, mostQuestionsFrom, replay, turns } from './replay.ts';

const lunch: Graph = {
  questions: [
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
  outcomes: [
    { id: 'wait', verdict: 'Wait.' },
    { id: 'apple', verdict: 'Eat an apple.' },
    { id: 'sandwich', verdict: 'Make a sandwich.' },
    { id: 'soup', verdict: 'Cook soup.' },
  ],
};

/** Where the answers of an address lead: the id of a question or of an outcome. */
function nodeAt(graph: Graph, answers: Answers): string {
  const { at } = replay(graph, answers);
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
    const state = replay(lunch, { guests: 'yes', time: 'yes', hungry: 'yes' });
    assert.deepEqual(state.at, { outcome: lunch.outcomes[3] });
    assert.deepEqual(
      state.given.map(({ question }) => question.id),
      ['hungry', 'time', 'guests'],
    );
  });
  test('who changes an answer keeps the later ones that still hold', () => {
    const changed = replay(lunch, { hungry: 'a-little', time: 'yes', guests: 'yes' });
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
    const { given } = replay(lunch, { hungry: 'yes', time: 'no' });
    assert.equal(fragmentFromAnswers(given), 'hungry=yes&time=no');
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
    assert.equal(mostQuestionsFrom(lunch, 'hungry'), 3);
    assert.equal(mostQuestionsFrom(lunch, 'guests'), 1);
    assert.equal(mostQuestionsFrom(lunch, 'soup'), 0);
  });
  test('is known at once where the ways are more than could be walked', () => {
    const length = 60;
    const questions = Array.from({ length }, (_, i) => ({
      id: `q${i}`,
      ask: '?',
      options: ['a', 'b', 'c'].map((id) => ({ id, say: id, go: i + 1 < length ? `q${i + 1}` : 'end' })),
    }));
    assert.equal(mostQuestionsFrom({ questions, outcomes: [{ id: 'end', verdict: '.' }] }, 'q0'), length);
  });
  test('ends in a loop too', () => {
    const [first, second, ...others] = lunch.questions;
    const back = { ...second!, options: [{ id: 'back', say: 'Back', go: 'hungry' }] };
    assert.ok(mostQuestionsFrom({ ...lunch, questions: [first!, back, ...others] }, 'hungry') > 0);
  });
});

describe('“What would change this”', () => {
  const changes = (answers: Answers) =>
    turns(lunch, replay(lunch, answers).given).map(({ question, option, outcome }) => [
      question.id,
      option.id,
      outcome.id,
    ]);
  test('names each single answer that leads straight to another outcome', () => {
    assert.deepEqual(changes({ hungry: 'yes', time: 'yes', guests: 'yes' }), [
      ['hungry', 'no', 'wait'],
      ['time', 'no', 'sandwich'],
      ['guests', 'no', 'sandwich'],
    ]);
  });
  test('leaves out answers after which the outcome is the same', () => {
    assert.deepEqual(changes({ hungry: 'yes', time: 'no' }), [['hungry', 'no', 'wait']]);
    assert.deepEqual(changes({ hungry: 'yes', time: 'yes', guests: 'no' }), [
      ['hungry', 'no', 'wait'],
      ['guests', 'yes', 'soup'],
    ]);
  });
});

describe('Whatever the tool and the answers', () => {
  const cases = Array.from({ length: 300 }, (_, seed) => {
    const random = randomFrom(seed);
    const graph = randomGraph(random);
    return { seed, graph, answers: Array.from({ length: 20 }, () => randomAnswers(random, graph)) };
  });
  const each = (claim: (graph: Graph, answers: Answers, seed: string) => void) => () => {
    for (const { seed, graph, answers } of cases)
      for (const one of answers) claim(graph, one, `seed ${seed}, ${JSON.stringify(one)}`);
  };

  test('the random tools are sound, so that the claims below mean something', () => {
    for (const { seed, graph } of cases) assert.deepEqual(findFaults(graph), [], `seed ${seed}`);
  });
  test(
    'the same answers lead to the same place, in whatever order they come',
    each((graph, answers, seed) => {
      const turned = Object.fromEntries(Object.entries(answers).reverse());
      const { given, at } = replay(graph, answers);
      assert.deepEqual(replay(graph, answers), replay(graph, answers), seed);
      assert.deepEqual(
        { given, at },
        { given: replay(graph, turned).given, at: replay(graph, turned).at },
        seed,
      );
    }),
  );
  test(
    'the answers that count are a walk from the first question to where the reader stands',
    each((graph, answers, seed) => {
      const { given, at } = replay(graph, answers);
      const stops = [
        ...given.map(({ question }) => question.id),
        'question' in at ? at.question.id : at.outcome.id,
      ];
      assert.equal(stops[0], graph.questions[0]!.id, seed);
      for (const [i, { option }] of given.entries()) assert.equal(option.go, stops[i + 1], seed);
    }),
  );
  test(
    'the address restores the same place',
    each((graph, answers, seed) => {
      const { given, at } = replay(graph, answers);
      const again = replay(graph, answersFromFragment(`#${fragmentFromAnswers(given)}`));
      assert.deepEqual(again, { given, at, unused: [] }, seed);
    }),
  );
  test(
    'never more questions come than were announced',
    each((graph, answers, seed) => {
      const { given, at } = replay(graph, answers);
      const left = mostQuestionsFrom(graph, 'question' in at ? at.question.id : at.outcome.id);
      assert.ok(given.length + left <= mostQuestionsFrom(graph, graph.questions[0]!.id), seed);
    }),
  );
  test(
    'each change that is offered does what it says',
    each((graph, answers, seed) => {
      const { given, at } = replay(graph, answers);
      const counted = Object.fromEntries(given.map(({ question, option }) => [question.id, option.id]));
      for (const { question, option, outcome } of turns(graph, given)) {
        assert.equal(nodeAt(graph, { ...counted, [question.id]: option.id }), outcome.id, seed);
        assert.notDeepEqual(at, { outcome }, seed);
      }
    }),
  );
});

/** Every way through a tool, as answers. */
function* routes(graph: Graph, node = graph.questions[0]!.id, answers: Answers = {}): Generator<Answers> {
  const question = questionOf(graph, node);
  if (!question) yield answers;
  else for (const { id, go } of question.options) yield* routes(graph, go, { ...answers, [node]: id });
}

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
    test('has each of its outcomes reached by some answers, and no other', () => {
      const reached = new Set([...routes(tool)].map((answers) => nodeAt(tool, answers)));
      assert.deepEqual([...reached].sort(), tool.outcomes.map(({ id }) => id).sort());
    });
    test('announces as many questions as its longest way has', () => {
      const longest = Math.max(...[...routes(tool)].map((answers) => Object.keys(answers).length));
      assert.equal(mostQuestionsFrom(tool, tool.questions[0]!.id), longest);
    });
    test('has ways whose addresses all restore them', () => {
      for (const answers of routes(tool)) {
        const { given, at } = replay(tool, answersFromFragment(`#${new URLSearchParams(answers)}`));
        assert.equal(given.length, Object.keys(answers).length);
        assert.ok('outcome' in at && outcomeOf(tool, at.outcome.id));
      }
    });
  });
}
