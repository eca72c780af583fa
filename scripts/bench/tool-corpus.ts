/**
 * Generated decision tools, the same in every run: eight kinds as people write them, small ones and large ones, each with tests of its
 * own that hold. A tool is without fault, so that its proof has to go all the way.
 */
import { compileTool, type Tool } from '../../src/decisions/compile.ts';
import { mutantsOf } from '../../src/decisions/mutants.ts';
import { randomRoutes } from '../../src/decisions/random-tool.ts';
import { readDay } from '../../src/decisions/calendar.ts';
import { replay } from '../../src/decisions/replay.ts';
import { diceFor, type Dice } from './random.ts';

export interface GeneratedTool {
  /** Its kind and number: `rates 3`. */
  name: string;
  tool: Tool;
}

type Question = Tool['questions'][number];
type Option = Question['options'][number];

/** The day on which all tests are given. */
const today = '2026-06-15';

const kinds: Record<string, (dice: Dice, size: number) => Tool> = {
  choices,
  ticks,
  limits,
  sums,
  terms,
  rates,
  repeats,
  scores,
};

/** A tool with one limit moved by a step, as an editor might leave it; nothing where it has no limit. */
export function withMovedLimit(original: Tool, seed: string): Tool | undefined {
  const moved = mutantsOf(original).filter(({ kind }) => kind === 'limit' || kind === 'period');
  return moved.length === 0 ? undefined : diceFor(seed).pick(moved).tool;
}

/** @param seed the same text gives the same tools; of each kind the first is the smallest */
export function generateTools(count: number, seed = 'tools'): GeneratedTool[] {
  const names = Object.keys(kinds);
  const largest = Math.max(1, Math.ceil(count / names.length) - 1);
  return Array.from({ length: count }, (_, index) => {
    const kind = names[index % names.length]!;
    const n = Math.floor(index / names.length);
    const dice = diceFor(`${seed} ${kind} ${n}`);
    return { name: `${kind} ${n + 1}`, tool: withTests(kinds[kind]!(dice, n / largest), dice) };
  });
}

/** Choices that lead on to later questions or out, as a phone tree does: 4 to 30 questions. */
function choices(dice: Dice, size: number): Tool {
  const count = between(4, 30, size);
  const ends = outcomes(between(3, 12, size));
  const leads = Array.from({ length: count }, (): string[] => []);
  for (let i = 1; i < count; i++) leads[dice.number(Math.max(0, i - 3), i - 1)]!.push(`ask-${i}`);
  for (const { id } of ends) dice.pick(leads).push(id);
  for (const [i, list] of leads.entries()) {
    const onward = [...leads.keys()].slice(i + 1).map((later) => `ask-${later}`);
    while (list.length < 2) list.push(dice.pick([...onward, ...ends.map(({ id }) => id)]));
  }
  return tool({
    questions: leads.map((list, i) =>
      question({ id: `ask-${i}`, options: list.map((go, j) => option(`answer-${j}`, { go })) }),
    ),
    outcomes: ends,
  });
}

/** Several things at once, counted and looked for: 1 to 5 lists of 4 to 8. */
function ticks(dice: Dice, size: number): Tool {
  const count = between(1, 5, size);
  const questions = Array.from({ length: count }, (_, i) => {
    const names = Array.from({ length: dice.number(4, 8) }, (_one, j) => `thing-${j}`);
    const next = i + 1 < count ? `list-${i + 1}` : 'little';
    return question({
      id: `list-${i}`,
      type: 'checkbox',
      options: [...names.map((id) => option(id)), option('none', { alone: true })],
      rules: [
        {
          must: `not (list-${i} has "thing-0" and list-${i} has "thing-1")`,
          say: 'Tick one of the first two.',
        },
      ],
      hit: 'first',
      routes: [
        { if: `list-${i} has "none"`, go: next },
        { if: `count(list-${i}) >= ${dice.number(3, names.length - 1)}`, go: 'much' },
        { if: `list-${i} has "thing-${dice.number(0, 3)}"`, go: i === 0 ? 'special' : 'much' },
      ],
      go: next,
    });
  });
  return tool({ questions, outcomes: outcomes(['much', 'special', 'little']) });
}

