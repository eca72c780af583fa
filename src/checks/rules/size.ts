import type { Rule } from '../rule.ts';

const lines = (count: number, line: (i: number) => string) =>
  Array.from({ length: count }, (_, i) => line(i)).join('\n');

export const size: Rule = {
  id: 'size',
  family: 'files',
  says: 'A page has a size that people and programs can manage.',
  reason:
    'Nobody finds a step in a hundred sheets of text. And text piled up a thousandfold, mostly pasted by mistake, keeps the check busy for minutes.',
  mend: 'Split the page, or delete what was pasted by mistake.',
  examples: {
    bad: [
      {
        note: 'A page of more than 256 KB',
        whole: (valid) => valid + 'Words and words.\n\n'.repeat(15_000),
        at: 1,
      },
      { note: 'A line of more than 5,000 characters', body: 'word '.repeat(1_100) },
      { note: 'A quotation in a quotation, twenty deep', body: `${'> '.repeat(20)}deep` },
      { note: 'A list in a list, twenty deep in one line', body: `${'- '.repeat(20)}deep` },
      { note: 'A line that begins with 200 spaces', body: `- one\n${' '.repeat(200)}deep`, at: 2 },
      {
        note: 'Twenty thousand characters without an empty line',
        body: lines(300, () => 'word '.repeat(20)),
        at: 199,
      },
      { note: 'A thousand brackets in one passage', body: lines(300, () => '[ [ [ ['), at: 251 },
      { note: 'A thousand stars in one passage', body: lines(300, () => '*a **b ***c *d'), at: 143 },
      { note: 'Two thousand tags', body: lines(1_001, () => '<Critical /> a <Critical /> b\n'), at: 1_999 },
      {
        note: 'Eight thousand list items',
        body: lines(8_010, (i) => (i % 500 ? '- case' : '\n- case')),
        at: 7_989,
      },
      {
        note: 'A thousand addresses below the text',
        body: lines(1_001, (i) => `[a${i}]: #count\n`),
        at: 2_001,
      },
      {
        note: 'Components in each other, fifty deep',
        body: `${lines(50, () => '<Example>')}\n\nText\n\n${lines(50, () => '</Example>')}`,
        at: 41,
      },
      {
        note: 'Fifty lists in each other in the frontmatter',
        top: `needs: ${'['.repeat(50)}${']'.repeat(50)}`,
      },
      {
        note: 'A settings file of lists in lists',
        file: 'content/taxonomy/synonyms.yaml',
        whole: `- ${'['.repeat(100)}`,
      },
    ],
    ok: [
      {
        note: 'A table of a hundred rows',
        body: `| a | b |\n| - | - |\n${lines(100, (i) => `| ${i} | **${i}** |`)}`,
      },
      { note: 'A list in a list in a list', body: '- one\n  - two\n    - three' },
      { note: 'A line drawn with stars', body: '* * * * * * * * * * * * * * * * * * * *' },
    ],
  },
};
