import { plainText } from '../../content/blocks.ts';
import { outlineOf, placeOfNode } from '../outline.ts';
import type { Rule } from '../rule.ts';

const most = 80;

export const longHeading: Rule = {
  id: 'long-heading',
  family: 'structure',
  says: `A heading has at most ${most} characters.`,
  reason: 'Headings are scanned, not read, and a long one fills the whole screen of a phone.',
  mend: 'Keep the few words that somebody looks for, and put the rest into the text below.',
  examples: {
    bad: [
      {
        body: 'Twice.\n\n## What to do on a Friday when the marks on the card don’t add up to the sum that you had before\n\nCount again.',
        at: 3,
      },
    ],
    ok: [{ body: 'Twice.\n\n## When the marks don’t add up to the sum that you had before\n\nCount again.' }],
  },
  page({ tree, text }) {
    return outlineOf(tree)
      .all('heading')
      .flatMap(({ node }) => {
        const { length } = [...plainText(node)];
        if (length <= most) return [];
        return {
          ...placeOfNode(text, node),
          found: `a heading of ${length} characters`,
          expected: `at most ${most}`,
        };
      });
  },
};
