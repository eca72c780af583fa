import type { Rule } from '../rule.ts';
import { howMany, lines } from '../tool-example.ts';

const people = howMany('routes: [{ if: people > 5, go: list }]', 'go: card');
const tool = (...tests: string[]) =>
  lines(
    people,
    'values:',
    '  - { id: double, is: people * 2 }',
    'tests:',
    ...tests.map((test) => `  - ${test}`),
  );

export const toolTest: Rule = {
  id: 'tool-test',
  family: 'decisions',
  says: 'The tests in a tool hold.',
  reason:
    'They say what the tool has to tell, in cases that its owner knows. Where one fails, the tool or the case has changed.',
  mend: 'Walk the tool with the answers of the test. Correct the tool where it is wrong, or the test where the rule has changed.',
  examples: {
    bad: [
      { type: 'decision-tools', top: tool('{ given: { people: 6 }, outcome: card }'), at: 12 },
      { type: 'decision-tools', top: tool('{ given: { poeple: 6 }, outcome: list }'), at: 12 },
      { type: 'decision-tools', top: tool('{ given: { people: 101 }, outcome: list }'), at: 12 },
      { type: 'decision-tools', top: tool('{ given: { people: 6 }, error: people }'), at: 12 },
      {
        type: 'decision-tools',
        top: tool('{ given: { people: 6 }, values: [{ of: double, is: 11 }] }'),
        at: 12,
      },
      {
        type: 'decision-tools',
        top: tool('{ given: { people: 6 } }'),
        at: 12,
        note: 'A test that expects nothing',
      },
      {
        type: 'decision-tools',
        top: lines(
          'questions:',
          '  - id: born',
          '    ask: When were you born?',
          '    type: date',
          '    max: today',
          '    routes: [{ if: born < 2000-01-01, go: list }]',
          '    go: card',
          'tests:',
          '  - { given: { born: 1999-12-31 }, outcome: list }',
        ),
        at: 9,
        note: 'A test without a day, where the day matters',
      },
    ],
    ok: [
      {
        type: 'decision-tools',
        top: tool(
          '{ given: { people: 5 }, outcome: card }',
          '{ given: { people: 6 }, outcome: list, values: [{ of: double, is: 12 }] }',
          '{ given: { people: 101 }, error: people }',
        ),
        note: 'An outcome, a value, and an answer that is refused',
      },
    ],
  },
};
