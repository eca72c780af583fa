import { plainAsk } from '../known.ts';
import type { Rule } from '../rule.ts';

export const notWhenDiffers: Rule = {
  id: 'not-when-differs',
  family: 'language',
  says: 'When to use a page and when not to are two different things.',
  reason: 'The same words in both places send the reader to the page and away from it.',
  mend: 'Say in `not_when` which case looks alike and needs something else.',
  examples: {
    bad: [
      {
        top: 'not_when:\n  - if: People disagree on how often something happens\n    go: decision-tools/card-or-list',
        at: 2,
      },
      {
        top: 'not_when:\n  - if: You need to choose how to count\n    go: decision-tools/card-or-list\n  - if: You need to choose how to count!\n    instead: Ask the desk.',
        at: 4,
        note: 'The same case twice',
      },
    ],
    ok: [{ top: 'not_when:\n  - if: People agree on how often something happens\n    instead: Go home.' }],
  },
  page({ data, yaml }) {
    if (!('not_when' in data)) return [];
    const before = new Set([plainAsk(data.use_when)]);
    return data.not_when.flatMap((reason, i) => {
      const plain = plainAsk(reason.if);
      const again = before.has(plain);
      before.add(plain);
      if (!again) return [];
      return {
        ...yaml.placeOf(['not_when', i, 'if']),
        found: `“${reason.if}” a second time`,
        expected: 'a case of its own, other than `use_when`',
      };
    });
  },
};