/** A few numbers with limits, each of which leads to its own end: 2 to 9 of them. */
function limits(dice: Dice, size: number): Tool {
  const count = between(2, 9, size);
  const questions = Array.from({ length: count }, (_, i) => {
    const most = dice.number(40, 400);
    const low = dice.number(5, 15);
    const high = dice.number(20, 35);
    return question({
      id: `size-${i}`,
      type: dice.pick(['integer', 'number']),
      unit: dice.pick(['metres', 'people', 'tonnes']),
      min: '0',
      max: String(most),
      routes: [
        { if: `size-${i} < ${low}`, go: 'small' },
        { if: `size-${i} > ${high}`, go: i % 2 === 0 ? 'large' : 'special' },
      ],
      go: i + 1 < count ? `size-${i + 1}` : 'usual',
    });
  });
  return tool({ questions, outcomes: outcomes(['small', 'large', 'special', 'usual']) });
}

/** Amounts that are multiplied, and the sum that decides: 2 to 5 factors and a choice. */
function sums(dice: Dice, size: number): Tool {
  const count = between(2, 5, size);
  const factors = Array.from({ length: count }, (_, i) => `factor-${i}`);
  const questions = [
    ...factors.map((id, i) =>
      question({
        id,
        type: i === 0 ? 'money' : 'integer',
        ...(i === 0 && { unit: 'GBP' }),
        min: '1',
        max: String(dice.pick([20, 60, 250])),
        go: factors[i + 1] ?? 'often',
      }),
    ),
    question({
      id: 'often',
      options: ['daily', 'weekly', 'monthly'].map((id) => option(id)),
      hit: 'first',
      routes: [
        { if: `cost < ${dice.number(50, 200)}`, go: 'leave' },
        { if: `cost < ${dice.number(300, 900)}`, go: 'page' },
      ],
      go: 'project',
    }),
  ];
  return tool({
    questions,
    values: [
      value({
        id: 'times',
        rows: [
          { if: 'often = "daily"', is: '220' },
          { if: 'often = "weekly"', is: '48' },
          { if: 'often = "monthly"', is: '12' },
        ],
      }),
      value({ id: 'cost', unit: 'GBP', is: `round(${factors.join(' * ')} * times / 12, 2)` }),
    ],
    outcomes: outcomes(['leave', 'page', 'project'], '{cost} a month.'),
  });
}

/** Days from which a term runs, in working days or months, against today. */
function terms(dice: Dice, size: number): Tool {
  const kept = Array.from({ length: between(2, 14, size) }, (_, i) =>
    dayAfter('2026-01-01', i * 23 + dice.number(0, 9)),
  );
  const days = dice.number(5, 25);
  return tool({
    questions: [
      question({
        id: 'matter',
        options: [option('letter', { go: 'sent' }), option('decision', { go: 'got' })],
      }),
      question({
        id: 'sent',
        type: 'date',
        min: '2026-01-01',
        max: 'today',
        hit: 'first',
        routes: [
          { if: 'today <= due', go: 'wait' },
          { if: 'today <= plus-weeks(due, 2)', go: 'remind' },
        ],
        go: 'complain',
      }),
      question({
        id: 'got',
        type: 'date',
        min: 'plus-years(today, -1)',
        max: 'today',
        hit: 'first',
        routes: [{ if: 'today <= last-day', go: 'object' }],
        go: 'too-late',
      }),
    ],
    values: [
      value({ id: 'due', is: `plus-working-days(sent, ${days}, closed)` }),
      value({ id: 'last-day', is: `plus-months(got, ${dice.number(1, 3)})` }),
    ],
    tables: [table({ id: 'closed', days: kept, until: '2027-12-31' })],
    outcomes: [
      ...outcomes(['wait', 'remind', 'complain'], 'The answer is due on {due}.'),
      ...outcomes(['object', 'too-late'], 'The last day is {last-day}.'),
    ],
  });
}

