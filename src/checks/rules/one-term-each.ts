import { isOfType } from '../../model/library.ts';
import type { Rule } from '../check.ts';

export const oneTermEach: Rule = {
  id: 'one-term-each',
  reason: 'A term explained twice is explained differently twice.',
  check({ pages }) {
    const seen = new Map<string, string>();
    return pages.flatMap((page) =>
      (isOfType(page, 'references') ? page.data.terms : []).flatMap(({ id }) => {
        const first = seen.get(id);
        seen.set(id, first ?? page.file);
        return first
          ? [
              {
                file: page.file,
                line: 1,
                column: 1,
                found: `the term "${id}" a second time`,
                expected: `the term once; it stands in ${first}`,
              },
            ]
          : [];
      }),
    );
  },
};
