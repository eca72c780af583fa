import { findBlanks } from '../../schema/blank.ts';
import type { Rule } from '../rule.ts';

export const fillIn: Rule = {
  id: 'fill-in',
  family: 'upkeep',
  says: 'Nothing is left to be filled in.',
  reason: 'A new page begins with blanks. A reader who meets one has opened a page that is not there yet.',
  mend: 'Write in its place what it asks for.',
  examples: {
    bad: [
      { body: 'FILL IN: what the reader does with the sum' },
      { top: 'done_when: "FILL IN: something that can be seen"' },
      { body: 'Write the sum to FILL IN: who wants it. | Then go home.' },
    ],
    ok: [{ body: 'Fill in the card, and write “Fill in” on the next one.' }],
  },
  text(text) {
    return findBlanks(text).map(({ line, column, about }) => ({
      line,
      column,
      found: `a blank: ${about}`,
      expected: 'your words instead of it',
    }));
  },
};