/** Rates that change with the day, and an amount to hold against them: 2 to 6 periods. */
function rates(dice: Dice, size: number): Tool {
  const count = between(2, 6, size);
  const begins = Array.from({ length: count }, (_, i) => dayAfter('2024-04-01', i * 180));
  const base = dice.number(10, 30) * 100;
  return tool({
    questions: [
      question({
        id: 'begins',
        type: 'date',
        min: begins[0]!,
        max: dayAfter('2024-04-01', count * 180 - 1),
        go: 'income',
      }),
      question({ id: 'income', type: 'money', unit: 'GBP', min: '0', max: '9000', go: 'hours' }),
      question({
        id: 'hours',
        type: 'integer',
        unit: 'hours',
        min: '1',
        max: '40',
        hit: 'first',
        routes: [
          { if: 'income > free(begins) * 2', go: 'nothing' },
          { if: 'income > free(begins)', go: 'part' },
          { if: `hours < ${dice.number(5, 20)}`, go: 'part' },
        ],
        go: 'whole',
      }),
    ],
    values: [value({ id: 'worth', unit: 'GBP', is: 'round(hours * hourly(begins), 2)' })],
    tables: [
      table({ id: 'free', unit: 'GBP', rows: periods(begins, (i) => base + i * 50) }),
      table({ id: 'hourly', unit: 'GBP/hour', rows: periods(begins, (i) => 10 + i / 2) }),
    ],
    outcomes: outcomes(['nothing', 'part', 'whole'], 'It is worth {worth}.'),
  });
}

/** The same few questions for each child or item: at most 2 to 6 of them, and their sum. */
function repeats(dice: Dice, size: number): Tool {
  const most = between(2, 6, size);
  const limit = dice.number(20, 60);
  const isDated = dice.number(0, 1) === 1;
  return tool({
    questions: [
      question({ id: 'items', type: 'integer', min: '1', max: String(most), go: 'item' }),
      question({
        id: 'paid',
        options: [option('yes'), option('no')],
        hit: 'first',
        routes: [
          { if: `total > ${limit}`, go: 'much' },
          { if: 'any(item, fragile = "yes")', go: 'careful' },
        ],
        go: 'little',
      }),
    ],
    groups: [
      {
        id: 'item',
        say: 'Item {n}',
        times: 'items',
        most,
        questions: [
          question({ id: 'weight', type: 'integer', unit: 'kilograms', min: '1', max: '31', go: 'fragile' }),
          question({
            id: 'fragile',
            options: [option('yes'), option('no')],
            go: isDated ? 'bought' : 'next',
          }),
          ...(isDated
            ? [question({ id: 'bought', type: 'date', min: '2006-01-01', max: '2026-05-31', go: 'next' })]
            : []),
        ],
        go: 'paid',
      },
    ],
    values: [
      value({
        id: 'total',
        unit: 'kilograms',
        is: isDated
          ? 'sum(item, weight * if(months(bought, 2026-06-01) >= 120, 1.2, 1))'
          : 'sum(item, weight)',
      }),
    ],
    outcomes: outcomes(['much', 'careful', 'little'], '{total} in all.'),
  });
}

