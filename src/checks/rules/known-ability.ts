import { nearest } from '../../content/nearest.ts';
import { abilitiesOf, faultsOf } from '../../model/pathway.ts';
import type { Rule } from '../rule.ts';

/** The ability of the valid page with one more field. */
const adding = (field: string) => ({
  type: 'pathways' as const,
  whole: (valid: string) =>
    valid.replace('        evidence: A card', `        ${field}\n        evidence: A card`),
  note: field,
});

export const knownAbility: Rule = {
  id: 'known-ability',
  family: 'links',
  says: 'What an ability opens, or what serves as well, is another ability of the same pathway.',
  reason: 'A way that leads to no ability ends in nothing, and nobody is told what comes next.',
  mend: 'Write the id of an ability of this pathway, as it stands behind “id:”.',
  examples: {
    bad: [
      { ...adding('opens: [count-a-moth]'), at: 14 },
      { ...adding('opens: [count-a-month, count-a-yaer]'), at: 14 },
      { ...adding('opens: [count-a-week]'), at: 14 },
      { ...adding('or: [count-by-ear]'), at: 14 },
      { ...adding('or: [count-a-week]'), at: 14 },
    ],
    ok: [adding('opens: [count-a-month]'), adding('or: [count-a-month]'), adding('opens: []')],
  },
  page({ data, yaml }) {
    if (!('path' in data)) return [];
    const ids = abilitiesOf(data).map(({ ability }) => ability.id);
    return faultsOf(data).flatMap(({ is, path, id }) => {
      if (is === 'itself')
        return { ...yaml.placeOf(path), found: `the ability "${id}" itself`, expected: 'another ability' };
      if (is !== 'unknown') return [];
      const close = nearest(id, ids);
      return {
        ...yaml.placeOf(path),
        found: `the ability "${id}"`,
        expected: 'the id of an ability of this pathway',
        ...(close && { mend: `Did you mean "${close}"?` }),
      };
    });
  },
};
