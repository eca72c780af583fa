import { outlineOf, placeOfNode } from '../outline.ts';
import type { Rule } from '../rule.ts';

export const marksInSteps: Rule = {
  id: 'marks-in-steps',
  family: 'structure',
  says: '<Critical /> and <Timer /> stand in the step that they belong to.',
  reason: 'Outside a step nobody can tell what is critical, or when the clock starts.',
  mend: 'Move it into the step: 3. <Critical /> **Add up the marks.**',
  examples: {
    bad: [
      { body: '<Critical /> Count again.' },
      { body: 'Count again. <Timer for="5 minutes" />' },
      {
        type: 'references',
        body: '- <Critical /> A tally.\n- A rate.',
        note: 'A list with dashes has no steps',
      },
    ],
    ok: [
      { body: '1. **Count again.** <Timer for="5 minutes" />' },
      { body: '1. **Count again.**\n\n   - With a pen: <Timer for="5 minutes" />\n   - By machine: at once' },
      { body: '- [ ] <Critical /> The sum is on the card' },
    ],
  },
  page({ tree, text }) {
    const outline = outlineOf(tree);
    return [...outline.components('Critical'), ...outline.components('Timer')]
      .filter(
        ({ above }) =>
          !above.some(
            (node) =>
              (node.type === 'list' && node.ordered) ||
              (node.type === 'listItem' && typeof node.checked === 'boolean'),
          ),
      )
      .map(({ node }) => ({
        ...placeOfNode(text, node),
        found: `<${node.name} /> outside a step`,
        expected: 'it inside a numbered step or a line to tick',
      }));
  },
};
