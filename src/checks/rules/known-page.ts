import { nearest } from '../../content/nearest.ts';
import type { Rule } from '../check.ts';

export const knownPages: Rule = {
  id: 'known-page',
  reason: 'A link to a page that does not exist leaves the reader nowhere.',
  check({ pages, settings, files }) {
    const ids = new Set(pages.map((page) => page.id));
    // A page that was refused exists all the same: its own findings are enough.
    const exists = (id: string) => ids.has(id) || files.has(`content/${id}.mdx`);
    const unknown = (id: string) => {
      const close = nearest(id, ids);
      return {
        found: `the page "${id}"`,
        expected: 'the id of a page that exists',
        ...(close && { mend: `Did you mean "${close}"?` }),
      };
    };
    const inPages = pages.flatMap(({ file, refs }) =>
      refs
        .filter((ref) => ref.kind === 'page' && !exists(ref.to))
        .map(({ to, line, column }) => ({ file, line, column, ...unknown(to) })),
    );
    const onHome = settings.site.home.tasks
      .flatMap((task) => task.pages)
      .filter((id) => !exists(id))
      .map((id) => ({ file: 'content/site.yaml', line: 1, column: 1, ...unknown(id) }));
    return [...inPages, ...onHome];
  },
};
