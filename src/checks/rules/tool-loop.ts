import type { Rule } from '../rule.ts';
import { lines, yesNo } from '../tool-example.ts';

export const toolLoop: Rule = {
  id: 'tool-loop',
  family: 'decisions',
  says: 'No answers lead back to a question that they have answered.',
  reason: 'The reader would be asked the same for ever.',
  mend: 'Lead the answer on to an outcome, or to a question that has not been asked yet.',
  examples: {
    bad: [
      {
        type: 'decision-tools',
        top: lines('questions:', yesNo('many', 'alone', 'card'), yesNo('alone', 'list', 'many')),
        at: 3,
        note: 'A second question that leads back to the first',
      },
      {
        type: 'decision-tools',
        top: lines(
          'questions:',
          yesNo('many', 'alone', 'card'),
          '  - id: alone',
          '    ask: Does one person see them all?',
          '    options: [{ say: "Yes" }, { say: "No" }]',
          '    routes:',
          '      - { if: alone = "yes" and many = "yes", go: many }',
          '    go: list',
        ),
        at: 7,
        note: 'Back to the first question under a condition that can be met',
      },
    ],
    ok: [
      {
        type: 'decision-tools',
        top: lines(
          'questions:',
          yesNo('many', 'alone', 'often'),
          '  - id: alone',
          '    ask: Does one person see them all?',
          '    options: [{ say: "Yes" }, { say: "No" }]',
          '    routes: [{ if: many = "yes", go: often }]',
          '    go: card',
          '  - id: often',
          '    ask: Do you count each week?',
          '    options: [{ say: "Yes" }, { say: "No" }]',
          '    routes: [{ if: many = "no", go: alone }]',
          '    go: list',
        ),
        note: 'Two questions in either order: the loop is drawn, and no answers can walk it',
      },
    ],
  },
};
