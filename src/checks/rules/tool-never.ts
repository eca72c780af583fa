import type { Rule } from '../rule.ts';
import { howMany, lines } from '../tool-example.ts';

export const toolNever: Rule = {
  id: 'tool-never',
  family: 'decisions',
  says: 'Some answers meet every condition.',
  reason:
    'A condition that nobody meets is most often a slip, such as < for >, and what stands behind it is lost.',
  mend: 'Correct the condition, or delete it with what depends on it.',
  examples: {
    bad: [
      {
        type: 'decision-tools',
        top: howMany(
          'routes:',
          '  - { if: people > 50, go: list }',
          '  - { if: people > 20 and people < 10, go: list }',
          'go: card',
        ),
        at: 9,
        note: 'More than 20 and fewer than 10',
      },
      {
        type: 'decision-tools',
        top: howMany(
          'hit: first',
          'routes:',
          '  - { if: people > 10, go: list }',
          '  - { if: people > 50, go: list }',
          'go: card',
        ),
        at: 10,
        note: 'An earlier condition is always met first',
      },
      {
        type: 'decision-tools',
        top: lines(
          howMany('routes: [{ if: size = "large", go: list }]', 'go: card'),
          'values:',
          '  - id: size',
          '    rows:',
          '      - { if: people > 200, text: huge }',
          '      - { if: people > 50, text: large }',
          '      - { text: small }',
        ),
        at: 12,
        note: 'A row for more people than are taken',
      },
      {
        type: 'decision-tools',
        top: lines(
          howMany('routes: [{ if: size = "huge", go: list }]', 'go: card'),
          'values:',
          '  - id: size',
          '    rows:',
          '      - { if: people > 200, text: huge }',
          '      - { text: small }',
        ),
        at: 12,
        note: 'A row that nobody meets, and an outcome behind it: told once, at the row',
      },
      {
        type: 'decision-tools',
        top: lines(
          howMany('routes: [{ if: people > 50, go: list }]', 'go: card'),
          'outcomes:',
          '  - id: card',
          '    verdict: Count on a card.',
          '    because: A card is at hand.',
          '    next: [job-aids/count-the-cases]',
          '  - id: list',
          '    verdict: Count in a shared list.',
          '    because: Several people need one place.',
          '    passages: [{ if: people < 20, say: A short one will do. }]',
          '    next: [technologies/tally-counters]',
        ),
        at: 17,
        note: 'A passage for fewer people than come there',
      },
    ],
    ok: [
      {
        type: 'decision-tools',
        top: howMany(
          'hit: first',
          'routes:',
          '  - { if: people > 50, go: list }',
          '  - { if: people > 10, go: card }',
          'go: list',
        ),
        note: 'The narrower condition first',
      },
    ],
  },
};
