import type { RetiredPage } from '../../schema/retired.ts';
import { exists } from '../known.ts';
import type { Rule } from '../rule.ts';

export const retiredLink: Rule = {
  id: 'retired-link',
  family: 'upkeep',
  says: 'No page leads to one that was retired.',
  reason:
    'The old address still works for printed cards, but a page that sends people to a stop sign wastes their time.',
  mend: 'Link to the page that took its place.',
  examples: {
    bad: [
      { type: 'references', body: 'See [how to count on paper](job-aids/count-on-paper).' },
      { type: 'references', body: 'See [how to count on paper](job-aids/count-on-paper#step-2).' },
      { top: 'next: [job-aids/count-by-heart]' },
      { top: 'not_when:\n  - if: You have no pen\n    go: job-aids/count-by-heart', at: 3 },
      {
        note: 'A task of the home page that leads to a page that is gone',
        file: 'content/site.yaml',
        whole: (valid) => valid.replace('job-aids/count-the-cases', 'job-aids/count-on-paper'),
        at: { file: 'content/site.yaml', line: 21 },
      },
    ],
    ok: [{ type: 'references', body: 'See [how to count](job-aids/count-the-cases).' }],
  },
  project({ sources, known, settings, placeIn }) {
    const retiredAs = (id: string) =>
      exists(known, id) ? undefined : settings.retired.find((page) => page.id === id);
    const inPages = sources.flatMap(({ file, refs }) =>
      refs.flatMap(({ kind, to, line, column }) => {
        const page = kind === 'page' || kind === 'anchor' ? retiredAs(to.split('#')[0]!) : undefined;
        return page ? { file, line, column, ...tell(page) } : [];
      }),
    );
    const file = 'content/site.yaml';
    const onHome = settings.site.home.tasks.flatMap((task, i) =>
      task.pages.flatMap((id, j) => {
        const page = retiredAs(id);
        return page ? { file, ...placeIn(file, ['home', 'tasks', i, 'pages', j]), ...tell(page) } : [];
      }),
    );
    return [...inPages, ...onHome];
  },
};

function tell({ id, on, to, instead }: RetiredPage): { found: string; expected: string; mend?: string } {
  const others = to ? [to] : instead;
  return {
    found: `the page "${id}", which was retired on ${on}`,
    expected: 'a page that is there',
    mend:
      others.length > 0
        ? `Link to ${others.join(' or ')} instead.`
        : 'Delete the link: no page took its place.',
  };
}
