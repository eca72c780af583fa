import { nearest } from '../../content/nearest.ts';
import { tinyPng } from '../pictures.ts';
import type { Rule } from '../rule.ts';

export const knownPicture: Rule = {
  id: 'known-picture',
  family: 'pictures',
  says: 'A picture lies beside the page that shows it.',
  reason: 'A picture that is not there leaves a hole in the step that needed it.',
  mend: 'Put the file into the folder of the page and write its name with ./ in front: ./form.png.',
  examples: {
    bad: [
      { body: '<Figure src="./card.png" alt="A card with five columns of marks" />' },
      { body: '![A card with five columns of marks](./card.png)' },
    ],
    ok: [
      {
        body: '<Figure src="./card.png" alt="A card with five columns of marks" />',
        beside: { 'content/job-aids/card.png': tinyPng },
      },
    ],
  },
  project({ sources, known, entries }) {
    const files = new Set([...known.files, ...entries.map(({ path }) => path)]);
    return sources.flatMap(({ file, refs }) => {
      const folder = file.slice(0, file.lastIndexOf('/') + 1);
      return refs
        .filter((ref) => ref.kind === 'picture' && !files.has(folder + ref.to.replace(/^\.\//, '')))
        .map(({ to, line, column }) => {
          const beside = [...files]
            .filter((name) => name.startsWith(folder) && !name.endsWith('.mdx'))
            .map((name) => `./${name.slice(folder.length)}`);
          const close = nearest(to, beside);
          return {
            file,
            line,
            column,
            found: `the picture "${to}"`,
            expected: 'a picture file beside the page',
            ...(close && { mend: `Did you mean "${close}"?` }),
          };
        });
    });
  },
};
