import { isIn, outlineOf, placeOfNode } from '../outline.ts';
import type { Rule } from '../rule.ts';

export const headingOrder: Rule = {
  id: 'heading-order',
  family: 'structure',
  says: 'Headings go down one level at a time.',
  reason:
    'Somebody who listens to a page jumps from heading to heading; a level left out sounds like a part left out.',
  mend: 'Begin with ##, and write one # more only for a part of the part above.',
  examples: {
    bad: [
      { body: '#### Counting twice\n\nCount again.' },
      { body: 'Count again.\n\n### By hand\n\nWith a pen.\n\n##### On Friday\n\nAdd up.', at: 7 },
      {
        type: 'references',
        body: 'Counted.\n\n<Stage for="novice">\n\n#### Tally\n\nA mark.\n\n</Stage>',
        at: 5,
        note: 'Also in a part for one stage',
      },
      {
        body: 'First words.',
        whole: (valid) => valid.replace('## Count\n', '### Count\n'),
        at: 30,
        note: 'The first heading of a page is ###',
      },
    ],
    ok: [
      { body: 'Twice.\n\n### By hand\n\nWith a pen.\n\n## On Friday\n\nAdd up.' },
      {
        body: '### By hand\n\nWith a pen.\n\n#### In the dark\n\nBy touch.\n\n## On Friday\n\nAdd up.',
        note: 'Back up by two levels',
      },
      {
        body: '<Template name="Card">\n\n#### The week of …\n\nMarks: …\n\n</Template>',
        note: 'Headings to be copied',
      },
    ],
  },
  page({ tree, text }) {
    const headings = outlineOf(tree)
      .all('heading')
      .filter((heading) => !isIn(heading, 'Template'));
    return headings.flatMap(({ node }, i) => {
      const most = (headings[i - 1]?.node.depth ?? 1) + 1;
      if (node.depth <= most) return [];
      const marks = '#'.repeat(most);
      return {
        ...placeOfNode(text, node),
        found: `a heading with ${'#'.repeat(node.depth)}`,
        expected: `at most ${marks} here, one level below the heading above`,
        mend: `Write ${marks} instead of ${'#'.repeat(node.depth)}.`,
      };
    });
  },
};
