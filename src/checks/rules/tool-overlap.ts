import type { Rule } from '../rule.ts';
import { howMany, lines } from '../tool-example.ts';

export const toolOverlap: Rule = {
  id: 'tool-overlap',
  family: 'decisions',
  says: 'No answers fit two ways on, or two rows that give one value.',
  reason:
    'Where two fit, the order of lines would decide, and the next person who sorts them changes what readers are told.',
  mend: 'Let the conditions exclude each other, or write `hit: first` where their order is meant to decide.',
  examples: {
    bad: [
      {
        type: 'decision-tools',
        top: howMany('routes:', '  - { if: people <= 50, go: card }', '  - { if: people >= 50, go: list }'),
        at: 2,
        note: 'Up to 50 and from 50',
      },
      {
        type: 'decision-tools',
        top: lines(
          howMany('routes: [{ if: size = "large", go: list }]', 'go: card'),
          'values:',
          '  - id: size',
          '    rows:',
          '      - { if: people < 60, text: small }',
          '      - { if: people > 50, text: large }',
        ),
        at: 10,
        note: 'Two rows of a decision table for 55',
      },
    ],
    ok: [
      {
        type: 'decision-tools',
        top: howMany(
          'hit: first',
          'routes:',
          '  - { if: people <= 50, go: card }',
          '  - { if: people >= 50, go: list }',
        ),
        note: 'The first one is taken',
      },
      {
        type: 'decision-tools',
        top: howMany(
          'routes:',
          '  - { if: people < 5, go: card }',
          '  - { if: people < 3, go: card }',
          '  - { if: people >= 5, go: list }',
        ),
        note: 'Two that lead to the same place',
      },
    ],
  },
};
