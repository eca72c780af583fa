import { heaviest, heavy, paddedPng, tellOfPictures } from '../pictures.ts';
import type { Rule } from '../rule.ts';

export const lightPicture: Rule = {
  id: 'light-picture',
  family: 'pictures',
  says: 'A picture has at most 300 KB.',
  reason:
    'A page is opened while somebody waits. A picture of 300 KB fills a telephone’s screen and takes a second on a slow line.',
  mend: 'Cut away what the step does not need, make it no wider than 1,600 pixels and save it as WebP.',
  examples: {
    bad: [
      {
        note: 'A picture of 400 KB',
        body: '![A card](./card.png)',
        beside: { 'content/job-aids/card.png': paddedPng(400) },
        at: { file: 'content/job-aids/card.png', line: 1 },
      },
    ],
    ok: [
      {
        note: 'A picture of 300 KB',
        body: '![A card](./card.png)',
        beside: { 'content/job-aids/card.png': paddedPng(300) },
      },
    ],
  },
  project: ({ entries }) => tellOfPictures(entries, heavy, heaviest),
};
