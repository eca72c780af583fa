import type { Rule } from '../rule.ts';
import { howMany, lines } from '../tool-example.ts';

const share = (formula: string, min = 0) =>
  lines(
    howMany('routes: [{ if: share > 10, go: list }]', 'go: card').replace('min: 1', `min: ${min}`),
    'values:',
    '  - id: share',
    `    is: ${formula}`,
  );

export const toolTrouble: Rule = {
  id: 'tool-trouble',
  family: 'decisions',
  says: 'A sum can be worked out whatever is answered.',
  reason:
    'Nothing can be divided by 0, and no calendar has a year 12,000: the reader would see no answer at all.',
  mend: 'Keep the answer out with `min`, `max` or a rule, or write a formula that leaves the case out: if(people = 0, 0, 100 / people).',
  examples: {
    bad: [
      { type: 'decision-tools', top: share('100 / people'), at: 11, note: 'Divided by 0, which is taken' },
      {
        type: 'decision-tools',
        top: lines(
          howMany('routes: [{ if: last > 2100-01-01, go: list }]', 'go: card'),
          'values:',
          '  - id: last',
          '    is: plus-years(2026-01-01, people * 10)',
        ),
        at: 11,
        note: 'A day in the year 3026',
      },
    ],
    ok: [
      { type: 'decision-tools', top: share('100 / people', 1), note: 'At least 1 is taken' },
      { type: 'decision-tools', top: share('if(people = 0, 0, 100 / people)'), note: '0 is left out' },
    ],
  },
};
