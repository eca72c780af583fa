import { expiring, rateTable } from '../tables.ts';
import type { Rule } from '../rule.ts';

export const tableExpired: Rule = {
  id: 'table-expired',
  family: 'decisions',
  says: 'A dated table of a tool holds today.',
  reason:
    'Behind its last day a tool knows no rate and takes every day for a working day: it would answer, and be wrong.',
  mend: 'Add the row or the days that hold now, and the last day that is known. Where nothing follows, leave the last `to` out.',
  examples: {
    bad: [
      {
        type: 'decision-tools',
        top: rateTable('2026-11-19'),
        at: 5,
        note: 'Its last row ended yesterday; today is 2026-11-20',
      },
      {
        type: 'decision-tools',
        top: 'tables:\n  - id: holidays\n    days: [2025-12-25]\n    until: 2025-12-31',
        at: 4,
        note: 'Holidays that are known until last year',
      },
    ],
    ok: [
      {
        type: 'decision-tools',
        top: rateTable('2027-04-05'),
        note: 'Its last row ends in April; today is 2026-11-20',
      },
      {
        type: 'decision-tools',
        top: 'tables:\n  - id: rate\n    rows: [{ from: 2025-04-06, is: 5 }]',
        note: 'A row that holds until further notice',
      },
    ],
  },
  project: ({ pages, today }) =>
    expiring(pages)
      .filter(({ last }) => last < today)
      .map(({ file, line, column, table, last }) => ({
        file,
        line,
        column,
        found: `the table "${table}", which ended on ${last}`,
        expected: `a table that holds on ${today}`,
      })),
};
