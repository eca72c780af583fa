import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { proveTool, type Fault } from './analysis.ts';
import type { Tool } from './compile.ts';
import { choiceTool, randomFrom, randomTool } from './random-tool.ts';

interface Answer {
  id: string;
  say: string;
  go: string;
}

/** Two questions and two outcomes; each test changes what it is about. */
function graph(first: Answer[], second: Answer[] = [answer('yes', 'stay'), answer('no', 'go')]): Tool {
  return choiceTool(
    [
      { id: 'rain', ask: 'Does it rain?', options: first },
      { id: 'coat', ask: 'Is there a coat?', options: second },
    ],
    [
      { id: 'stay', verdict: 'Stay.' },
      { id: 'go', verdict: 'Go.' },
    ],
  );
}

function answer(id: string, go: string): Answer {
  return { id, say: id, go };
}

function findFaults(tool: Tool): Fault[] {
  return proveTool(tool).faults;
}

const sound = graph([answer('yes', 'coat'), answer('no', 'go')]);

describe('A sound tool', () => {
  test('has no fault', () => assert.deepEqual(findFaults(sound), []));
  test('may ask nothing of some readers, and reach a question by two ways', () => {
    assert.deepEqual(
      findFaults(graph([answer('yes', 'coat'), answer('a-little', 'coat'), answer('no', 'stay')])),
      [],
    );
  });
  test('may list its questions in any order after the first', () => {
    const tool = randomTool(randomFrom(7));
    const [first, ...others] = tool.questions;
    assert.deepEqual(findFaults({ ...tool, questions: [first!, ...others.reverse()] }), []);
  });
});

/** What is wrong, where, and the nearest tool in which it isn't. */
const broken: { says: string; tool: Tool; at: Fault['path']; found: RegExp }[] = [
  {
    says: 'an answer that leads to a question that is not there',
    tool: graph([answer('yes', 'coat'), answer('no', 'gone')]),
    at: ['questions', 0, 'options', 1, 'go'],
    found: /go: gone/,
  },
  {
    says: 'a question that no answer leads to',
    tool: graph([answer('yes', 'stay'), answer('no', 'go')]),
    at: ['questions', 1, 'id'],
    found: /question "coat"/,
  },
  {
    says: 'an outcome that no answer leads to',
    tool: graph([answer('yes', 'coat'), answer('no', 'go')], [answer('yes', 'go'), answer('no', 'go')]),
    at: ['outcomes', 0, 'id'],
    found: /outcome "stay"/,
  },
  {
    says: 'answers that lead round in a circle',
    tool: graph([answer('yes', 'coat'), answer('no', 'go')], [answer('yes', 'stay'), answer('no', 'rain')]),
    at: ['questions', 1, 'options', 1, 'go'],
    found: /rain → coat → rain/,
  },
  {
    says: 'an answer that leads back to its own question',
    tool: graph([answer('yes', 'coat'), answer('no', 'go')], [answer('yes', 'stay'), answer('no', 'coat')]),
    at: ['questions', 1, 'options', 1, 'go'],
    found: /coat → coat/,
  },
  {
    says: 'two answers of one question with the same name',
    tool: graph([answer('yes', 'coat'), answer('yes', 'go')]),
    at: ['questions', 0, 'options', 1],
    found: /"yes"/,
  },
  {
    says: 'two questions with the same name',
    tool: { ...sound, questions: [...sound.questions, sound.questions[1]!] },
    at: ['questions', 2, 'id'],
    found: /"coat" a second time/,
  },
  {
    says: 'an outcome with the name of a question',
    tool: { ...sound, outcomes: [...sound.outcomes, { ...sound.outcomes[0]!, id: 'coat' }] },
    at: ['outcomes', 2, 'id'],
    found: /"coat" a second time/,
  },
];

describe('The check finds', () => {
  for (const { says, tool, at, found } of broken) {
    test(`${says}, and says where`, () => {
      const faults = findFaults(tool);
      const fault = faults.find((one) => found.test(one.found));
      assert.ok(fault, JSON.stringify(faults));
      assert.deepEqual(fault.path, at);
      assert.notEqual(fault.expected, '');
    });
  }
});

describe('Several choices', () => {
  const ids = ['oil', 'wood', 'gas', 'current', 'coal', 'peat'];
  const ticks = (more: Partial<Tool['questions'][number]>): Tool => {
    const tool = choiceTool(
      [{ id: 'heats', ask: 'What with?', options: ids.map((id) => ({ id, say: id, go: '' })) }],
      [
        { id: 'much', verdict: 'Much.' },
        { id: 'little', verdict: 'Little.' },
      ],
    );
    const [question] = tool.questions;
    for (const option of question!.options) delete option.go;
    Object.assign(question!, { type: 'checkbox', hit: 'first', go: 'little', ...more });
    return tool;
  };

  test('are counted in every mixture, also where the first two exclude each other', () => {
    const tool = ticks({
      rules: [{ must: 'not (heats has "oil" and heats has "wood")', say: 'One of the two.' }],
      routes: [{ if: 'count(heats) >= 4', go: 'much' }],
    });
    assert.deepEqual(findFaults(tool), []);
  });

  test('are not called proven where more are looked for than can be mixed', () => {
    const all = ids.concat('straw', 'dung');
    const tool = ticks({ routes: all.map((id) => ({ if: `heats has "${id}"`, go: 'much' })) });
    tool.questions[0]!.options.push(...['straw', 'dung'].map((id) => ({ id, say: id, scores: [] })));
    const { faults, walk } = proveTool(tool);
    assert.deepEqual(faults, []);
    assert.equal(walk!.complete, false);
  });
});

describe('In any sound tool the check finds', () => {
  const tools = Array.from({ length: 200 }, (_, seed) => ({ seed, random: randomFrom(seed) }));
  const each = (claim: (tool: Tool, random: (below: number) => number, says: string) => void) => () => {
    for (const { seed, random } of tools) claim(structuredClone(randomTool(random)), random, `seed ${seed}`);
  };
  const oneOf = <T>(list: T[], random: (below: number) => number): T => list[random(list.length)]!;

  test(
    'a target that was misspelt',
    each((tool, random, says) => {
      const option = oneOf(oneOf(tool.questions, random).options, random);
      option.go += 'x';
      assert.ok(
        findFaults(tool).some(({ found }) => found.includes(`go: ${option.go}`)),
        says,
      );
    }),
  );
  test(
    'an answer that was turned back to the start',
    each((tool, random, says) => {
      const question = oneOf(tool.questions, random);
      oneOf(question.options, random).go = tool.questions[0]!.id;
      assert.ok(
        findFaults(tool).some(({ found }) => found.startsWith('a loop')),
        says,
      );
    }),
  );
  test(
    'an outcome that was added and linked from nowhere',
    each((tool, _, says) => {
      tool.outcomes.push({ ...tool.outcomes[0]!, id: 'forgotten' });
      assert.equal(findFaults(tool).length, 1, says);
    }),
  );
  test(
    'nothing, when the outcomes of two answers are swapped',
    each((tool, random, says) => {
      const ends = tool.questions.flatMap(({ options }) => options.filter(({ go }) => go?.startsWith('end')));
      const [a, b] = [oneOf(ends, random), oneOf(ends, random)];
      [a.go, b.go] = [b.go, a.go];
      assert.deepEqual(findFaults(tool), [], says);
    }),
  );
});
