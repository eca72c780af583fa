import type { Rule } from '../rule.ts';

export const heading: Rule = {
  id: 'heading',
  family: 'content',
  says: 'Headings begin at the second level; the title is the only first-level heading.',
  reason: 'People who listen to a page jump by its headings, and the first one tells them where they are.',
  mend: 'Write ## for a section, and ### below it.',
  examples: {
    bad: [{ body: '# Count' }, { body: 'Count\n=====' }, { body: '> # Count' }, { body: '# Count #' }],
    ok: [
      { body: 'Look first.\n\n## Count again' },
      { body: '`# Count`' },
      { body: '\\# 5 is the number of the form.' },
      { body: 'Look first.\n\nCount again\n-----------' },
    ],
  },
};
