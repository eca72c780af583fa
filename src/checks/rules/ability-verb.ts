import { wrongStart } from '../action.ts';
import type { Rule } from '../rule.ts';

const saying = (can: string) => ({
  type: 'pathways' as const,
  whole: (valid: string) => valid.replace('can: count the cases of one week', `can: ${can}`),
  at: 10,
  note: `can: ${can}`,
});

export const abilityVerb: Rule = {
  id: 'ability-verb',
  family: 'language',
  says: 'What somebody can do starts with a verb.',
  reason: 'The pathway says “You can …” in front of it; “You can the cases” helps nobody to see what to try.',
  mend: 'Write what comes after “you can”: count the cases of one week.',
  examples: {
    bad: [
      saying('the cases of one week'),
      saying('counting the cases'),
      saying('you count the cases'),
      saying('able to count'),
    ],
    ok: [{ ...saying('bring the count to the desk'), at: 1 }],
  },
  page({ data, yaml, language }) {
    if (language !== 'en' || !('path' in data)) return [];
    return data.path
      .flatMap(({ can, abilities }, i) => [
        { can, path: ['path', i, 'can'] },
        ...abilities.map((ability, j) => ({ can: ability.can, path: ['path', i, 'abilities', j, 'can'] })),
      ])
      .flatMap(({ can, path }) => {
        const word = wrongStart(can);
        return word
          ? { ...yaml.placeOf(path), found: `“you can ${can}”`, expected: 'a verb after “you can”' }
          : [];
      });
  },
};
