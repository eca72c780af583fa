import type { Rule } from '../rule.ts';

export const fileName: Rule = {
  id: 'file-name',
  family: 'files',
  says: 'A page lies in the folder of its type and is named in lower-case words joined by hyphens.',
  reason:
    'Folder and name are the address of the page. People read it aloud, print it and type it: capitals, spaces and dots go wrong on the way.',
  mend: 'Rename the file: job-aids/count-the-cases.mdx.',
  examples: {
    bad: [
      { file: 'content/job-aids/Count.mdx' },
      { file: 'content/job-aids/count_cases.mdx' },
      { file: 'content/job-aids/count cases.mdx' },
      { file: 'content/job-aids/count--cases.mdx' },
      { file: 'content/job-aids/-count.mdx' },
      { file: 'content/job-aids/count.v2.mdx' },
      { file: 'content/job-aids/zählen.mdx' },
      { file: 'content/job-aids/desk/count-days.mdx' },
      { file: 'content/count-days.mdx' },
      { file: 'content/jobaids/count-days.mdx' },
      { file: 'content/job-aids/count-days.md' },
      { file: 'content/job-aids/count-days.MDX' },
    ],
    ok: [
      {
        type: 'references',
        file: 'content/references/iso-9001.mdx',
        whole: (valid) =>
          valid
            .replace(/terms:\n(  .*\n)*/, 'contexts: [till/close]\n')
            .replace(
              /asks:\n(  .*\n)*/,
              'asks: [what is iso 9001, rules for quality, do we need a certificate]\n',
            ),
      },
    ],
  },
};
