import { disguisesIn } from '../look-alikes.ts';
import type { Rule } from '../rule.ts';

export const lookAlike: Rule = {
  id: 'look-alike',
  family: 'content',
  says: 'A word in Latin letters has no letter of another script that only looks like one.',
  reason:
    'A Cyrillic о in “count” can’t be told from a Latin one by eye, but search, ids and links don’t find the word. It can also make a false name look like a true one.',
  mend: 'Type the word again.',
  examples: {
    bad: [
      { note: 'A Cyrillic о in count', body: 'Then c\u043eunt the cases.' },
      { note: 'A Greek capital Alpha in a name', body: 'Ask \u0391nna.' },
      { note: 'An Armenian letter', body: 'C\u0585unt them.' },
      { note: 'A Cyrillic е in the title', top: 'title: Count the cas\u0435s of one week' },
      { note: 'A Cyrillic с in the address of a link', body: '[Site](https://example.org/\u0441ount)' },
      { note: 'A Cyrillic а in code to copy', body: '`p\u0430ste`' },
      {
        note: 'A Cyrillic о in a group of synonyms',
        file: 'content/taxonomy/synonyms.yaml',
        whole: '- [count, tally]\n- [card, n\u043ete]\n',
        at: 2,
      },
    ],
    ok: [
      { body: 'Москва, Αθήνα and Երևան are towns.' },
      { body: 'At 5 μm, 3 kΩ and Δt = 2 s, the α-value is π/2.' },
      { body: 'Łódź, Zürich and São Paulo are written in Latin letters.' },
    ],
  },
  text(text) {
    return disguisesIn(text).map(({ line, column, word, letter, script, latin }) => ({
      line,
      column,
      found: `the ${script} letter "${letter}" (U+${letter.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}) in "${word}"`,
      expected: 'a word in letters of one script',
      mend: `Type "${latin}" again.`,
    }));
  },
};
