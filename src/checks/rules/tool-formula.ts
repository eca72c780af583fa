import type { Rule } from '../rule.ts';
import { howMany, lines } from '../tool-example.ts';

const people = howMany('routes: [{ if: people > 5, go: list }]', 'go: card');

export const toolFormula: Rule = {
  id: 'tool-formula',
  family: 'decisions',
  says: 'A formula can be read, names what is there, and compares and adds only what fits together.',
  reason:
    'A sum of weeks and pounds gives a number that nobody notices is wrong. A misspelt name gives none, in front of the reader.',
  mend: 'Look at the place in the line that is named. Texts stand in quotes, words join conditions (and, or, not), and names are those of questions, values and tables.',
  examples: {
    bad: [
      {
        type: 'decision-tools',
        top: howMany('routes:', '  - { if: poeple > 5, go: list }', 'go: card'),
        at: 8,
        note: 'A misspelt name: people',
      },
      {
        type: 'decision-tools',
        top: howMany('routes:', '  - { if: people > 5 and, go: list }', 'go: card'),
        at: 8,
      },
      {
        type: 'decision-tools',
        top: howMany('routes:', '  - { if: people == 5, go: list }', 'go: card'),
        at: 8,
      },
      {
        type: 'decision-tools',
        top: howMany('routes:', '  - { if: (people > 5, go: list }', 'go: card'),
        at: 8,
      },
      {
        type: 'decision-tools',
        top: howMany('routes:', '  - { if: people + 5, go: list }', 'go: card'),
        at: 8,
        note: 'A sum where a condition has to stand',
      },
      {
        type: 'decision-tools',
        top: howMany('routes:', '  - { if: people > 2026-01-01, go: list }', 'go: card'),
        at: 8,
        note: 'A number compared with a day',
      },
      {
        type: 'decision-tools',
        top: lines(
          'questions:',
          '  - id: many',
          '    ask: How many cases are there?',
          '    options: [{ id: more, say: Ten or more }, { id: fewer, say: Fewer }]',
          '    routes: [{ if: many = "mroe", go: list }]',
          '    go: card',
        ),
        at: 5,
        note: 'An answer that there is not',
      },
      {
        type: 'decision-tools',
        top: lines(
          'questions:',
          '  - id: many',
          '    ask: How many cases are there?',
          '    options: [{ id: more, say: Ten or more }, { id: fewer, say: Fewer }]',
          '    routes: [{ if: many = more, go: list }]',
          '    go: card',
        ),
        at: 5,
        note: 'An answer without quotes',
      },
      {
        type: 'decision-tools',
        top: lines(
          'values:',
          '  - { id: price, is: 20, unit: GBP }',
          '  - { id: wait, is: 3, unit: weeks }',
          '  - { id: total, is: price + wait }',
        ),
        at: 4,
        note: 'Pounds and weeks in one sum',
      },
      {
        type: 'decision-tools',
        top: lines(
          'values:',
          '  - { id: price, is: 20, unit: GBP/person }',
          '  - { id: total, is: price * 2, unit: weeks }',
        ),
        at: 3,
        note: 'A unit that the formula does not give',
      },
      {
        type: 'decision-tools',
        top: lines(
          people,
          'outcomes:',
          '  - id: card',
          '    verdict: Count on a card.',
          '    because: |',
          '      A card is at hand.',
          '      For {persons} people one is enough.',
          '    next: [job-aids/count-the-cases]',
          '  - id: list',
          '    verdict: Count in a shared list.',
          '    because: Several people need one place.',
          '    next: [technologies/tally-counters]',
        ),
        at: 14,
        note: 'A misspelt name in the text of an outcome',
      },
    ],
    ok: [
      {
        type: 'decision-tools',
        top: howMany('routes:', '  - { if: not (people <= 5) and people != 1, go: list }', 'go: card'),
        note: 'Signs and words for conditions',
      },
      {
        type: 'decision-tools',
        top: lines(
          'values:',
          '  - { id: price, is: 20, unit: GBP/week }',
          '  - { id: wait, is: 3, unit: weeks }',
          '  - { id: total, is: price * wait, unit: GBP }',
        ),
        note: 'Pounds a week times weeks are pounds',
      },
    ],
  },
};
