import type { Rule } from '../rule.ts';
import { howMany, lines, yesNo } from '../tool-example.ts';

export const toolTarget: Rule = {
  id: 'tool-target',
  family: 'decisions',
  says: 'Every way on in a decision tool leads to a question or an outcome that is there.',
  reason: 'A way that leads nowhere ends in the reader’s hand, behind the last question.',
  mend: 'Write the id of the question or outcome that follows, as it stands at its `id`.',
  examples: {
    bad: [
      {
        type: 'decision-tools',
        top: lines('questions:', yesNo('many', 'lists', 'card'), yesNo('alone', 'list', 'card')),
        at: 2,
      },
      {
        type: 'decision-tools',
        top: howMany('routes:', '  - { if: people > 5, go: lists }', 'go: card'),
        at: 8,
        note: 'A route to an outcome that is called "list"',
      },
      { type: 'decision-tools', top: howMany('go: crad'), at: 7 },
      {
        type: 'decision-tools',
        top: lines(
          howMany('go: child').replace('max: 100', 'max: 20'),
          'groups:',
          '  - id: child',
          '    say: "Person {n}"',
          '    times: people',
          '    most: 20',
          '    questions: [{ id: age, ask: How old?, type: integer, min: 0, max: 99, go: next }]',
          '    go: cards',
        ),
        at: 14,
        note: 'What follows the last repetition of a group',
      },
    ],
    ok: [
      {
        type: 'decision-tools',
        top: howMany('routes:', '  - { if: people > 5, go: list }', 'go: card'),
        note: 'A route, and a way on for the rest',
      },
    ],
  },
};
