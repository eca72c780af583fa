import { passagesOf } from '../passages.ts';
import type { Rule } from '../rule.ts';

const shouted = /(?<!\p{L})(?:\p{Lu}{12,}|\p{Lu}{2,}(?: \p{Lu}{2,}){2,})(?!\p{L})/gu;

export const capitals: Rule = {
  id: 'capitals',
  family: 'language',
  says: 'Words are not written in capitals.',
  reason: 'Capitals have no shape to read by, look like shouting, and some screen readers spell them out.',
  mend: 'Write it in small letters. What matters stands **in bold** or in <Note kind="stop">.',
  examples: {
    bad: [
      { body: 'NEVER COUNT TWICE on a Friday.' },
      { body: 'This is an UNCONDITIONAL rule.' },
      { top: 'done_when: You have ALL THE MARKS on the card.' },
    ],
    ok: [
      { body: 'The HTML of the NASA page is old.' },
      { body: 'The screen says “PAPER JAM TRAY TWO”.', note: 'What stands on the thing is copied as it is' },
      { body: 'Send CSV, PDF or XML.' },
    ],
  },
  page(subject) {
    return passagesOf(subject)
      .filter(({ field, own }) => field !== 'title' && /\p{Lu}{2}/u.test(own))
      .flatMap(({ own, placeAt }) =>
        [...own.matchAll(shouted)]
          .filter(([words]) => /\p{L}{5}/u.test(words))
          .map((match) => ({ ...placeAt(match.index), found: `“${match[0]}”`, expected: 'small letters' })),
      );
  },
};
