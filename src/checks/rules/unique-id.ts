import { taxonomyFiles } from '../../schema/taxonomy.ts';
import type { Rule } from '../rule.ts';

const people = '- { id: counting-desk, name: Counting desk, knows: counting }';

export const uniqueId: Rule = {
  id: 'unique-id',
  family: 'frontmatter',
  says: 'An id stands once in a file of the taxonomy.',
  reason: 'Of two entries with one id only one is shown, and nobody can tell which.',
  mend: 'Give the second entry an id of its own, or delete it.',
  examples: {
    bad: [
      {
        note: 'A person twice',
        file: 'content/taxonomy/people.yaml',
        whole: `${people}\n${people}\n`,
        at: 2,
      },
      {
        note: 'A role twice',
        file: 'content/taxonomy/roles.yaml',
        whole: (valid) => `${valid}- id: counter\n  name: Second counter\n  does: counts again\n`,
        at: 7,
      },
      {
        note: 'A moment twice',
        file: 'content/taxonomy/moments.yaml',
        whole: (valid) => valid.replace('id: solve', 'id: apply'),
        at: 2,
      },
    ],
    ok: [
      {
        note: 'Two people',
        file: 'content/taxonomy/people.yaml',
        whole: `${people}\n${people.replace('counting-desk', 'night-desk')}\n`,
      },
    ],
  },
  project({ settings, placeIn }) {
    return Object.keys(taxonomyFiles).flatMap((name) => {
      const file = `content/taxonomy/${name}.yaml`;
      const entries: unknown[] = settings.taxonomy[name as keyof typeof taxonomyFiles];
      const seen = new Set<string>();
      return entries.flatMap((entry, i) => {
        const { id } = entry as { id?: string };
        if (id === undefined) return [];
        const again = seen.has(id);
        seen.add(id);
        return again
          ? {
              file,
              ...placeIn(file, [i, 'id']),
              found: `the id "${id}" a second time`,
              expected: 'each id once',
            }
          : [];
      });
    });
  },
};
