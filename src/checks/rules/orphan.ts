import type { ContentPage } from '../../content/page.ts';
import type { Rule } from '../rule.ts';

export const orphan: Rule = {
  id: 'orphan',
  family: 'upkeep',
  says: 'Another page, a pathway or the home page leads to every page.',
  reason:
    'Search finds a page only for those who look for it. The others meet it where it is needed, or not at all.',
  mend: 'Link to it from the page that people have open when they need it.',
  examples: {
    bad: [
      {
        whole: (valid) => valid,
        beside: {
          'content/references/alone.mdx':
            '---\ntitle: Sums by heart\nsummary: Seven sums that are worth knowing.\nroles: [counter]\nstages: [novice]\ntopics: [counting]\nmoments: [apply]\nasks: [seven sums, sums to learn, mental sums]\nowner: counting-desk\n---\n\nThe sums of two numbers below ten.\n',
        },
        at: { file: 'content/references/alone.mdx', line: 1 },
        note: 'A page to which no other one leads',
      },
    ],
    ok: [{ body: 'See [the sums](references/words-for-counting).' }],
  },
  project({ pages, known, settings }) {
    // A draft is looked at alone, and nothing leads to it yet.
    if (pages.length < Object.keys(known.pages).length) return [];
    const reached = new Set(settings.site.home.tasks.flatMap((task) => task.pages));
    for (const { id, refs } of pages) {
      for (const { kind, to } of refs) {
        const target =
          kind === 'term'
            ? known.terms[to]
            : kind === 'page' || kind === 'anchor'
              ? to.split('#')[0]
              : undefined;
        if (target && target !== id) reached.add(target);
      }
    }
    return pages
      .filter(({ id }) => !reached.has(id))
      .map((page) => {
        const near = neighbour(page, pages);
        return {
          file: page.file,
          line: 1,
          column: 1,
          found: `a page to which nothing leads, ${page.id}`,
          expected: 'a link to it from another page or the home page',
          ...(near && {
            mend: `Add ${page.id} to \`next\` of the page that comes before it, such as ${near.id}.`,
          }),
        };
      });
  },
};

/** A page about the same thing for the same people. */
function neighbour({ id, data }: ContentPage, pages: ContentPage[]): ContentPage | undefined {
  const shares = (page: ContentPage) => page.data.roles.some((role) => data.roles.includes(role));
  return pages.find((page) => page.id !== id && page.data.topics[0] === data.topics[0] && shares(page));
}
