import { plainText } from '../../content/blocks.ts';
import { tinyPng } from '../pictures.ts';
import { outlineOf, placeOfNode } from '../outline.ts';
import type { Rule } from '../rule.ts';

const beside = { 'content/job-aids/card.png': tinyPng };

export const pictureLink: Rule = {
  id: 'picture-link',
  family: 'links',
  says: 'A link around a picture has words too.',
  reason:
    'A picture does not look like a link, and its text alternative says what is shown, not where the link goes.',
  mend: 'Put the picture above, and link the words below it.',
  examples: {
    bad: [{ body: '[![A card with five columns of marks](./card.png)](https://example.org)', beside }],
    ok: [{ body: '[![A card with five columns](./card.png) A card to print](https://example.org)', beside }],
  },
  page({ tree, text }) {
    return outlineOf(tree)
      .all('link')
      .filter(
        ({ node }) =>
          plainText(node).trim() === '' && node.children.some(({ type }) => type.startsWith('image')),
      )
      .map(({ node }) => ({
        ...placeOfNode(text, node),
        found: 'a link that holds a picture and no words',
        expected: 'words that say where it goes',
      }));
  },
};