/** What counts, weighed: 4 to 8 criteria, with bands or between two alternatives, and a knock-out. */
function scores(dice: Dice, size: number): Tool {
  const count = between(4, 8, size);
  const isContest = dice.number(0, 2) === 0;
  const ids = Array.from({ length: count }, (_, i) => `point-${i}`);
  const questions = ids.map((id, i) =>
    question({
      id,
      go: ids[i + 1] ?? 'weighing',
      options: ['good', 'fair', 'poor'].map((name, j) =>
        isContest
          ? option(name, {
              scores: [
                { for: 'ours', points: [8, 5, 1][j]! },
                { for: 'theirs', points: [1, 5, 8][j]! },
              ],
            })
          : option(name, { points: [10, 5, 0][j]! }),
      ),
    }),
  );
  const ends = isContest ? ['ours', 'theirs', 'equal', 'stop'] : ['take', 'look', 'leave', 'stop'];
  return tool({
    questions,
    outcomes: outcomes(ends.map((end) => `go-${end}`)),
    scoring: {
      id: 'weighing',
      criteria: ids.map((of) => ({ id: `of-${of}`, say: 'It counts', of, weight: dice.number(1, 5) })),
      knockouts: [{ if: 'point-0 = "poor" and point-1 = "poor"', go: 'go-stop', say: 'Both are poor' }],
      bands: isContest
        ? []
        : [
            { from: dice.number(65, 75), go: 'go-take' },
            { from: dice.number(35, 50), go: 'go-look' },
            { from: 0, go: 'go-leave' },
          ],
      alternatives: isContest
        ? [
            { id: 'ours', say: 'Ours', go: 'go-ours' },
            { id: 'theirs', say: 'Theirs', go: 'go-theirs' },
          ]
        : [],
      ...(isContest && { tie: 'go-equal' }),
    },
  });
}

/** Twelve ways through a tool at random, with what they lead to: what an author would have written down. */
function withTests(written: Tool, dice: Dice): Tool {
  const { graph, readsToday } = compileTool(written);
  const day = readDay(today)!;
  const routeFor = randomRoutes(graph, day);
  const tests = Array.from({ length: 12 }, (): Tool['tests'][number] => {
    const given = routeFor((below) => dice.number(0, below - 1));
    const { at } = replay(graph, given, { today: day });
    return {
      given,
      values: [],
      ...(readsToday && { today }),
      ...('outcome' in at ? { outcome: at.outcome.id } : { error: at.question.id }),
    };
  });
  return { ...written, tests };
}

/** From the least for the smallest tool to the most for the largest. @param size from 0 to 1 */
function between(least: number, most: number, size: number): number {
  return Math.round(least + (most - least) * size);
}

function dayAfter(day: string, days: number): string {
  return new Date(Date.parse(day) + days * 86_400_000).toISOString().slice(0, 10);
}

function periods(begins: string[], amountOf: (i: number) => number): Tool['tables'][number]['rows'] {
  return begins.map((from, i) => ({
    from,
    to: dayAfter(begins[i + 1] ?? dayAfter(from, 180), -1),
    is: amountOf(i),
  }));
}

/** As the schema would make it. */
function tool(parts: Pick<Tool, 'questions' | 'outcomes'> & Partial<Tool>): Tool {
  return { groups: [], values: [], tables: [], tests: [], ...parts };
}

function question(parts: Partial<Question> & { id: string }): Question {
  return {
    ask: `What about ${parts.id}?`,
    type: 'radio',
    options: [],
    routes: [],
    rules: [],
    hit: 'unique',
    ...parts,
  };
}

function option(id: string, parts: Partial<Option> = {}): Option {
  return { id, say: id, scores: [], ...parts };
}

function value(parts: Partial<Tool['values'][number]> & { id: string }): Tool['values'][number] {
  return { hit: 'unique', rows: [], ...parts };
}

function table(parts: Partial<Tool['tables'][number]> & { id: string }): Tool['tables'][number] {
  return { rows: [], days: [], texts: [], ...parts };
}

/** @param ids or how many */
function outcomes(ids: string[] | number, because = 'So the answers say.'): Tool['outcomes'] {
  const names = typeof ids === 'number' ? Array.from({ length: ids }, (_, i) => `end-${i}`) : ids;
  return names.map((id) => ({
    id,
    verdict: `Do what stands under ${id}.`,
    because,
    passages: [],
    next: ['job-aids/count-the-cases'],
  }));
}
