import type { ContentPage } from '../../content/page.ts';
import { addPeriod } from '../../model/freshness.ts';
import { reachedPages } from '../../model/reached.ts';
import type { Rule } from '../rule.ts';

const file = 'content/references/seven-sums.mdx';
const sums = (fields = '') => ({
  [file]: `---
title: Sums by heart
summary: Seven sums that are worth knowing.
roles: [counter]
stages: [novice]
topics: [counting]
moments: [apply]
asks: [seven sums, sums to learn, mental sums]
owner: counting-desk
${fields}---

The sums of two numbers below ten.
`,
});

export const orphan: Rule = {
  id: 'orphan',
  family: 'upkeep',
  says: 'Something leads to every page: another page, a pathway, the home page or a place in another tool.',
  reason:
    'Search finds a page only for those who look for it. The others meet it where it is needed, or not at all. A new page has a month until somebody has to lead to it.',
  mend: 'Link to it from the page that people have open when they need it.',
  examples: {
    bad: [
      {
        note: 'A page about seven sums to which nothing leads',
        whole: (valid) => valid,
        beside: sums(),
        at: { file, line: 1 },
      },
    ],
    ok: [
      { body: 'Learn [the seven sums](references/seven-sums) by heart.', beside: sums() },
      { top: 'next: [references/seven-sums]', beside: sums() },
      {
        note: 'A page that the till leads to: contexts: [till/close]',
        whole: (valid) => valid,
        beside: sums('contexts: [till/close]\n'),
      },
      {
        note: 'A page that began ten days ago',
        whole: (valid) => valid,
        beside: sums('changes: [{ on: 2026-11-10, what: New page }]\n'),
      },
    ],
  },
  project({ pages, known, settings, today }) {
    // A draft is looked at alone; and a page that was refused may be the one that leads here.
    const isPart =
      pages.length < Object.keys(known.pages).length || known.files.some((name) => name.endsWith('.mdx'));
    if (isPart) return [];
    const reached = reachedPages(pages, known.terms, settings.site);
    return pages
      .filter((page) => !reached.has(page.id) && !isNew(page, today))
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

/** Whether the page began within the last month, as its changes tell. */
function isNew({ data }: ContentPage, today: string): boolean {
  const began = data.changes.at(-1)?.on;
  return began !== undefined && addPeriod(began, '1 month') > today;
}

/** A page about the same thing for the same people. */
function neighbour({ id, data }: ContentPage, pages: ContentPage[]): ContentPage | undefined {
  const shares = (page: ContentPage) => page.data.roles.some((role) => data.roles.includes(role));
  return pages.find((page) => page.id !== id && page.data.topics[0] === data.topics[0] && shares(page));
}
