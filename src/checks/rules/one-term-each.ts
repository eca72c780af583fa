import { secondClaims } from '../claims.ts';
import type { Rule } from '../rule.ts';

export const oneTermEach: Rule = {
  id: 'one-term-each',
  family: 'links',
  says: 'A term is explained once.',
  reason: 'A term explained twice is explained differently twice.',
  mend: 'Keep the better explanation and delete the other one.',
  examples: {
    bad: [
      {
        type: 'references',
        top: 'terms:\n  - id: tally\n    term: Tally\n    means: A row of marks.\n  - id: tally\n    term: Tally sheet\n    means: A sheet of marks.',
        at: 5,
      },
    ],
    ok: [{ type: 'references', top: 'terms:\n  - id: tally\n    term: Tally\n    means: A row of marks.' }],
  },
  project({ pages, known }) {
    return secondClaims(pages, 'own-term', known.terms).map(({ to, first, ...place }) => ({
      ...place,
      found: `the term "${to}" a second time`,
      expected: `the term once; it stands in ${first}`,
    }));
  },
};
