import type { Rule } from '../rule.ts';
import { lines, yesNo } from '../tool-example.ts';

export const toolId: Rule = {
  id: 'tool-id',
  family: 'decisions',
  says: 'Each name in a decision tool stands for one thing.',
  reason:
    'Answers lead on by name and formulas read by name. With two things of one name nobody can tell which is meant.',
  mend: 'Give one of the two another id, and write that id wherever it was meant.',
  examples: {
    bad: [
      {
        type: 'decision-tools',
        top: lines('questions:', yesNo('many', 'list', 'card'), yesNo('many', 'list', 'card')),
        at: 3,
        note: 'Two questions of one name',
      },
      {
        type: 'decision-tools',
        top: lines('questions:', yesNo('many', 'list', 'list'), yesNo('card', 'list', 'list')),
        at: { file: 'content/decision-tools/card-or-list.mdx', line: 9 },
        note: 'A question and an outcome of one name',
      },
      {
        type: 'decision-tools',
        top: lines(
          'questions:',
          '  - id: many',
          '    ask: How many cases are there?',
          '    options:',
          '      - { say: More than ten cases a day, go: list }',
          '      - { say: More than ten cases on Mondays, go: card }',
        ),
        at: 6,
        note: 'Two answers that begin with the same four words',
      },
      {
        type: 'decision-tools',
        top: lines('questions:', yesNo('today', 'list', 'card')),
        at: 2,
        note: 'A name that formulas have a meaning for',
      },
      { type: 'decision-tools', top: lines('values:', '  - { id: alone, is: 3 }'), at: 2 },
      {
        type: 'decision-tools',
        top: lines('questions:', yesNo('2nd-count', 'list', 'card')),
        at: 2,
        note: 'A name that begins with a digit, which formulas would take for a number',
      },
    ],
    ok: [
      {
        type: 'decision-tools',
        top: lines('questions:', yesNo('many', 'alone', 'card'), yesNo('alone', 'card', 'list')),
        note: 'Answers to two questions may have one name',
      },
      {
        type: 'decision-tools',
        top: lines(
          'questions:',
          '  - { id: many, ask: How many?, options: [{ id: 3-days, say: Three, go: list }, { id: 5-days, say: Five, go: card }] }',
        ),
        note: 'Answers stand in quotes in formulas, so they may begin with a digit',
      },
    ],
  },
};
