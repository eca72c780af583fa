import { rightlyTwice } from '../language/en.ts';
import { passagesOf } from '../passages.ts';
import type { Rule } from '../rule.ts';

const twice = /(?<![\w’'-])([a-z]+)\s+(\1)(?![\w’'-])/gi;

export const doubledWord: Rule = {
  id: 'doubled-word',
  family: 'language',
  says: 'No word stands twice in a row.',
  reason: 'The eye skips the second “the” at a line’s end; a screen reader reads both.',
  mend: 'Delete one of the two.',
  examples: {
    bad: [
      { body: 'Add up the the marks.' },
      { body: 'Add up all\nall marks.', at: 2, note: 'At the end of a line' },
      { top: 'use_when: People disagree on how often often something happens.' },
    ],
    ok: [
      { body: 'Whoever had had a card said that that was enough. Log in in time.' },
      { body: 'Walla Walla counts, too.' },
      { body: 'Say “the the” aloud, or `sum sum`.' },
    ],
  },
  page(subject) {
    if (subject.language !== 'en') return [];
    return passagesOf(subject).flatMap(({ own, kind, placeAt }) =>
      [...(kind === 'cell' ? [] : own.matchAll(twice))].flatMap((match) => {
        const [both, word = '', second = ''] = match;
        if (rightlyTwice.has(word.toLowerCase()) || second !== second.toLowerCase()) return [];
        return {
          ...placeAt(match.index + both.length - second.length),
          found: `“${word}” twice`,
          expected: `“${word}” once`,
        };
      }),
    );
  },
};
