import { paddedPng, promisedKind } from '../pictures.ts';
import type { Rule } from '../rule.ts';

/** In bytes. More than the upper one is told by the rule on the size of pictures. */
const [light, largest] = [300 * 1024, 2 * 1024 * 1024];

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
  project({ entries }) {
    return entries
      .filter(
        ({ path, kind, size }) => kind === 'file' && promisedKind(path) && size > light && size <= largest,
      )
      .map(({ path: file, size }) => ({
        file,
        line: 1,
        column: 1,
        found: `a picture of ${Math.round(size / 1024)} KB`,
        expected: `at most ${light / 1024} KB`,
      }));
  },
};
