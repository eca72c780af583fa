import { literalProp } from '../../content/markdown.ts';
import { plainAsk } from '../known.ts';
import { emptyAlternatives, pictureOf } from '../language/en.ts';
import { tinyPng } from '../pictures.ts';
import { outlineOf, placeOfNode } from '../outline.ts';
import type { Rule } from '../rule.ts';

const most = 150;
const beside = { 'content/job-aids/card.png': tinyPng };
const figure = (alt: string) => ({ body: `<Figure src="./card.png" alt="${alt}" />`, beside });

export const altWords: Rule = {
  id: 'alt-words',
  family: 'pictures',
  says: `A text alternative says what the picture tells, in at most ${most} characters.`,
  reason: '“Screenshot” or “card.png” tells a listener only that something is missing.',
  mend: 'Say what a colleague would say on the phone: “A card with five columns of marks”. What needs more words belongs in the text.',
  examples: {
    bad: [
      figure('Screenshot'),
      figure('card.png'),
      { body: '![Picture of a card](./card.png)', beside },
      figure('Count the cases of one week'),
      figure(
        'A card with five columns, one for each day of the week from Monday to Friday, with marks in bundles of five, a sum below each column and a name in the corner',
      ),
    ],
    ok: [
      figure('A card with five columns of marks'),
      { body: '![The screen “Cash up” with 150 in box 7](./card.png)', beside },
      { body: '![Diagram of the till: drawer left, printer right](./card.png)', beside },
    ],
  },
  page({ tree, text, data, language }) {
    const outline = outlineOf(tree);
    const pictures = [
      ...outline.all('image', 'imageReference').map(({ node }) => ({ node, alt: node.alt ?? '' })),
      ...outline.components('Figure').map(({ node }) => ({ node, alt: literalProp(node, 'alt') ?? '' })),
    ];
    return pictures.flatMap(({ node, alt }) => {
      const fault = faultOf(alt.trim(), data.title, language);
      return fault
        ? { ...placeOfNode(text, node), expected: 'what the picture tells, in a few words', ...fault }
        : [];
    });
  },
};

function faultOf(alt: string, title: string, language: string): { found: string; mend?: string } | undefined {
  const { length } = [...alt];
  if (length > most) return { found: `a text alternative of ${length} characters` };
  if (/^[\w .-]+\.(?:png|jpe?g|gif|webp|avif|svg)$/i.test(alt))
    return { found: `the name of a file as text alternative, “${alt}”` };
  if (alt !== '' && plainAsk(alt) === plainAsk(title))
    return { found: 'the title of the page as text alternative' };
  if (language !== 'en') return undefined;
  if (emptyAlternatives.has(plainAsk(alt))) return { found: `the text alternative “${alt}”` };
  const start = pictureOf.exec(alt)?.[0];
  return start
    ? {
        found: `a text alternative that starts with “${start}”`,
        mend: `Leave out “${start}”: a screen reader says that it is a picture.`,
      }
    : undefined;
}
