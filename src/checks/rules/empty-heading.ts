import { plainText } from '../../content/blocks.ts';
import { outlineOf, placeOfNode } from '../outline.ts';
import type { Rule } from '../rule.ts';

export const emptyHeading: Rule = {
  id: 'empty-heading',
  family: 'structure',
  says: 'A heading has words, and something stands below it.',
  reason: 'A heading is a promise. Whoever jumps to it and finds nothing doubts the rest of the page.',
  mend: 'Write what belongs below the heading, or delete it.',
  examples: {
    bad: [
      { body: 'Count again.\n\n## In winter\n\n## In summer\n\nCount at noon.', at: 3 },
      { body: '### In winter\n\n## In summer\n\nCount at noon.' },
      { type: 'technologies', body: 'Tried.\n\n## More words', at: 3, note: 'The last line of the page' },
      { body: 'Twice.\n\n##\n\nCount again.', at: 3, note: 'A heading without words' },
    ],
    ok: [
      {
        body: 'Twice.\n\n## In summer\n\n### At noon\n\nIn the shade.',
        note: 'A part whose parts follow at once',
      },
      { body: 'Twice.\n\n## In summer\n\n<Stage for="novice">At noon.</Stage>' },
      { body: 'Twice.\n\n## In summer\n\n<Tool id="decision-tools/card-or-list" />' },
    ],
  },
  page({ tree, text, data }) {
    const { flow } = outlineOf(tree);
    const listsTerms = 'terms' in data && data.terms.length > 0;
    return flow.flatMap(({ node }, i) => {
      if (node.type !== 'heading') return [];
      const next = flow[i + 1]?.node;
      const wordless = plainText(node).trim() === '';
      const last = next === undefined;
      const nothing = last ? !listsTerms : next.type === 'heading' && next.depth <= node.depth;
      if (!wordless && !nothing) return [];
      return {
        ...placeOfNode(text, node),
        found: wordless ? 'a heading without words' : `nothing below the heading “${plainText(node)}”`,
        expected: wordless ? 'words after the #' : 'text, steps or a table',
      };
    });
  },
};
