import path from 'node:path/posix';
import { nearest } from '../../content/nearest.ts';
import type { Rule } from '../check.ts';

export const knownPictures: Rule = {
  id: 'known-picture',
  reason: 'A picture that is not there leaves a hole in the step that needed it.',
  check({ pages, files }) {
    return pages.flatMap(({ file, refs }) =>
      refs
        .filter((ref) => ref.kind === 'picture' && !files.has(path.join(path.dirname(file), ref.to)))
        .map(({ to, line, column }) => {
          const beside = [...files]
            .filter((name) => path.dirname(name) === path.dirname(file))
            .map((name) => `./${path.basename(name)}`);
          const close = nearest(to, beside);
          return {
            file,
            line,
            column,
            found: `the picture "${to}"`,
            expected: 'a picture file beside the page',
            ...(close && { mend: `Did you mean "${close}"?` }),
          };
        }),
    );
  },
};
