import { oneOf } from '../../content/nearest.ts';
import type { Rule } from '../rule.ts';

export const knownId: Rule = {
  id: 'known-id',
  family: 'links',
  says: 'Roles, stages, topics, moments, owners, terms and contexts are ids that content/taxonomy or the glossary explains.',
  reason:
    'Lists, search and pathways draw from these facts. A page under an id that nobody knows is found by nobody.',
  mend: 'Take an id from the file of that name in content/taxonomy, or add the new one there first.',
  examples: {
    bad: [
      { top: 'roles: [countr]' },
      { top: 'stages: [novice, beginner]' },
      { top: 'topics: [counting, trying, lying]' },
      { top: 'moments: [applying]' },
      { top: 'owner: counting-desks' },
      { top: 'contexts: [till/open]' },
      { body: 'A <Term id="tallly">tally</Term> is a row of marks.' },
      { type: 'pathways', top: 'role: accountant' },
    ],
    ok: [
      { top: 'roles: [manager, counter]' },
      { top: 'contexts: [till/close]' },
      { body: 'A <Term id="tally">tally</Term> is a row of marks.' },
    ],
  },
  project({ sources, settings, known, placeIn }) {
    const ids = (entries: { id: string }[]) => entries.map(({ id }) => id);
    const { taxonomy, site } = settings;
    const candidates = {
      role: ids(taxonomy.roles),
      stage: ids(taxonomy.stages),
      topic: ids(taxonomy.topics),
      moment: ids(taxonomy.moments),
      person: ids(taxonomy.people),
      context: ids(taxonomy.contexts),
      term: Object.keys(known.terms),
    };
    const inPages = sources.flatMap(({ file, refs }) =>
      refs.flatMap(({ kind, to, line, column }) => {
        const possible = kind in candidates ? candidates[kind as keyof typeof candidates] : undefined;
        if (!possible || possible.includes(to)) return [];
        return { file, line, column, found: `the ${kind} "${to}"`, ...oneOf(to, possible) };
      }),
    );
    const file = 'content/site.yaml';
    const onHome = site.home.tasks.flatMap(({ topic }, i) =>
      candidates.topic.includes(topic)
        ? []
        : {
            file,
            ...placeIn(file, ['home', 'tasks', i, 'topic']),
            found: `the topic "${topic}"`,
            ...oneOf(topic, candidates.topic),
          },
    );
    return [...inPages, ...onHome];
  },
};
