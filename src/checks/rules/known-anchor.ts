import { nearest } from '../../content/nearest.ts';
import { exists } from '../known.ts';
import type { Rule } from '../rule.ts';

export const knownAnchor: Rule = {
  id: 'known-anchor',
  family: 'links',
  says: 'A link with # leads to a heading or a step that is there.',
  reason: 'A link to a heading that is gone opens the page at its top, and the reader searches again.',
  mend: 'Write the heading’s words in lower case with hyphens, #how-the-words-are-used, or the number of a step, #step-3.',
  examples: {
    bad: [
      { body: 'See [the end](#the-end).' },
      { body: 'See [step four](#step-4).' },
      { body: 'See [the words](references/words-for-counting#how-words-are-used).' },
      { body: 'See [a page](job-aids/gone-for-good#step-1).' },
    ],
    ok: [
      { body: 'See [the last step](#step-3).' },
      { body: 'See [above](#count) and [the words](references/words-for-counting#how-the-words-are-used).' },
    ],
  },
  project({ sources, known, settings }) {
    const isRetired = (id: string) => settings.retired.some((page) => page.id === id);
    return sources.flatMap((page) =>
      page.refs
        .filter((ref) => ref.kind === 'anchor')
        .flatMap(({ to, line, column }) => {
          const [id = '', anchor = ''] = to.split('#');
          const target = known.pages[id || page.id];
          if (target ? target.anchors.includes(anchor) : exists(known, id) || isRetired(id)) return [];
          const close = nearest(anchor, target?.anchors ?? []);
          return {
            file: page.file,
            line,
            column,
            found: target ? `the anchor "#${anchor}"` : `the page "${id}"`,
            expected: target ? `a heading of ${id || 'this page'}` : 'the id of a page that exists',
            ...(close && { mend: `Did you mean "#${close}"?` }),
          };
        }),
    );
  },
};
