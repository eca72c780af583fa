import { nearest } from '../../content/nearest.ts';
import { exists } from '../known.ts';
import type { Project, Rule } from '../rule.ts';
import { lines } from '../tool-example.ts';

export const knownPage: Rule = {
  id: 'known-page',
  family: 'links',
  says: 'A link leads to a page that exists.',
  reason: 'A link to a page that does not exist leaves the reader nowhere, in the middle of a task.',
  mend: 'Write the folder and the file name of the page without the ending: job-aids/count-the-cases. Search the site for its title to find it.',
  examples: {
    bad: [
      { body: 'Then [choose](decision-tools/card-or-lost).' },
      { body: '<Tool id="decision-tools/list-or-card" />' },
      { top: 'next: [references/words]' },
      { top: 'next:\n  - references/words-for-counting\n  - job-aids/count-the-coins', at: 3 },
      { top: 'not_when:\n  - if: You need to choose\n    go: decision-tools/choose', at: 3 },
      { type: 'pathways', top: 'start: decision-tools/which-stage' },
      { type: 'decision-tools', body: '[Old](job-aids/does-not-exist) pages.' },
      {
        type: 'decision-tools',
        whole: (valid) =>
          valid.replace('next: [technologies/tally-counters]', 'next: [technologies/tally-counter]'),
        at: 28,
        note: 'A page to go on with that does not exist',
      },
      {
        type: 'decision-tools',
        whole: (valid) =>
          valid.replace(
            'because: A card is at hand and takes a second.',
            'because: |\n      A card is at hand.\n\n      See [how](job-aids/count-the-coins).',
          ),
        at: 26,
        note: 'A link to it in the reasons of an outcome',
      },
      {
        type: 'decision-tools',
        top: lines(
          'questions:',
          '  - id: many',
          '    ask: Are there more than ten cases a day?',
          '    help: "Look at [the words](references/words)."',
          '    options: [{ say: "Yes", go: list }, { say: "No", go: card }]',
        ),
        at: 4,
        note: 'A link to it in the help of a question',
      },
      {
        type: 'decision-tools',
        whole: (valid) =>
          valid.replace(
            'next: [technologies/tally-counters]',
            'passages: [{ say: "See [how](job-aids/count-the-coins)." }]\n    next: [technologies/tally-counters]',
          ),
        at: 28,
        note: 'A link to it in a passage',
      },
    ],
    ok: [
      { body: 'Then [choose](decision-tools/card-or-list).' },
      { body: 'See [the words][words].\n\n[words]: references/words-for-counting' },
      { body: '<Tool id="decision-tools/card-or-list" />' },
    ],
  },
  project({ sources, known, settings, placeIn }) {
    const inPages = sources.flatMap(({ file, refs }) =>
      refs
        .filter((ref) => ref.kind === 'page' && !isThere(known, settings, ref.to))
        .map(({ to, line, column }) => ({ file, line, column, ...unknown(to, known) })),
    );
    const file = 'content/site.yaml';
    const onHome = settings.site.home.tasks.flatMap((task, i) =>
      task.pages.flatMap((id, j) =>
        isThere(known, settings, id)
          ? []
          : { file, ...placeIn(file, ['home', 'tasks', i, 'pages', j]), ...unknown(id, known) },
      ),
    );
    return [...inPages, ...onHome];
  },
};

/** Retired pages have a rule of their own. */
function isThere(known: Project['known'], settings: Project['settings'], id: string): boolean {
  return exists(known, id) || settings.retired.some((page) => page.id === id);
}

function unknown(id: string, known: Project['known']): { found: string; expected: string; mend?: string } {
  const close = nearest(id, Object.keys(known.pages));
  return {
    found: `the page "${id}"`,
    expected: 'the id of a page that exists',
    ...(close && { mend: `Did you mean "${close}"?` }),
  };
}
