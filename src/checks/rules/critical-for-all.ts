import { outlineOf, placeOfNode, stagesOf } from '../outline.ts';
import type { Rule } from '../rule.ts';

export const criticalForAll: Rule = {
  id: 'critical-for-all',
  family: 'structure',
  says: 'A critical step is shown to everybody.',
  reason:
    'What stands in a <Stage> disappears when a reader chooses another stage; a step that nobody may skip must not.',
  mend: 'Move the step out of <Stage>, or name all three stages: <Stage for="novice practitioner expert">.',
  examples: {
    bad: [
      {
        body: '<Stage for="novice">\n\n1. <Critical /> **Count again.**\n2. **Compare the sums.**\n\n</Stage>',
        at: 3,
      },
      {
        body: '1. **Count again.**\n\n   <Stage for="practitioner expert">With <Critical /> care.</Stage>',
        at: 3,
      },
    ],
    ok: [
      {
        body: '<Stage for="novice practitioner expert">\n\n1. <Critical /> **Count again.**\n2. **Compare the sums.**\n\n</Stage>',
      },
      {
        body: '1. <Critical /> **Count again.**\n\n   <Stage for="novice">A second look finds slips.</Stage>',
      },
    ],
  },
  page({ tree, text }) {
    return outlineOf(tree)
      .components('Critical')
      .flatMap((critical) => {
        const stages = stagesOf(critical);
        if (stages === undefined || new Set(stages.split(' ')).size === 3) return [];
        return {
          ...placeOfNode(text, critical.node),
          found: `<Critical /> in a part that only ${stages.replace(' ', ' and ')} readers see`,
          expected: 'a critical step that shows at every stage',
        };
      });
  },
};
