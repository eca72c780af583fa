import type { Rule } from '../rule.ts';

export const selfLink: Rule = {
  id: 'self-link',
  family: 'links',
  says: 'A page does not lead to itself.',
  reason: 'Whoever follows such a link stays where they are and thinks that the site is broken.',
  mend: 'Delete the link, or lead to a heading of the page: #afterwards.',
  examples: {
    bad: [
      { top: 'next: [job-aids/count-the-cases]' },
      { top: 'not_when:\n  - if: You need to choose how to count\n    go: job-aids/count-the-cases', at: 3 },
      { body: 'Then [count the cases](job-aids/count-the-cases).' },
      { body: 'Then [count the cases](job-aids/count-the-cases#count).' },
      { type: 'decision-tools', body: '<Tool id="decision-tools/card-or-list" />' },
    ],
    ok: [{ body: 'Then [count the cases](#count).' }],
  },
  page({ page }) {
    return page.refs
      .filter(({ kind, to }) => (kind === 'page' || kind === 'anchor') && to.split('#')[0] === page.id)
      .map(({ to, line, column }) => {
        const anchor = to.split('#')[1];
        return {
          line,
          column,
          found: `a link from the page to itself, "${to}"`,
          expected: 'another page, or #heading',
          ...(anchor && { mend: `Write #${anchor}.` }),
        };
      });
  },
};
