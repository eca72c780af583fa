import { outlineOf, placeOfNode } from '../outline.ts';
import type { Rule } from '../rule.ts';

const most = 3;

export const listDepth: Rule = {
  id: 'list-depth',
  family: 'structure',
  says: 'A list goes at most three levels deep.',
  reason: 'On the fourth level nobody remembers what the first one said, and a phone has no room left.',
  mend: 'Make a heading of the first level, or a table of the last two.',
  examples: {
    bad: [
      { body: '- Day\n  - Hour\n    - Desk\n      - Person', at: 4 },
      { body: '1. **Count again.**\n\n   - Day\n     - Hour\n       - Desk', at: 5 },
    ],
    ok: [{ body: '- Day\n  - Hour\n    - Desk' }],
  },
  page({ tree, text }) {
    return outlineOf(tree)
      .all('list')
      .filter(({ above }) => above.filter(({ type }) => type === 'list').length === most)
      .map(({ node }) => ({
        ...placeOfNode(text, node),
        found: `a list on level ${most + 1}`,
        expected: `at most ${most} levels`,
      }));
  },
};
