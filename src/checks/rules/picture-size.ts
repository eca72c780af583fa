import { heaviest, paddedPng, tellOfPictures } from '../pictures.ts';
import type { Rule } from '../rule.ts';

export const pictureSize: Rule = {
  id: 'picture-size',
  family: 'pictures',
  says: 'A picture has at most 2 MB.',
  reason:
    'People open a page on a telephone at the machine, in the middle of the task. Such a picture does not arrive there.',
  mend: 'Make it no wider than 1,600 pixels and save it as WebP.',
  examples: {
    bad: [
      {
        note: 'A picture of 2,100 KB',
        body: '![A card](./card.png)',
        beside: { 'content/job-aids/card.png': paddedPng(2_100) },
        at: { file: 'content/job-aids/card.png', line: 1 },
      },
    ],
    ok: [
      {
        note: 'A picture of 200 KB',
        body: '![A card](./card.png)',
        beside: { 'content/job-aids/card.png': paddedPng(200) },
      },
    ],
  },
  project: ({ entries }) => tellOfPictures(entries, heaviest),
};
