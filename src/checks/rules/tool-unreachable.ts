import type { Rule } from '../rule.ts';
import { howMany, lines, yesNo } from '../tool-example.ts';

export const toolUnreachable: Rule = {
  id: 'tool-unreachable',
  family: 'decisions',
  says: 'Some answers lead to every question and every outcome.',
  reason: 'What nobody can reach was meant for somebody, who gets another answer now.',
  mend: 'Lead an answer there, change the condition that keeps everybody away, or delete what is not needed any more.',
  examples: {
    bad: [
      {
        type: 'decision-tools',
        top: lines('questions:', yesNo('many', 'list', 'card'), yesNo('alone', 'list', 'card')),
        at: 3,
        note: 'A question that no answer leads to',
      },
      {
        type: 'decision-tools',
        top: lines('questions:', yesNo('many', 'card', 'card')),
        at: { file: 'content/decision-tools/card-or-list.mdx', line: 12 },
        note: 'An outcome that no answer leads to',
      },
      {
        type: 'decision-tools',
        top: howMany('routes:', '  - { if: people > 100, go: list }', 'go: card'),
        at: { file: 'content/decision-tools/card-or-list.mdx', line: 19 },
        note: 'An outcome for more than 100 people, where at most 100 are taken',
      },
      {
        type: 'decision-tools',
        top: lines(
          'questions:',
          yesNo('many', 'alone', 'card'),
          '  - id: alone',
          '    ask: Does one person see them all?',
          '    options: [{ say: "Yes" }, { say: "No" }]',
          '    routes: [{ if: many = "no", go: list }]',
          '    go: card',
        ),
        at: { file: 'content/decision-tools/card-or-list.mdx', line: 17 },
        note: 'An outcome behind a condition that the way there rules out',
      },
      {
        type: 'decision-tools',
        top: lines(
          'questions:',
          yesNo('many', 'list', 'card'),
          yesNo('alone', 'again', 'again'),
          yesNo('again', 'alone', 'list'),
        ),
        at: 3,
        note: 'Two questions that lead only to each other are told once',
      },
    ],
    ok: [
      {
        type: 'decision-tools',
        top: howMany('routes:', '  - { if: people > 99, go: list }', 'go: card'),
        note: 'A condition that one answer meets',
      },
    ],
  },
};
