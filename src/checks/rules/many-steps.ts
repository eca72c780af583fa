import { placeOfNode } from '../outline.ts';
import type { Rule } from '../rule.ts';

const most = 12;
const thirteen = Array.from({ length: 13 }, (_, i) => `${i + 1}. **Count row ${i + 1}.**`).join('\n');

export const manySteps: Rule = {
  id: 'many-steps',
  family: 'structure',
  says: `After at most ${most} steps there is a heading.`,
  reason: 'In a long run of steps people lose their place. A heading says where they may stop safely.',
  mend: 'Put a heading where the work has a natural pause: about seven steps in a row are easy to follow.',
  examples: {
    bad: [
      { body: thirteen, at: 13 },
      {
        body: `${thirteen.split('\n').slice(0, 10).join('\n')}\n\nHalf-way.\n\n11. **Count row 11.**\n12. **Count row 12.**\n13. **Count row 13.**`,
        at: 16,
        note: 'A line of text is no pause',
      },
    ],
    ok: [
      { body: thirteen.replace('8. **', '\n## After the break\n\n8. **') },
      { type: 'references', body: thirteen.replaceAll('**', ''), note: 'Only job aids have steps' },
    ],
  },
  page({ tree, text, page }) {
    if (page.type !== 'job-aids') return [];
    let run = 0;
    return tree.children.flatMap((node) => {
      if (node.type === 'heading') run = 0;
      if (node.type !== 'list' || !node.ordered) return [];
      const before = run;
      run += node.children.length;
      if (before > most || run <= most) return [];
      return {
        ...placeOfNode(text, node.children[most - before]!),
        found: `step ${most + 1} in a row`,
        expected: `a heading after at most ${most} steps`,
      };
    });
  },
};
