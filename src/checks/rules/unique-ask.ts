import { blankMarker } from '../../schema/blank.ts';
import { secondClaims } from '../claims.ts';
import { plainAsk } from '../known.ts';
import type { Rule } from '../rule.ts';

export const uniqueAsk: Rule = {
  id: 'unique-ask',
  family: 'language',
  says: 'A way of asking leads to one page.',
  reason:
    'Whoever types these very words gets one page first. Two pages that claim them take turns at random.',
  mend: 'Leave it with the page that answers it best, and find other words for this one.',
  examples: {
    bad: [
      {
        type: 'references',
        top: 'asks:\n  - what is a case\n  - keep a tally\n  - what does rate mean',
        at: 3,
      },
      { top: 'asks:\n  - keep a tally\n  - how many cases\n  - Keep a tally?', at: 4 },
      {
        top: 'asks: [What is a case?, how many cases, how often]',
        note: 'A question mark makes no other question',
        at: { file: 'content/references/words-for-counting.mdx', line: 17 },
      },
    ],
    ok: [{ top: 'asks: [keep a tally, keep the tally, tally]' }],
  },
  project({ pages, known }) {
    const claims = secondClaims(pages, 'ask', known.asks, plainAsk);
    return claims
      .filter(({ to }) => !to.startsWith(blankMarker))
      .map(({ to, first, file, ...place }) => ({
        file,
        ...place,
        found: `the ask “${to}” a second time`,
        expected:
          file === `content/${first}.mdx` ? 'each ask once' : `words of its own; ${first} has these already`,
      }));
  },
};
