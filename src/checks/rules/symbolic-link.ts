import type { Rule } from '../rule.ts';

export const symbolicLink: Rule = {
  id: 'symbolic-link',
  family: 'files',
  says: 'Files and folders in content/ are real, not links to others.',
  reason:
    'A link may lead out of the project, to files that nobody meant to publish, and leads nowhere on other people’s machines.',
  mend: 'Put a copy of the file in its place, or delete the link.',
  examples: {
    bad: [
      {
        note: 'A page that is a link to another file',
        links: ['content/job-aids/passwords.mdx'],
        at: { file: 'content/job-aids/passwords.mdx', line: 1 },
      },
      {
        note: 'A folder that is a link',
        links: ['content/references/shared'],
        at: { file: 'content/references/shared', line: 1 },
      },
      {
        note: 'A picture that is a link',
        links: ['content/job-aids/card.png'],
        at: { file: 'content/job-aids/card.png', line: 1 },
      },
    ],
    ok: [{ note: 'Files only', body: 'Nothing is linked.' }],
  },
  project({ entries }) {
    return entries
      .filter(({ kind }) => kind === 'link')
      .map(({ path: file }) => ({ file, line: 1, column: 1, found: 'a symbolic link', expected: 'a file' }));
  },
};
