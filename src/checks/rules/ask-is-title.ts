import { plainAsk } from '../known.ts';
import type { Rule } from '../rule.ts';

export const askIsTitle: Rule = {
  id: 'ask-is-title',
  family: 'language',
  says: 'An ask says what the title doesn’t.',
  reason: 'The title is searched anyway. An ask is there for the words that people use instead.',
  mend: 'Write how somebody asks for it who doesn’t know the title, slang and wrong words included.',
  examples: {
    bad: [
      {
        top: 'asks:\n  - how often does it happen\n  - count the cases of one week\n  - keep a tally',
        at: 3,
      },
    ],
    ok: [{ top: 'asks: [how often does it happen, count the cases, keep a tally]' }],
  },
  page({ data, yaml }) {
    const title = plainAsk(data.title);
    return data.asks.flatMap((ask, i) =>
      plainAsk(ask) === title
        ? { ...yaml.placeOf(['asks', i]), found: 'an ask that repeats the title', expected: 'other words' }
        : [],
    );
  },
};
