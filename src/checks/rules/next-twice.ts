import type { Frontmatter } from '../../schema/index.ts';
import type { Rule } from '../rule.ts';

export const nextTwice: Rule = {
  id: 'next-twice',
  family: 'links',
  says: 'A list of pages names each page once.',
  reason: 'The second time takes a line from a page that could have helped.',
  mend: 'Delete the second one.',
  examples: {
    bad: [
      { top: 'next: [references/words-for-counting, references/words-for-counting]' },
      {
        top: 'next:\n  - references/words-for-counting\n  - decision-tools/card-or-list\n  - references/words-for-counting',
        at: 4,
      },
      {
        type: 'pathways',
        whole: (valid) =>
          valid.replace(
            'pages: [job-aids/count-the-cases]',
            'pages: [job-aids/count-the-cases, job-aids/count-the-cases]',
          ),
        at: 11,
        note: 'pages: [job-aids/count-the-cases, job-aids/count-the-cases]',
      },
    ],
    ok: [{ top: 'next: [references/words-for-counting, decision-tools/card-or-list]' }],
  },
  page({ data, yaml }) {
    return listsOf(data).flatMap(({ path, ids }) =>
      ids.flatMap((id, i) =>
        ids.indexOf(id) === i
          ? []
          : {
              ...yaml.placeOf([...path, i]),
              found: `the page "${id}" a second time`,
              expected: 'each page once',
            },
      ),
    );
  },
};

/** The lists of pages that readers are shown. */
function listsOf(data: Frontmatter): { path: PropertyKey[]; ids: string[] }[] {
  const lists = [{ path: ['next'] as PropertyKey[], ids: data.next }];
  if ('outcomes' in data)
    lists.push(...data.outcomes.map(({ next }, i) => ({ path: ['outcomes', i, 'next'], ids: next })));
  if ('path' in data) {
    for (const [i, { abilities }] of data.path.entries())
      lists.push(
        ...abilities.map(({ pages }, j) => ({ path: ['path', i, 'abilities', j, 'pages'], ids: pages })),
      );
  }
  return lists;
}
