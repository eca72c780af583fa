import type { Rule } from '../rule.ts';
import { lines } from '../tool-example.ts';

export const toolTable: Rule = {
  id: 'tool-table',
  family: 'decisions',
  says: 'The rows of a dated table follow each other without a hole and without two for one day.',
  reason: 'On a day with two rates or none the tool would give one reader a sum and another one nothing.',
  mend: 'Let each row begin on the day after the one before it ends. Where nothing held for a while, write a row with 0.',
  examples: {
    bad: [
      { type: 'decision-tools', top: lines('tables:', '  - id: rate'), at: 2, note: 'Nothing in it' },
      {
        type: 'decision-tools',
        top: lines('tables:', '  - id: rate', '    days: [2026-12-25]', '    texts: [GB]'),
        at: 2,
        note: 'Days and names in one table',
      },
      {
        type: 'decision-tools',
        top: lines(
          'tables:',
          '  - id: rate',
          '    rows:',
          '      - { from: 2025-04-06, to: 2026-04-06, is: 180 }',
          '      - { from: 2026-04-06, is: 190 }',
        ),
        at: 5,
        note: 'Two rows for 6 April 2026',
      },
      {
        type: 'decision-tools',
        top: lines(
          'tables:',
          '  - id: rate',
          '    rows:',
          '      - { from: 2025-04-06, to: 2026-04-04, is: 180 }',
          '      - { from: 2026-04-06, is: 190 }',
        ),
        at: 5,
        note: 'No row for 5 April 2026',
      },
      {
        type: 'decision-tools',
        top: lines(
          'tables:',
          '  - id: rate',
          '    rows:',
          '      - { from: 2027-04-06, to: 2026-04-05, is: 180 }',
        ),
        at: 4,
        note: 'An end before the beginning',
      },
      {
        type: 'decision-tools',
        top: lines(
          'tables:',
          '  - id: holidays',
          '    days: [2026-12-25, 2027-12-27]',
          '    until: 2026-12-31',
        ),
        at: 4,
      },
    ],
    ok: [
      {
        type: 'decision-tools',
        top: lines(
          'tables:',
          '  - id: rate',
          '    rows:',
          '      - { from: 2025-04-06, to: 2026-04-05, is: 180 }',
          '      - { from: 2026-04-06, is: 190 }',
        ),
        note: 'One row ends on the day before the next begins, and the last one holds until further notice',
      },
    ],
  },
};
