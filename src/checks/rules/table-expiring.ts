import { addPeriod } from '../../model/freshness.ts';
import { expiring, rateTable } from '../tables.ts';
import type { Rule } from '../rule.ts';

/** How long before its end a table is told of. */
const ahead = '60 days';

export const tableExpiring: Rule = {
  id: 'table-expiring',
  family: 'decisions',
  says: 'A dated table of a tool is renewed before it ends.',
  reason: 'New rates and holidays have to be found, checked and reviewed, and that takes weeks.',
  mend: 'Add the next row or days with the day from which they hold. They may stand there long before it.',
  examples: {
    bad: [
      {
        type: 'decision-tools',
        top: rateTable('2027-01-19'),
        at: 5,
        note: 'Its last row ends in 60 days; today is 2026-11-20',
      },
      { type: 'decision-tools', top: rateTable('2026-11-20'), at: 5, note: 'Its last row ends today' },
      {
        type: 'decision-tools',
        top: 'tables:\n  - id: holidays\n    days: [2026-12-25]\n    until: 2026-12-31',
        at: 4,
      },
    ],
    ok: [
      { type: 'decision-tools', top: rateTable('2027-01-20'), note: 'Its last row ends in 61 days' },
      {
        type: 'decision-tools',
        top: 'tables:\n  - id: holidays\n    days: [2026-12-25]',
        note: 'Days without a last one that is known',
      },
    ],
  },
  project({ pages, today }) {
    const until = addPeriod(today, ahead);
    return expiring(pages)
      .filter(({ last }) => last >= today && last <= until)
      .map(({ file, line, column, table, last }) => ({
        file,
        line,
        column,
        found: `the table "${table}", which ends on ${last}`,
        expected: 'what holds from the day after',
      }));
  },
};
