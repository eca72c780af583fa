import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { describe, test } from 'node:test';
import { parse } from 'yaml';
import { compileTool, type Tool } from '../decisions/compile.ts';
import { choiceTool, randomFrom, randomTool } from '../decisions/random-tool.ts';
import { decisionTool } from '../schema/decision-tool.ts';
import { words } from '../schema/words.ts';
import { anchorOf, chartOf, type Chart } from './chart.ts';
import { drawChart, isNear, labelLines, mostNodes, type Box, type Flowchart } from './flowchart.ts';

const content = path.join(import.meta.dirname, '../../content');
const said = words.parse(parse(readFileSync(path.join(content, 'words/en.yaml'), 'utf8'))).tool;
const { shape } = decisionTool;

const outcomesOf = (...ids: string[]) =>
  shape.outcomes.parse(ids.map((id) => ({ id, verdict: `Go ${id}.`, because: 'So.', next: ['job-aids/x'] })));

/** Children are asked about one by one, and what they cost decides. */
const family: Tool = {
  questions: shape.questions.parse([
    { id: 'children', ask: 'How many children?', type: 'integer', max: '3', go: 'child' },
    {
      id: 'income',
      ask: 'What do you earn?',
      type: 'money',
      unit: 'GBP',
      routes: [
        { if: 'income > 50000', go: 'much' },
        { if: 'income <= 50000 and costs > 100', go: 'paid', say: 'You earn little and pay much' },
      ],
      go: 'nothing',
    },
  ]),
  groups: shape.groups.parse([
    {
      id: 'child',
      say: 'Child {n}',
      times: 'children',
      most: 3,
      go: 'income',
      questions: [
        {
          id: 'in-care',
          ask: 'Is it in care?',
          options: [
            { id: 'yes', say: 'Yes', go: 'cost' },
            { id: 'no', say: 'No', go: 'next' },
          ],
        },
        { id: 'cost', ask: 'What does it cost?', type: 'number', go: 'next' },
      ],
    },
  ]),
  values: shape.values.parse([{ id: 'costs', is: 'sum(child, if(asked(cost), cost, 0))' }]),
  tables: [],
  outcomes: outcomesOf('much', 'paid', 'nothing'),
  tests: [],
};

/** Two answers are weighed. */
const weighed: Tool = {
  ...family,
  groups: [],
  values: [],
  questions: shape.questions.parse([
    {
      id: 'need',
      ask: 'How often is it needed?',
      options: [
        { say: 'Daily', points: 3 },
        { say: 'Never', points: 0, id: 'never' },
      ],
      go: 'price',
    },
    {
      id: 'price',
      ask: 'What does it cost?',
      options: [
        { say: 'Nothing', points: 3 },
        { say: 'Much', points: 0 },
      ],
      go: 'fit',
    },
  ]),
  scoring: shape.scoring.parse({
    id: 'fit',
    criteria: [
      { id: 'a', say: 'Need', of: 'need', weight: 3 },
      { id: 'b', say: 'Price', of: 'price', weight: 2 },
    ],
    knockouts: [{ if: 'need = "never"', go: 'nothing', say: 'Nobody needs it.' }],
    bands: [
      { from: 60, go: 'paid' },
      { from: 0, go: 'nothing' },
    ],
  })!,
  outcomes: outcomesOf('paid', 'nothing'),
};

function shipped(): [name: string, tool: Tool][] {
  const folder = path.join(content, 'decision-tools');
  return readdirSync(folder).map((file) => {
    const [, top] = readFileSync(path.join(folder, file), 'utf8').split(/^---$/m);
    return [file, decisionTool.parse(parse(top!, { schema: 'core' }))];
  });
}

const tools: [name: string, tool: Tool][] = [
  ['a tool with a group', family],
  ['a scoring tool', weighed],
  ...shipped(),
  ...Array.from({ length: 40 }, (_, seed): [string, Tool] => [`tool ${seed}`, randomTool(randomFrom(seed))]),
];

function chartFor(tool: Tool): Chart {
  const { graph, faults } = compileTool(tool);
  assert.deepEqual(faults, []);
  return chartOf(graph, said, 'en');
}

const pictures = new Map<Tool, Flowchart>();

function pictureOf(tool: Tool): Flowchart {
  const picture = pictures.get(tool) ?? drawChart(chartFor(tool));
  assert.ok(picture);
  pictures.set(tool, picture);
  return picture;
}

