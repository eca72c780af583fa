import { addPeriod } from '../../model/freshness.ts';
import type { Ref } from '../../content/refs.ts';
import type { Rule } from '../rule.ts';

const what: Partial<Record<Ref['kind'], string>> = {
  reviewed: 'a review',
  changed: 'a change',
  judged: 'a verdict',
};

export const futureDate: Rule = {
  id: 'future-date',
  family: 'upkeep',
  says: 'What has been done has a day that is past.',
  reason:
    'A review of next year keeps a page from ever falling due, and a change of tomorrow stands on top of the news for ever.',
  mend: 'Write the day on which it was done.',
  examples: {
    bad: [
      { top: 'changes:\n  - on: 2027-11-02\n    what: New page.', at: 2 },
      {
        top: 'changes: [{ on: 2026-11-22, what: New page. }]',
        note: 'Two days after today, which is 2026-11-20',
      },
      {
        type: 'technologies',
        top: 'verdict: { call: trial, on: 2028-01-01, why: It is cheap., until: A trial with three doors. }',
      },
    ],
    ok: [
      {
        top: 'changes: [{ on: 2026-11-21, what: New page. }]',
        note: 'In other parts of the world it is tomorrow already',
      },
    ],
  },
  project({ pages, today }) {
    const latest = addPeriod(today, '1 day');
    return pages.flatMap(({ file, refs }) =>
      refs.flatMap(({ kind, to, line, column }) => {
        const done = what[kind];
        return done && to > latest
          ? { file, line, column, found: `${done} on ${to}`, expected: `a day not after today, ${today}` }
          : [];
      }),
    );
  },
};
