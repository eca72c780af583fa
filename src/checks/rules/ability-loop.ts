import { faultsOf } from '../../model/pathway.ts';
import type { Rule } from '../rule.ts';

export const abilityLoop: Rule = {
  id: 'ability-loop',
  family: 'structure',
  says: 'No ability opens one that it is opened by.',
  reason: 'On a round trip each ability waits for the other, and the reader is sent to none of them.',
  mend: 'Decide which of the two comes first, and delete the id of that one from “opens:” of the other.',
  examples: {
    bad: [
      {
        type: 'pathways',
        note: 'opens: [count-a-month], and opens: [count-a-week] there',
        whole: (valid) =>
          valid
            .replace('evidence: A card', 'opens: [count-a-month]\n        evidence: A card')
            .replace('evidence: Four cards', 'opens: [count-a-week]\n        evidence: Four cards'),
        at: 21,
      },
      {
        type: 'pathways',
        note: 'a way over three abilities that comes back to the first',
        whole: (valid) =>
          valid
            .replace('evidence: A card', 'opens: [count-a-month]\n        evidence: A card')
            .replace('evidence: Four cards', 'opens: [count-for-others]\n        evidence: Four cards')
            .replace('evidence: Their card', 'opens: [count-a-week]\n        evidence: Their card'),
        at: 31,
      },
    ],
    ok: [
      {
        type: 'pathways',
        note: 'opens: two abilities, which both open a third one',
        whole: (valid) =>
          valid
            .replace('evidence: A card', 'opens: [count-a-month, count-for-others]\n        evidence: A card')
            .replace('evidence: Four cards', 'opens: [count-for-others]\n        evidence: Four cards'),
      },
    ],
  },
  page({ data, yaml }) {
    if (!('path' in data)) return [];
    return faultsOf(data).flatMap(({ path, loop }) =>
      loop
        ? {
            ...yaml.placeOf(path),
            found: `a way that comes back: ${loop.join(', ')}`,
            expected: 'a way that only leads on',
          }
        : [],
    );
  },
};
