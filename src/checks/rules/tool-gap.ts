import type { Rule } from '../rule.ts';
import { howMany, lines } from '../tool-example.ts';

const hours = lines(
  'questions:',
  '  - id: hours',
  '    ask: How many hours a week do you count?',
  '    type: number',
  '    min: 0',
  '    max: 100',
);

export const toolGap: Rule = {
  id: 'tool-gap',
  family: 'decisions',
  says: 'Every answer that is taken has a way on, a row and a rate.',
  reason: 'A reader whose case was forgotten is told so in front of a customer.',
  mend: 'Add a route or row for the answers that are named, or a last one without `if` for all the rest.',
  examples: {
    bad: [
      {
        type: 'decision-tools',
        top: lines(
          hours,
          '    routes:',
          '      - { if: hours <= 50, go: card }',
          '      - { if: hours >= 51, go: list }',
        ),
        at: 2,
        note: 'Up to 50 and from 51: 50.5 lies between',
      },
      {
        type: 'decision-tools',
        top: howMany('routes:', '  - { if: people < 5, go: card }', '  - { if: people > 5, go: list }'),
        at: 2,
        note: 'Five people are forgotten',
      },
      {
        type: 'decision-tools',
        top: lines(
          howMany('routes: [{ if: size = "large", go: list }]', 'go: card'),
          'values:',
          '  - id: size',
          '    rows:',
          '      - { if: people < 50, text: small }',
          '      - { if: people > 50, text: large }',
        ),
        at: 10,
        note: 'A decision table without a row for 50',
      },
      {
        type: 'decision-tools',
        top: lines(
          'questions:',
          '  - id: start',
          '    ask: When does it begin?',
          '    type: date',
          '    min: 2025-01-01',
          '    max: 2026-12-31',
          '    routes: [{ if: rate(start) > 5, go: list }]',
          '    go: card',
          'tables:',
          '  - id: rate',
          '    rows: [{ from: 2025-04-06, to: 2026-04-05, is: 5 }, { from: 2026-04-06, is: 6 }]',
        ),
        at: 10,
        note: 'A day before the first row of a table',
      },
    ],
    ok: [
      {
        type: 'decision-tools',
        top: lines(
          hours,
          '    routes:',
          '      - { if: hours <= 50, go: card }',
          '      - { if: hours > 50, go: list }',
        ),
        note: 'Up to 50 and above',
      },
      {
        type: 'decision-tools',
        top: howMany('routes:', '  - { if: people <= 50, go: card }', '  - { if: people >= 51, go: list }'),
        note: 'Up to 50 and from 51, where only whole numbers are taken',
      },
    ],
  },
};
