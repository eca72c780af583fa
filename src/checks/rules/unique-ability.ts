import { faultsOf } from '../../model/pathway.ts';
import type { Rule } from '../rule.ts';

export const uniqueAbility: Rule = {
  id: 'unique-ability',
  family: 'frontmatter',
  says: 'A pathway has each ability and each stage once.',
  reason:
    'What readers keep hangs on the id of an ability. Of two with one id, each would show what was said of the other.',
  mend: 'Give the second one an id of its own. Leave the first one as it is: progress is kept under its id.',
  examples: {
    bad: [
      {
        type: 'pathways',
        note: 'id: count-a-week, a second time',
        whole: (valid) => valid.replace('id: count-a-month', 'id: count-a-week'),
        at: 15,
      },
      {
        type: 'pathways',
        note: 'id: novice, which is the id of the stage',
        whole: (valid) => valid.replace('id: count-a-month', 'id: novice'),
        at: 15,
      },
      {
        type: 'pathways',
        note: 'stage: novice, a second time',
        whole: (valid) =>
          valid.replace('  - stage: practitioner', '  - stage: novice').replace(', practitioner', ''),
        at: 21,
      },
    ],
    ok: [
      {
        type: 'pathways',
        whole: (valid) => valid.replace('id: count-a-month', 'id: count-a-year'),
        note: 'id: count-a-year',
      },
    ],
  },
  page({ data, yaml }) {
    if (!('path' in data)) return [];
    const stages = data.path.map(({ stage }) => stage);
    return [
      ...data.path.flatMap(({ stage }, i) =>
        stages.indexOf(stage) === i
          ? []
          : {
              ...yaml.placeOf(['path', i, 'stage']),
              found: `the stage "${stage}" a second time`,
              expected: 'each stage once',
            },
      ),
      ...faultsOf(data).flatMap(({ is, path, id }) =>
        is === 'twice'
          ? {
              ...yaml.placeOf(path),
              found: stages.includes(id) ? `the ability "${id}"` : `the ability "${id}" a second time`,
              expected: stages.includes(id) ? 'an id that no stage has' : 'each ability once',
            }
          : [],
      ),
    ];
  },
};
