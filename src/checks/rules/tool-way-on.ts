import type { Rule } from '../rule.ts';
import { howMany, lines } from '../tool-example.ts';

export const toolWayOn: Rule = {
  id: 'tool-way-on',
  family: 'decisions',
  says: 'Every answer leads on.',
  reason: 'A reader who has answered and is told nothing doesn’t know whether the tool is broken or done.',
  mend: 'Write `go` at the answer, or once at the question for all its answers.',
  examples: {
    bad: [
      {
        type: 'decision-tools',
        top: lines(
          'questions:',
          '  - id: many',
          '    ask: How many cases are there?',
          '    options:',
          '      - { say: Ten or more, go: list }',
          '      - { say: Fewer, go: card }',
          '      - { say: I can’t tell }',
        ),
        at: 7,
        note: 'An answer without a way on',
      },
      {
        type: 'decision-tools',
        top: howMany(),
        at: 2,
        note: 'A dead end: a number from which nothing follows',
      },
      {
        type: 'decision-tools',
        top: lines(
          howMany('go: person').replace('max: 100', 'max: 20'),
          'groups:',
          '  - id: person',
          '    say: "Person {n}"',
          '    times: people',
          '    most: 20',
          '    questions: [{ id: age, ask: How old?, type: integer, min: 0, max: 99, go: card }]',
          '    go: list',
        ),
        at: 13,
        note: 'A group whose questions never lead to its next repetition',
      },
    ],
    ok: [
      {
        type: 'decision-tools',
        top: lines(
          'questions:',
          '  - id: many',
          '    ask: How many cases are there?',
          '    options: [{ say: Ten or more, go: list }, { say: Fewer }, { say: I can’t tell }]',
          '    go: card',
        ),
        note: 'Answers without a `go` take that of the question',
      },
    ],
  },
};
