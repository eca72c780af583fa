import { kindOf, promisedKind, tinyPng } from '../pictures.ts';
import type { Rule } from '../rule.ts';

const shown = (name: string, content: string | Uint8Array) => ({
  body: `![A card](./${name})`,
  beside: { [`content/job-aids/${name}`]: content },
  at: { file: `content/job-aids/${name}`, line: 1 },
});

export const pictureKind: Rule = {
  id: 'picture-kind',
  family: 'pictures',
  says: 'A picture is what its name says.',
  reason:
    'Browsers believe the name, so a picture of another kind stays empty for some readers. And a web page called card.png is no picture at all.',
  mend: 'Open the picture and save it anew as PNG, JPEG, WebP, AVIF or GIF.',
  examples: {
    bad: [
      {
        note: 'An SVG called card.png',
        ...shown('card.png', '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'),
      },
      { note: 'An SVG behind an XML line', ...shown('card.png', '<?xml version="1.0"?>\n<svg />') },
      {
        note: 'A web page called card.gif',
        ...shown('card.gif', '<!DOCTYPE html><script>alert(1)</script>'),
      },
      { note: 'A script called card.jpg', ...shown('card.jpg', '#!/bin/sh\necho') },
      { note: 'A PNG called card.jpg', ...shown('card.jpg', tinyPng) },
      { note: 'A text called card.webp', ...shown('card.webp', 'a card') },
      { note: 'An empty file called card.avif', ...shown('card.avif', '') },
    ],
    ok: [
      {
        note: 'A PNG called card.png',
        body: '![A card](./card.png)',
        beside: { 'content/job-aids/card.png': tinyPng },
      },
      {
        note: 'A GIF called card.GIF',
        body: '![A card](./card.GIF)',
        beside: { 'content/job-aids/card.GIF': 'GIF89a…' },
      },
    ],
  },
  project({ entries }) {
    return entries.flatMap(({ path: file, kind, head, size }) => {
      const promised = kind === 'file' ? promisedKind(file) : undefined;
      if (!promised) return [];
      const real = kindOf(head);
      if (real === promised) return [];
      const found =
        size === 0
          ? 'an empty file'
          : real
            ? `${real}, by its first bytes`
            : 'a file that is no picture, by its first bytes';
      return { file, line: 1, column: 1, found, expected: `${promised}, as its name says` };
    });
  },
};