const overlap = (a: Box, b: Box) => isNear(a, b, 0);

describe('In a flowchart', () => {
  for (const [name, tool] of tools) {
    test(`of ${name} nothing lies upon anything else, and all is inside`, () => {
      const { nodes, edges, width, height } = pictureOf(tool);
      const boxes: [string, Box][] = [
        ...nodes.map((node): [string, Box] => [node.id, node]),
        ...edges.flatMap(({ from, to, label }): [string, Box][] => (label ? [[`${from} ${to}`, label]] : [])),
      ];
      for (const [i, [a, box]] of boxes.entries()) {
        for (const [b, other] of boxes.slice(i + 1)) assert.ok(!overlap(box, other), `${a} and ${b} overlap`);
        assert.ok(box.x >= 0 && box.y >= 0, `${a} begins outside`);
        assert.ok(box.x + box.width <= width && box.y + box.height <= height, `${a} ends outside`);
        assert.ok([box.x, box.y, box.width, box.height].every(Number.isInteger), `${a} lies between pixels`);
      }
    });

    test(`of ${name} no line runs through a node or through the label of another`, () => {
      const { nodes, edges } = pictureOf(tool);
      for (const { from, to, points } of edges) {
        const others: [string, Box][] = [
          ...nodes.filter(({ id }) => id !== from && id !== to).map((node): [string, Box] => [node.id, node]),
          ...edges.flatMap((edge): [string, Box][] =>
            edge.label && !(edge.from === from && edge.to === to) ? [[edge.to, edge.label]] : [],
          ),
        ];
        for (const [i, end] of points.slice(1).entries()) {
          // A swing stays within the rectangle of its two ends; what it may touch lies outside of that height.
          const start = points[i]!;
          const way: Box = {
            x: Math.min(start.x, end.x),
            y: Math.min(start.y, end.y),
            width: Math.abs(start.x - end.x) || 1,
            height: Math.abs(start.y - end.y) || 1,
          };
          for (const [id, box] of others) assert.ok(!overlap(way, box), `${from} → ${to} runs through ${id}`);
        }
      }
    });

    test(`of ${name} every way on is drawn, from node to node`, () => {
      const chart = chartFor(tool);
      const { edges, nodes } = pictureOf(tool);
      assert.deepEqual(
        edges.map(({ from, to }) => `${from} ${to}`),
        chart.edges.map(({ from, to }) => `${from} ${to}`),
      );
      for (const { from, to, points } of edges) {
        const nodeAt = (id: string): Box => nodes.find((node) => node.id === id)!;
        const [a, b] = [nodeAt(from), nodeAt(to)];
        const [first, last] = [points[0]!, points.at(-1)!];
        assert.equal(first.x, Math.round(a.x + a.width / 2));
        assert.ok(first.y === a.y + a.height || first.y === a.y);
        assert.equal(last.x, Math.round(b.x + b.width / 2));
        assert.ok(last.y === b.y || last.y === b.y + b.height);
      }
    });

    test(`of ${name} every option and route stands, and leads where the tool leads`, () => {
      const { graph } = compileTool(tool);
      const { nodes, edges } = chartFor(tool);
      const asked = graph.questions.filter(({ group }) => !group || group.n === 1);
      for (const { id, options, routes } of asked) {
        for (const { go } of [...options, ...routes])
          if (go)
            assert.ok(
              edges.some(({ from, to }) => from === id && to === go),
              `${id} → ${go}`,
            );
        const own = edges.filter(({ from }) => from === id);
        const isChosen = own.some(({ labels }) => labels.length > 0);
        if (isChosen)
          for (const { say, go } of options)
            assert.ok(!go || own.some(({ labels, to }) => to === go && labels.includes(say)), say);
      }
      const ids = new Set(nodes.map((node) => node.id));
      assert.equal(ids.size, nodes.length);
      for (const { from, to } of edges) assert.ok(ids.has(from) && ids.has(to), `${from} → ${to}`);
      const targets = new Set(edges.map(({ to }) => to));
      for (const { id } of nodes.slice(1)) assert.ok(targets.has(id), `nothing leads to ${id}`);
    });
  }

  test('all repetitions of a group stand as one, in a box of their own', () => {
    const { nodes, boxes } = pictureOf(family);
    assert.deepEqual(
      nodes.map(({ id, is }) => `${is} ${id}`),
      [
        'question children',
        'group child',
        'question child.1.in-care',
        'question child.1.cost',
        'again child.1.next',
        'question income',
        'outcome much',
        'outcome paid',
        'outcome nothing',
      ],
    );
    const [box] = boxes;
    for (const node of nodes) assert.equal(overlap(box!, node), node.group === 'child', node.id);
    assert.equal(nodes.find(({ id }) => id === 'child')!.text, 'For each: Child');
    assert.equal(nodes.find(({ id }) => id === 'child.1.cost')!.text, 'What does it cost?');
  });

  test('whoever has none of a group goes past it', () => {
    const past = chartFor(family).edges.find(({ from, to }) => from === 'child' && to === 'income');
    assert.deepEqual(past?.labels, ['None']);
  });

  test('lines carry the words of the author, or the condition', () => {
    const labels = chartFor(family).edges.filter(({ from }) => from === 'income');
    assert.deepEqual(
      labels.map(({ to, labels: [label] }) => [to, label]),
      [
        ['much', 'More than £50,000'],
        ['paid', 'You earn little and pay much'],
        ['nothing', 'Otherwise'],
      ],
    );
  });

  test('a score leads on by its points and by what knocks out', () => {
    const { edges } = chartFor(weighed);
    assert.deepEqual(
      edges.filter(({ from }) => from === 'fit').map(({ to, labels }) => [to, labels]),
      [
        ['nothing', ['Nobody needs it.', 'Less than 60% of the points']],
        ['paid', ['60% of the points or more']],
      ],
    );
  });

  test('several answers that lead to the same place share a line', () => {
    const tool = choiceTool(
      [
        {
          id: 'sky',
          ask: 'What is the sky like?',
          options: [
            { id: 'rain', say: 'Rain', go: 'in' },
            { id: 'snow', say: 'Snow', go: 'in' },
            { id: 'sun', say: 'Sun', go: 'out' },
          ],
        },
      ],
      [
        { id: 'in', verdict: 'Stay in.' },
        { id: 'out', verdict: 'Go out.' },
      ],
    );
    const { edges } = pictureOf(tool);
    assert.deepEqual(
      edges.map(({ labels }) => labels),
      [['Rain', 'Snow'], ['Sun']],
    );
    const lines = labelLines(edges[0]!.label!);
    assert.deepEqual(
      lines.map(({ text, mark }) => [text, mark !== undefined]),
      [
        ['Rain', true],
        ['Snow', true],
      ],
    );
  });

  test('an answer of one endless word still fits its place', () => {
    const word = 'Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft';
    const options = [
      { id: 'a', say: word, go: 'in' },
      { id: 'b', say: 'B', go: 'out' },
    ];
    const { nodes } = pictureOf(
      choiceTool(
        [{ id: 'sky', ask: word, options }],
        [
          { id: 'in', verdict: word },
          { id: 'out', verdict: 'Go out.' },
        ],
      ),
    );
    assert.equal(nodes[0]!.lines.join(''), word);
    assert.ok(nodes[0]!.lines.length > 2);
  });

  test('what is too large to be read is not drawn', () => {
    const questions = Array.from({ length: mostNodes }, (_, i) => ({
      id: `q-${i}`,
      ask: 'And?',
      options: [
        { id: 'a', say: 'A', go: i + 1 < mostNodes ? `q-${i + 1}` : 'in' },
        { id: 'b', say: 'B', go: 'out' },
      ],
    }));
    const outcomes = ['in', 'out'].map((id) => ({ id, verdict: id }));
    assert.equal(drawChart(chartFor(choiceTool(questions, outcomes))), undefined);
    assert.ok(drawChart(chartFor(choiceTool(questions.slice(-50), outcomes))));
  });
});

test('questions and outcomes have anchors of their own, groups and scores have none', () => {
  const anchors = chartFor(family).nodes.map((node) => anchorOf(node));
  const named = anchors.filter((anchor) => anchor !== undefined);
  assert.deepEqual(named, [
    'q-children',
    'q-child-1-in-care',
    'q-child-1-cost',
    'q-income',
    'o-much',
    'o-paid',
    'o-nothing',
  ]);
  assert.equal(anchors.length - named.length, 2);
});
