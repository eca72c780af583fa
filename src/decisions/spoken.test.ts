import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, test } from 'node:test';
import { parse } from 'yaml';
import { words } from '../schema/words.ts';
import { decisionTool } from '../schema/decision-tool.ts';
import { compileTool, type Tool } from './compile.ts';
import type { Expression } from './expression.ts';
import { spoken } from './spoken.ts';

const file = path.join(import.meta.dirname, '../../content/words/en.yaml');
const said = words.parse(parse(readFileSync(file, 'utf8'))).tool.spoken;

const shape = decisionTool.shape;

/** A tool with a question of every type, two values, tables and a group; `formula` becomes the value `it`. */
function toolWith(formula: string): Tool {
  const question = (id: string, ask: string, more: object) => ({ id, ask, go: 'end', ...more });
  const questions = [
    question('reason', 'Why is it?', {
      options: [
        { say: 'Yes, but late', id: 'late' },
        { say: 'No', id: 'no' },
      ],
    }),
    question('needs', 'What is needed?', {
      type: 'checkbox',
      options: [
        { say: 'A desk', id: 'desk' },
        { say: 'A lamp', id: 'lamp' },
      ],
    }),
    question('people', 'How many people?', { type: 'integer', unit: 'people', max: '99' }),
    question('pace', 'How fast?', { type: 'number', unit: 'hours/week' }),
    question('share', 'Which share?', { type: 'number', unit: '%' }),
    question('cost', 'What does it cost?', { type: 'money', unit: 'GBP' }),
    question('start', 'When does it start?', { type: 'date' }),
    question('end-day', 'When does it end?', { type: 'date' }),
    question('country', 'Which country?', { type: 'country' }),
    question('children', 'How many children?', { type: 'integer', max: '3' }),
  ];
  return {
    questions: shape.questions.parse(questions),
    groups: shape.groups.parse([
      {
        id: 'child',
        say: 'Child {n}',
        times: 'children',
        most: 3,
        go: 'end',
        questions: [{ id: 'age', ask: 'How old?', type: 'integer', go: 'next' }],
      },
    ]),
    values: shape.values.parse([
      { id: 'total', say: 'total cost', is: 'cost * 52' },
      { id: 'left-over', is: 'people - 2' },
      { id: 'is-late', say: 'paid late', is: 'reason = "late"' },
      { id: 'it', is: formula },
    ]),
    tables: shape.tables.parse([
      { id: 'rate', say: 'the daily rate', rows: [{ from: '2020-01-01', is: 3 }] },
      { id: 'bank-holidays', days: ['2026-12-25'] },
      { id: 'nearby', texts: ['FR', 'ES', 'IE', 'BE', 'NL', 'LU', 'DE', 'DK', 'NO'] },
    ]),
    outcomes: shape.outcomes.parse([
      { id: 'end', verdict: 'Go.', because: 'So.', next: ['job-aids/x'] },
      { id: 'stop', verdict: 'Stop.', because: 'So.', next: ['job-aids/x'] },
    ]),
    tests: [],
  };
}

function inWords(formula: string, about?: string): string {
  const { graph, faults } = compileTool(toolWith(formula));
  assert.deepEqual(faults, []);
  const { is } = graph.values.find(({ id }) => id === 'it') as { is: Expression };
  return spoken(is, { graph, words: said, language: 'en', ...(about && { about }) });
}

