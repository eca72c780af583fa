import { plainText } from '../../content/blocks.ts';
import { plainAsk } from '../known.ts';
import { isIn, outlineOf, placeOfNode } from '../outline.ts';
import type { Rule } from '../rule.ts';

export const headingTwice: Rule = {
  id: 'heading-twice',
  family: 'structure',
  says: 'Each heading of a page is there once.',
  reason: 'In a list of headings two equal ones can’t be told apart, and a link leads to the first.',
  mend: 'Put the two parts together, or say in the heading what is different.',
  examples: {
    bad: [
      { body: 'Twice.\n\n## Count\n\nAgain.', at: 3 },
      { body: 'Twice.\n\n### Count!\n\nAgain.', at: 3, note: 'Marks make no difference' },
      { type: 'references', body: 'Counted.\n\n## How the words are *used*\n\nAgain.', at: 3 },
    ],
    ok: [{ body: 'Twice.\n\n## Count once more\n\nAgain.' }],
  },
  page({ tree, text }) {
    const seen = new Set<string>();
    return outlineOf(tree)
      .all('heading')
      .filter((heading) => !isIn(heading, 'Template'))
      .flatMap(({ node }) => {
        const words = plainText(node);
        const plain = plainAsk(words);
        const again = plain !== '' && seen.has(plain);
        seen.add(plain);
        if (!again) return [];
        return {
          ...placeOfNode(text, node),
          found: `the heading “${words}” a second time`,
          expected: 'a heading of its own',
        };
      });
  },
};
