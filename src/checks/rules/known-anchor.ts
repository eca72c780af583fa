import { nearest } from '../../content/nearest.ts';
import type { Rule } from '../check.ts';

export const knownAnchors: Rule = {
  id: 'known-anchor',
  reason: 'A link to a heading that is gone opens the page at its top, and the reader searches again.',
  check({ pages, files }) {
    const anchors = new Map(
      pages.map((page) => [
        page.id,
        new Set([...page.headings.map(({ id }) => id), ...page.steps.map(({ number }) => `step-${number}`)]),
      ]),
    );
    return pages.flatMap((page) =>
      page.refs
        .filter((ref) => ref.kind === 'anchor')
        .flatMap(({ to, line, column }) => {
          const [id = '', anchor = ''] = to.split('#');
          const known = anchors.get(id || page.id);
          if (known?.has(anchor) || (!known && files.has(`content/${id}.mdx`))) return [];
          const close = nearest(anchor, known ?? []);
          return {
            file: page.file,
            line,
            column,
            found: known ? `the anchor "#${anchor}"` : `the page "${id}"`,
            expected: known ? `a heading of ${id || 'this page'}` : 'the id of a page that exists',
            ...(close && { mend: `Did you mean "#${close}"?` }),
          };
        }),
    );
  },
};
