import type { Rule } from '../rule.ts';
import { lines, yesNo } from '../tool-example.ts';

const asks = (...hours: string[]) =>
  lines(
    'questions:',
    yesNo('many', 'hours', 'alone'),
    '  - { id: hours, ask: How many hours?, type: integer, min: 1, max: 40, go: alone }',
    '  - id: alone',
    '    ask: Does one person see them all?',
    '    options: [{ say: "Yes" }, { say: "No" }]',
    ...hours,
    '    go: list',
  );

export const toolUnasked: Rule = {
  id: 'tool-unasked',
  family: 'decisions',
  says: 'An answer is asked for on every route on which it is used.',
  reason: 'A reader who was never asked can’t be told a sum of it.',
  mend: 'Ask on that route too, or put asked(…) and before the place where it is used.',
  examples: {
    bad: [
      {
        type: 'decision-tools',
        top: asks('    routes: [{ if: hours < 3, go: card }]'),
        at: 7,
        note: 'Whoever says no at first is never asked for hours',
      },
      {
        type: 'decision-tools',
        top: lines(
          'questions:',
          yesNo('many', 'hours', 'list'),
          '  - { id: hours, ask: How many hours?, type: integer, min: 1, max: 40, go: card }',
          'values:',
          '  - { id: weeks, is: hours / 40 }',
          'outcomes:',
          '  - id: card',
          '    verdict: Count on a card.',
          '    because: A card is at hand for {weeks} weeks.',
          '    next: [job-aids/count-the-cases]',
          '  - id: list',
          '    verdict: Count in a shared list.',
          '    because: Several people need one place for {weeks} weeks.',
          '    next: [technologies/tally-counters]',
        ),
        at: 13,
        note: 'A value in the text of an outcome, of an answer that was not asked for',
      },
    ],
    ok: [
      {
        type: 'decision-tools',
        top: asks('    routes: [{ if: asked(hours) and hours < 3, go: card }]'),
        note: 'Used only where it was asked for',
      },
    ],
  },
};
