import { isIn, outlineOf, placeOfNode } from '../outline.ts';
import type { Rule } from '../rule.ts';
import { stepsOf } from '../steps.ts';

export const singleItem: Rule = {
  id: 'single-item',
  family: 'structure',
  says: 'A numbered list has at least two entries.',
  reason: 'A “1.” without a “2.” makes readers look for the rest.',
  mend: 'Write it as a sentence, or add what comes next.',
  examples: {
    bad: [
      { type: 'references', body: '1. The tally is a row of marks.' },
      { body: '- On paper:\n  1. Make a mark.\n- By machine: press.', at: 2 },
      {
        whole: (valid) =>
          valid.replace(/2\. \*\*Make[\s\S]*Friday\.\n\n {3}You see one number a day\.\n\n/, ''),
        at: 32,
        note: 'A page of steps with one step',
      },
    ],
    ok: [
      { body: '1. **Count again.**', note: 'The steps of a page go on below other headings' },
      { body: '- Count again.', note: 'A line with a dash may stand alone' },
    ],
  },
  page(subject) {
    const goesOn = stepsOf(subject).length > 1;
    return outlineOf(subject.tree)
      .all('list')
      .filter((list) => list.node.ordered && list.node.children.length === 1 && !isIn(list, 'Template'))
      .filter(({ above }) => !(goesOn && above.length === 1))
      .map(({ node }) => ({
        ...placeOfNode(subject.text, node),
        found: 'a numbered list with one entry',
        expected: 'two or more',
      }));
  },
};
