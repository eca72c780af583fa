import { plainText } from '../../content/blocks.ts';
import { isIn, outlineOf, placeOfNode } from '../outline.ts';
import type { Rule } from '../rule.ts';

const most = 120;
const sentence = 'Count the marks of each day and write the sum below them. ';

export const longParagraph: Rule = {
  id: 'long-paragraph',
  family: 'structure',
  says: `A paragraph has at most ${most} words.`,
  reason: 'A wall of text is skipped by the very people who need it now.',
  mend: 'Start a new paragraph where a new thought begins, or make a list of what is counted up.',
  examples: {
    bad: [
      { body: sentence.repeat(11).trim() },
      { type: 'references', body: `- Short.\n- ${sentence.repeat(11).trim()}`, at: 2 },
    ],
    ok: [{ body: sentence.repeat(10).trim() }],
  },
  page({ tree, text }) {
    return outlineOf(tree)
      .all('paragraph')
      .filter((paragraph) => !isIn(paragraph, 'Template'))
      .flatMap(({ node }) => {
        const words = plainText(node).split(/\s+/).length;
        if (words <= most) return [];
        return {
          ...placeOfNode(text, node),
          found: `a paragraph of ${words} words`,
          expected: `at most ${most}`,
        };
      });
  },
};
