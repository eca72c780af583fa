import type { Rule } from '../rule.ts';
import { lines } from '../tool-example.ts';

const questions = lines(
  'questions:',
  '  - id: often',
  '    ask: How often does it happen?',
  '    options: [{ say: Often, points: 2 }, { say: Seldom, points: 0 }]',
  '    go: costly',
  '  - id: costly',
  '    ask: Is a slip costly?',
  '    options: [{ say: It is, points: 2 }, { say: It is not, points: 0 }]',
  '    go: score',
);
const criteria = lines(
  '  criteria:',
  '    - { id: how-often, say: How often, of: often, weight: 2 }',
  '    - { id: how-costly, say: How costly, of: costly, weight: 3 }',
);
const scoring = (...more: string[]) => lines(questions, 'scoring:', '  id: score', criteria, ...more);

export const toolScoring: Rule = {
  id: 'tool-scoring',
  family: 'decisions',
  says: 'A scoring tool weighs answers that are worth something, and every total leads to an outcome.',
  reason: 'A criterion that nobody is asked about adds nothing, and shifts the result without being seen.',
  mend: 'Give the answers `points`, let each criterion name its question, and let the bands go from the highest share down to 0.',
  examples: {
    bad: [
      { type: 'decision-tools', top: scoring(), at: 11, note: 'Neither bands nor alternatives' },
      {
        type: 'decision-tools',
        top: scoring('  bands: [{ from: 60, go: list }, { from: 10, go: card }]'),
        at: 15,
        note: 'Nothing below 10 percent',
      },
      {
        type: 'decision-tools',
        top: scoring(
          '  bands:',
          '    - { from: 0, go: card }',
          '    - { from: 60, go: list }',
          '    - { from: 0, go: card }',
        ),
        at: 17,
        note: 'A band above the one before it',
      },
      {
        type: 'decision-tools',
        top: scoring('  bands: [{ from: 60, go: list }, { from: 0, go: card }]').replace(
          'of: costly',
          'of: cost',
        ),
        at: 14,
        note: 'A criterion without a question',
      },
      {
        type: 'decision-tools',
        top: scoring('  bands: [{ from: 60, go: list }, { from: 0, go: card }]').replaceAll(
          /(It is|It is not), points: \d/g,
          '$1',
        ),
        at: 14,
        note: 'A criterion whose answers are worth nothing',
      },
      {
        type: 'decision-tools',
        top: scoring(
          '  alternatives:',
          '    - { id: by-card, say: By card, go: card }',
          '    - { id: by-list, say: By list, go: list }',
        ).replaceAll(/points: (\d)/g, 'scores: [{ for: by-list, points: $1 }]'),
        at: 16,
        note: 'No outcome for a tie',
      },
      {
        type: 'decision-tools',
        top: scoring(
          '  alternatives:',
          '    - { id: by-card, say: By card, go: card }',
          '    - { id: by-list, say: By list, go: list }',
          '  tie: card',
        )
          .replaceAll(/points: (\d)/g, 'scores: [{ for: by-list, points: $1 }]')
          .replace('for: by-list', 'for: by-lists'),
        at: 4,
        note: 'Points for an alternative that there is not',
      },
    ],
    ok: [
      {
        type: 'decision-tools',
        top: scoring('  bands: [{ from: 60, go: list }, { from: 0, go: card }]'),
        note: 'Two bands, the last one from 0',
      },
      {
        type: 'decision-tools',
        top: scoring(
          '  knockouts: [{ if: costly = "it-is", go: list, say: A slip is costly }]',
          '  bands: [{ from: 60, go: list }, { from: 0, go: card }]',
        ),
        note: 'An answer that decides whatever the points say',
      },
    ],
  },
};