const sayings: Record<string, Record<string, string>> = {
  comparisons: {
    'people > 50': '“How many people?”: more than 50 people',
    'people >= 50': '“How many people?”: at least 50 people',
    'people < 50': '“How many people?”: less than 50 people',
    'people <= 1': '“How many people?”: at most 1',
    'people = 5': '“How many people?”: 5 people',
    'people != 5': '“How many people?”: not 5 people',
    '50 < people': '“How many people?”: more than 50 people',
    'reason = "late"': '“Why is it?”: “Yes, but late”',
    'reason != "late"': '“Why is it?”: not “Yes, but late”',
    'total > 5000': 'total cost is more than £5,000',
    'left-over > 0.5': 'left over is more than 0.5',
    'cost > 12.5': '“What does it cost?”: more than £12.50',
    'pace > 12': '“How fast?”: more than 12 hours per week',
    'share >= 20': '“Which share?”: at least 20%',
    'cost > total': '“What does it cost?”: more than total cost',
  },
  days: {
    'start < 2026-04-06': '“When does it start?”: before 6 April 2026',
    'start <= 2026-04-06': '“When does it start?”: on or before 6 April 2026',
    'start > today': '“When does it start?”: after today',
    'end-day >= start': '“When does it end?”: on or after “When does it start?”',
    'start + 28': '28 days after “When does it start?”',
    'start - 1': '1 day before “When does it start?”',
    'plus-months(start, people)': '“How many people?” months after “When does it start?”',
    'plus-working-days(start, 1)': '1 working day after “When does it start?”',
    'plus-working-days(start, 3, bank-holidays) < end-day':
      '3 working days after “When does it start?” is before “When does it end?”',
    'end-day - start > 28': 'the days from “When does it start?” to “When does it end?” is more than 28',
    'years(start, 2026-01-02)': 'the years from “When does it start?” to 2 January 2026',
    'weekday(start) = 1': 'the weekday of “When does it start?” is Monday',
    'month(start) = 12': 'the month of “When does it start?” is December',
    'max(start, 2026-01-02)': 'the latest of “When does it start?” and 2 January 2026',
    'start in bank-holidays': '“When does it start?”: one of the bank holidays',
    'not (start in bank-holidays)': '“When does it start?”: none of the bank holidays',
    'working-day(start)': '“When does it start?”: a working day',
    'rate(start)': 'the daily rate on “When does it start?”',
  },
  'choices and lists': {
    'needs has "desk"': '“What is needed?”: with “A desk”',
    'not (needs has "desk")': '“What is needed?”: without “A desk”',
    'country in ["FR", "ES"]': '“Which country?”: France or Spain',
    'not (country in ["FR"])': '“Which country?”: not France',
    'country in nearby':
      '“Which country?”: France, Spain, Ireland, Belgium, Netherlands, Luxembourg or 3 others',
    'count(needs) > 1': 'the number of answers to “What is needed?” is more than 1',
    'asked(people)': '“How many people?” was asked',
    'not asked(people)': '“How many people?” was not asked',
    'is-late': 'paid late: yes',
    'not is-late': 'paid late: no',
  },
  'several conditions': {
    'people > 5 and people <= 50': '“How many people?”: more than 5 people and at most 50 people',
    'country = "FR" or country = "ES"': '“Which country?”: France or Spain',
    'people > 5 and reason = "no"': '“How many people?”: more than 5 people and “Why is it?”: “No”',
    'asked(people) and people > 5': '“How many people?”: more than 5 people',
    'people > 5 and (country = "FR" or reason = "no")':
      '“How many people?”: more than 5 people, and either “Which country?”: France or “Why is it?”: “No”',
    'people > 5 and reason = "no" or country = "FR"':
      '“How many people?”: more than 5 people and “Why is it?”: “No”, or “Which country?”: France',
    'not (people > 5 and reason = "no")': '“How many people?”: at most 5 people or “Why is it?”: not “No”',
  },
  sums: {
    'cost / people': '“What does it cost?” ÷ “How many people?”',
    '(cost + 5) * 2 - cost': '(“What does it cost?” + £5) × 2 − “What does it cost?”',
    'people - (people - 2)': '“How many people?” − (“How many people?” − 2)',
    'people / (people * 2)': '“How many people?” ÷ (“How many people?” × 2)',
    '-people': '−“How many people?”',
    'round(total / 7, 2)': 'total cost ÷ 7, rounded to 2 places',
    'round-up(people / 7)': '“How many people?” ÷ 7, rounded up',
    'round-down(people / 7)': '“How many people?” ÷ 7, rounded down',
    'abs(people)': '“How many people?” without its sign',
    'min(people, 7)': 'the least of “How many people?” and 7 people',
    'if(people > 5, 1, 2)': '1 if “How many people?”: more than 5 people, otherwise 2',
  },
  groups: {
    'any(child, age < 5)': 'for at least one Child: “How old?”: less than 5',
    'all(child, age < 5)': 'for every Child: “How old?”: less than 5',
    'not any(child, age < 5)': 'for every Child: “How old?”: at least 5',
    'count(child, age < 5) > 1': 'how often it holds for Child: “How old?”: less than 5 is more than 1',
    'sum(child, age * 2)': 'the total over every Child of “How old?” × 2',
    'min(child, age)': 'the least over every Child of “How old?”',
    'people > 5 and any(child, age < 5)':
      '“How many people?”: more than 5 people, and for at least one Child: “How old?”: less than 5',
  },
};

for (const [what, list] of Object.entries(sayings)) {
  describe(`A reader is told ${what} in words`, () => {
    for (const [formula, expected] of Object.entries(list)) {
      test(formula, () => assert.equal(inWords(formula), expected));
    }
  });
}

test('A question that stands beside the words is not named again', () => {
  assert.equal(inWords('people > 5 and people <= 50', 'people'), 'more than 5 people and at most 50 people');
  assert.equal(inWords('needs has "desk" or needs has "lamp"', 'needs'), 'with “A desk” or with “A lamp”');
});
