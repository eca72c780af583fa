import { oneOf } from '../../content/nearest.ts';
import { isOfType } from '../../model/library.ts';
import type { Rule } from '../check.ts';

export const knownIds: Rule = {
  id: 'known-id',
  reason:
    'Roles, stages, topics, moments, owners and terms are facts that lists, search and pathways draw from.',
  check({ pages, settings }) {
    const ids = (entries: { id: string }[]) => entries.map(({ id }) => id);
    const { taxonomy, site } = settings;
    const terms = pages.flatMap((page) => (isOfType(page, 'references') ? page.data.terms : []));
    const known = {
      role: ids(taxonomy.roles),
      stage: ids(taxonomy.stages),
      topic: ids(taxonomy.topics),
      moment: ids(taxonomy.moments),
      person: ids(taxonomy.people),
      context: ids(taxonomy.contexts),
      term: ids(terms),
    };
    const inPages = pages.flatMap(({ file, refs }) =>
      refs.flatMap(({ kind, to, line, column }) => {
        const candidates = kind in known ? known[kind as keyof typeof known] : undefined;
        if (!candidates || candidates.includes(to)) return [];
        return { file, line, column, found: `the ${kind} "${to}"`, ...oneOf(to, candidates) };
      }),
    );
    const onHome = site.home.tasks.flatMap(({ topic }) =>
      known.topic.includes(topic)
        ? []
        : {
            file: 'content/site.yaml',
            line: 1,
            column: 1,
            found: `the topic "${topic}"`,
            ...oneOf(topic, known.topic),
          },
    );
    return [...inPages, ...onHome];
  },
};
