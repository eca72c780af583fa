import type { Frontmatter } from '../../schema/index.ts';
import { statesOfMind } from '../language/en.ts';
import type { Rule } from '../rule.ts';

export const observable: Rule = {
  id: 'observable',
  family: 'language',
  says: 'What shows that somebody is done, or able, can be seen.',
  reason:
    'Nobody can see that a person understands. They can see a finished card, a sum, a call that was made.',
  mend: 'Say what exists or what can be watched: not “You understand the numbers” but “You can say how many cases there were”.',
  examples: {
    bad: [
      { top: 'done_when: You understand how the cases are spread.' },
      { top: 'done_when: You know how many cases there were.' },
      { top: 'done_when: The card is full, and people are aware of the sum.' },
      { top: 'done_when: The team has a better understanding of the cases.' },
      {
        type: 'pathways',
        whole: (valid) => valid.replace('A card with marks and a sum.', 'They feel confident with numbers.'),
        at: 14,
        note: 'evidence: They feel confident with numbers.',
      },
    ],
    ok: [
      { top: 'done_when: You can say how many cases there were, and whom to tell.' },
      { top: 'done_when: The card is full, and two people know where it lies.' },
    ],
  },
  page({ data, yaml, language }) {
    if (language !== 'en') return [];
    return proofsOf(data).flatMap(({ path, text }) => {
      const match = statesOfMind.map((pattern) => pattern.exec(text)).find(Boolean);
      if (!match) return [];
      return {
        ...yaml.placeOf(path),
        found: `“${match[0]}”, which nobody can see`,
        expected: 'something that can be seen',
      };
    });
  },
};

function proofsOf(data: Frontmatter): { path: PropertyKey[]; text: string }[] {
  if ('done_when' in data) return [{ path: ['done_when'], text: data.done_when }];
  if (!('path' in data)) return [];
  return data.path.flatMap(({ abilities }, i) =>
    abilities.map(({ evidence }, j) => ({ path: ['path', i, 'abilities', j, 'evidence'], text: evidence })),
  );
}
