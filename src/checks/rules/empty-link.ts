import { plainText } from '../../content/blocks.ts';
import { outlineOf, placeOfNode } from '../outline.ts';
import type { Rule } from '../rule.ts';

export const emptyLink: Rule = {
  id: 'empty-link',
  family: 'links',
  says: 'A link has words.',
  reason: 'A link without words can’t be seen or pressed, and is read out as its bare address.',
  mend: 'Write words between the square brackets: [what the words mean](references/words-for-counting).',
  examples: {
    bad: [{ body: 'Then [](references/words-for-counting).' }, { body: 'Then [ ](https://example.org).' }],
    ok: [{ body: 'Then [`sum()`](references/words-for-counting).' }],
  },
  page({ tree, text }) {
    return outlineOf(tree)
      .all('link')
      .filter(
        ({ node }) =>
          plainText(node).trim() === '' && !node.children.some(({ type }) => type.startsWith('image')),
      )
      .map(({ node }) => ({
        ...placeOfNode(text, node),
        found: `a link to ${node.url} without words`,
        expected: 'words that say where it goes',
      }));
  },
};
