import { tinyPng } from '../pictures.ts';
import { outlineOf, placeOfNode } from '../outline.ts';
import type { Rule } from '../rule.ts';

const beside = { 'content/job-aids/card.png': tinyPng };

export const altText: Rule = {
  id: 'alt-text',
  family: 'pictures',
  says: 'A picture has a text alternative.',
  reason: 'Whoever can’t see the picture, or whose connection doesn’t load it, gets the text instead.',
  mend: 'Say between the square brackets what the picture tells: ![A card with five columns of marks](./card.png).',
  examples: {
    bad: [
      { body: '![](./card.png)', beside },
      { body: 'Like this: ![ ](./card.png)', beside },
    ],
    ok: [
      { body: '![A card with five columns of marks](./card.png)', beside },
      { body: '<Figure src="./card.png" alt="A card with five columns of marks" />', beside },
    ],
  },
  page({ tree, text }) {
    return outlineOf(tree)
      .all('image', 'imageReference')
      .filter(({ node }) => !node.alt?.trim())
      .map(({ node }) => ({
        ...placeOfNode(text, node),
        found: 'a picture without a text alternative',
        expected: 'what the picture tells, in words',
      }));
  },
};
