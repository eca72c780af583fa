import type { Rule } from '../rule.ts';

const order = ['novice', 'practitioner', 'expert'];

export const stagesOfPath: Rule = {
  id: 'stages-of-path',
  family: 'structure',
  says: 'A pathway holds abilities for each stage that it names, from novice to expert.',
  reason:
    'Somebody whom the self-check or a list of the stage sends to the pathway would find a stage with nothing in it.',
  mend: 'Write abilities for the stage below “path:”, or take the stage out of “stages:”.',
  examples: {
    bad: [
      {
        type: 'pathways',
        top: 'stages: [novice, practitioner, expert]',
        note: 'stages: [novice, practitioner, expert]',
      },
      { type: 'pathways', top: 'stages: [novice]' },
      {
        type: 'pathways',
        note: 'path: practitioner before novice',
        whole: (valid) =>
          valid
            .replace('- stage: novice', '- stage: later')
            .replace('- stage: practitioner', '- stage: novice')
            .replace('- stage: later', '- stage: practitioner'),
        at: 21,
      },
    ],
    ok: [{ type: 'pathways', top: 'stages: [practitioner, novice]' }],
  },
  page({ data, yaml }) {
    if (!('path' in data)) return [];
    const held = data.path.map(({ stage }) => stage);
    const empty = data.stages.flatMap((stage, i) =>
      held.includes(stage)
        ? []
        : {
            ...yaml.placeOf(['stages', i]),
            found: `the stage "${stage}", for which there is no ability`,
            expected: 'a stage with abilities below “path:”',
          },
    );
    const unnamed = held.filter((stage) => !data.stages.includes(stage));
    const wrong = held.findIndex((stage, i) => i > 0 && order.indexOf(stage) < order.indexOf(held[i - 1]!));
    return [
      ...empty,
      ...(unnamed.length > 0
        ? [
            {
              ...yaml.placeOf(['stages']),
              found: `no word of ${unnamed.map((stage) => `"${stage}"`).join(' and ')} in “stages:”`,
              expected: 'every stage that has abilities below “path:”',
              mend: 'Add the stage to “stages:”.',
            },
          ]
        : []),
      ...(wrong > 0
        ? [
            {
              ...yaml.placeOf(['path', wrong, 'stage']),
              found: `the stage "${held[wrong]}" behind "${held[wrong - 1]}"`,
              expected: 'novice, then practitioner, then expert',
              mend: 'Put the stages in the order in which people grow.',
            },
          ]
        : []),
    ];
  },
};
