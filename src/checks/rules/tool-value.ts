import type { Rule } from '../rule.ts';
import { howMany, lines } from '../tool-example.ts';

const people = howMany('routes: [{ if: people > 5, go: list }]', 'go: card');

export const toolValue: Rule = {
  id: 'tool-value',
  family: 'decisions',
  says: 'A value has one way to be worked out, and does not need itself.',
  reason: 'With two formulas nobody can tell which one counts, and with none there is nothing to show.',
  mend: 'Write a formula at `is`, or a decision table at `rows`, whose rows all give the same kind of thing.',
  examples: {
    bad: [
      { type: 'decision-tools', top: lines('values:', '  - id: cost', '    unit: GBP'), at: 2 },
      {
        type: 'decision-tools',
        top: lines('values:', '  - id: cost', '    is: 3', '    rows: [{ is: 3 }]'),
        at: 2,
        note: 'Both a formula and a decision table',
      },
      {
        type: 'decision-tools',
        top: lines('values:', '  - { id: cost, is: price * 2 }', '  - { id: price, is: cost / 2 }'),
        at: 2,
        note: 'Two values that need each other',
      },
      {
        type: 'decision-tools',
        top: lines(
          people,
          'values:',
          '  - id: size',
          '    rows:',
          '      - { if: people > 5, text: large }',
          '      - { is: 3 }',
        ),
        at: 13,
        note: 'A number beside words',
      },
      {
        type: 'decision-tools',
        top: lines(
          people,
          'values:',
          '  - id: cost',
          '    as: sum',
          '    rows:',
          '      - { if: people > 5, is: 10 }',
          '      - { is: 3 }',
        ),
        at: 11,
        note: 'A sum over rows of which one is taken',
      },
    ],
    ok: [
      {
        type: 'decision-tools',
        top: lines(
          people,
          'values:',
          '  - id: cost',
          '    hit: collect',
          '    as: sum',
          '    rows:',
          '      - { if: people > 5, is: 10 }',
          '      - { if: people > 2, is: price }',
          '  - { id: price, is: 3 }',
        ),
        note: 'A sum over all rows that fit; values may stand in any order',
      },
    ],
  },
};
